import { type CoverField, PLAN_REF_MAX } from '../forms/cover.ts'
import type { Problem } from '../problem.ts'
import type { CalendarDate } from '../vocabulary/date.ts'
import type { Reporter } from '../vocabulary/reporter.ts'
import { fold } from '../vocabulary/text.ts'
import { type Family, readWindow, type Window } from '../vocabulary/window.ts'
import { type Cover, coverProblem, textIn } from './cover.ts'
import { reporterOf, type Say } from './cover-reporter.ts'
import { checkDataTo } from './data-to.ts'
import type { Identified, Known, NamedPlan } from './identity.ts'
import type { Marker } from './marker.ts'

/** Who reports, for which window, by which plan: the cover's words against the reporters and windows that there are. */
export function identifyByCover(cover: Cover, marker: Marker | null, known: Known): Identified {
  const problems: Problem[] = []
  const say: Say = (field, code, facts = {}, severity = 'error') => {
    problems.push(coverProblem(cover, field, { code, severity, facts }))
  }
  const window = known.said?.window ?? windowOf(cover, known, say)
  const reporter = known.said?.reporter ?? reporterOf(cover, window, known, say)
  const dataTo = (cover.values.data_to ?? null) as CalendarDate | null
  checkPlan(cover, known, say)
  for (const found of checkDataTo(dataTo, window, known.receivedOn)) {
    say('data_to', found.code, found.facts, found.severity)
  }
  checkPaper(cover, window, say)
  checkIssuedTo(marker, reporter, known, say)
  const identity = {
    reporter,
    window,
    revision: (cover.values.revision_no ?? null) as number | null,
    dataTo,
    documentNo: (cover.values.document_no ?? null) as string | null,
    documentDate: (cover.values.document_date ?? null) as CalendarDate | null,
  }
  return { identity, problems }
}

function windowOf(cover: Cover, { plan }: Known, say: Say): Window | null {
  const words = textIn(cover, 'window')
  if (words === null) return null
  const window = readWindow(words, plan.family)
  if (window === undefined) say('window', 'unknown-window', { examples: examplesOf(plan.family) })
  return window ?? null
}

/** The shapes that people may write, with the days of the plan's family. */
export function examplesOf(family: Family): readonly string[] {
  return family === 'pol'
    ? ['Tháng 9/2026', '6 tháng đầu năm 2026', 'Năm 2026']
    : ['Tháng 9/2026', 'Quý II/2026', '6 tháng đầu năm 2026', 'Năm 2026']
}

/** "195/KH-UBND" stands somewhere in what the cover says: "Kế hoạch số 195/KH-UBND ngày 22/5/2026" will do. */
function checkPlan(cover: Cover, { plan }: Known, say: Say): void {
  const said = textIn(cover, 'plan_ref')
  if (said !== null && !namesPlan(said, plan)) {
    say('plan_ref', 'wrong-plan', { expected: nameOf(plan) })
  }
}

/**
 * True when the plan's number stands in the text, not as the end of a longer one: 1195/KH-UBND is another plan. Of a plan whose number is
 * blank the title will do, or any number of a KH-UBND: which it has, nobody here knows.
 */
export function namesPlan(said: string, { number, title = '' }: NamedPlan): boolean {
  const bare = (text: string) => fold(text).replace(/\s/g, '')
  if (number === '') {
    const named = title !== '' && bare(said).includes(bare(title.slice(0, PLAN_REF_MAX)))
    return named || bare(said).includes('/kh-ubnd')
  }
  const at = bare(said).indexOf(bare(number))
  return at === 0 || (at > 0 && !/\d/.test(bare(said)[at - 1] ?? ''))
}

/** What a report should say of the plan. */
export function nameOf({ number, title = '' }: NamedPlan): string {
  return number === '' ? title : number
}

/** Columns ◐ of the cover: nothing counted depends on them, so their absence is told and nothing is refused. */
function checkPaper({ values, problems }: Cover, window: Window | null, say: Say): void {
  const ask = (field: CoverField, when: string) => {
    const told = problems.some((problem) => problem.field === field)
    if ((values[field] ?? null) === null && !told) say(field, 'required-when', { when }, 'warning')
  }
  if (values.submission_kind === 'thay_the') ask('revision_reason', 'là báo cáo thay thế')
  if (window !== null && window.kind !== 'month') {
    ask('document_no', 'là báo cáo quý, 6 tháng, 9 tháng hoặc năm')
  }
  if ((values.document_no ?? null) === null) return
  for (const field of ['document_date', 'signer_name', 'signer_title'] as const) {
    ask(field, 'có văn bản gửi kèm')
  }
}

/** A workbook handed out to one reporter and sent by another holds the first one's rows. */
function checkIssuedTo(
  marker: Marker | null,
  reporter: Reporter | null,
  { reporters }: Known,
  say: Say,
): void {
  const issued = reporters.find(({ id }) => id === marker?.reporter)
  if (issued === undefined || reporter === null || issued.id === reporter.id) return
  say(
    'unit_code',
    'unknown-reporter',
    { issuedTo: issued.name, reporter: reporter.name },
    'warning',
  )
}

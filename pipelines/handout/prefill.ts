import type { Plan } from '#models/plans/plan.ts'
import { presetRowsOf } from '#models/plans/preset-rows.ts'
import type { Form } from '#sources/forms/form.ts'
import type { Places } from '#sources/reference/places.ts'
import type { Line, Reading, Value } from '#sources/submission.ts'
import { type CalendarDate, dayOf } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import { carriedRows, nextYearOf } from '#sources/workbooks/carry.ts'
import { handedOverRows } from '#sources/workbooks/handed-over.ts'
import type { SheetSpec } from '#sources/workbooks/template.ts'
import { type Assignment, allAssignments } from '../ledger/assignments.ts'
import type { Ledger } from '../ledger/open.ts'
import type { Submission } from '../ledger/schema.ts'
import type { Readers } from '../readers/pool.ts'
import type { Vault } from '../vault/vault.ts'
import { estatesFor, type HandedOver, handedOverOf } from './estates.ts'
import { type LastSent, type Sent, sentSoFar, windowsBetween } from './last-sent.ts'
import type { OwedBook } from './owed.ts'

/** One sheet of a workbook, and what it begins with. */
export interface Prefilled {
  readonly form: Form
  readonly dueBefore: CalendarDate
  readonly spec: SheetSpec
  /** The report that it begins with; null for a sheet without rows. */
  readonly last: LastSent | null
  /** True when that is this very window's report. */
  readonly again: boolean
  /** Rows among them that were withheld from that report. */
  readonly withheld: number
  /** Windows since then for which the form was owed and nothing counts. */
  readonly missing: readonly string[]
  /** Of a new unit's first sheet: from whom its rows were taken over. */
  readonly handedOver: readonly HandedOver[]
}

/** The sheets of a workbook, and what its cover keeps from the newest report among those they begin with. */
export interface PrefilledBook {
  readonly sheets: readonly Prefilled[]
  readonly cover: Readonly<Record<string, Value>>
}

/** A report of which people would be lost if the next workbook began without it. */
export class PrefillError extends Error {
  override readonly name = 'PrefillError'

  constructor({ submission_id, form }: Submission) {
    super(
      `the last ${form}, ${submission_id.slice(0, 12)}, is not read as it was when it was accepted; find out why: hoanhap doctor --full`,
    )
  }
}

interface Stores {
  readonly plan: Plan
  readonly places: Places
  readonly reporters: readonly Reporter[]
  readonly vault: Vault
  readonly ledger: Ledger
  readonly readers: Readers
}

export type Prefiller = (book: OwedBook) => Promise<PrefilledBook>

/** Prepares the filling-in of workbooks from what is in force now: each last report is read again as on the day on which it came. */
export async function prefiller(stores: Stores): Promise<Prefiller> {
  const sent = await sentSoFar(stores.ledger.db)
  const assignments = await allAssignments(stores.ledger.db)
  return (book) => prefill(book, sent, assignments, stores)
}

async function prefill(
  { reporter, window, sheets }: OwedBook,
  sent: Sent,
  assignments: readonly Assignment[],
  stores: Stores,
): Promise<PrefilledBook> {
  const readings = new Map<string, Promise<Reading>>()
  const readOnce = (submission: Submission): Promise<Reading> => {
    const key = `${submission.sha256} ${submission.assignment ?? ''}`
    const reading = readings.get(key) ?? readAgain(submission, assignments, stores)
    readings.set(key, reading)
    return reading
  }
  const given = presetRowsOf(stores.plan, reporter, window.id)
  const presetOf = (form: Form) => given[form.id] ?? form.preset?.rows
  const filled: Prefilled[] = []
  for (const { form, dueBefore } of sheets) {
    const last = sent.last(form.id, reporter, window) ?? null
    const between = { last: last?.window, window }
    const missing = windowsBetween(stores.plan, reporter, form.id, between)
    const linesIn = async (of: LastSent | null) =>
      of === null ? [] : linesOf(await readOnce(of.submission), of.submission)
    const lines = await linesIn(last)
    const estates =
      last === null ? await estatesFor(form, { reporter, window, sent, linesIn }, stores) : []
    const own = carriedRows(form, lines, last && nextYearOf(window, last.window), presetOf(form))
    const rows = estates.length > 0 ? handedOverRows(form, estates) : own
    const withheld = rows.filter((row) => row.withheld).length
    const again = last?.window.id === window.id
    const spec = {
      form,
      nil: again && last?.submission.nil === 1,
      spare: rows.length === 0 ? SPARE.blank : SPARE.more,
      rows: rows.map(({ values }) => values),
      notes: rows.map(({ notes }) => notes),
    }
    const handedOver = estates.map((one) => handedOverOf(form, one))
    filled.push({ form, dueBefore, spec, last, again, withheld, missing, handedOver })
  }
  return { sheets: filled, cover: await coverOf(filled, readOnce) }
}

async function readAgain(
  { sha256, received_at, assignment }: Submission,
  assignments: readonly Assignment[],
  { vault, readers }: Stores,
): Promise<Reading> {
  const assigned = assignments.find(({ id }) => id === assignment)
  return readers.read({
    bytes: await vault.get(sha256),
    fileName: sha256,
    receivedOn: dayOf(new Date(received_at)),
    lines: true,
    ...(assigned !== undefined && { assigned: assigned.to }),
  })
}

/** Every row that the sheet held; a reading that has lost some, or tells of somebody else, is none to begin with. */
function linesOf({ sheets }: Reading, submission: Submission): readonly Line[] {
  const { form, reporter_id, window_id, rows_read } = submission
  const sheet = sheets.find((each) => each.form === form)
  const lines = sheet?.lines ?? []
  const isTheirs = sheet?.reporter === reporter_id && sheet.window === window_id
  if (isTheirs && lines.length >= rows_read) return lines
  throw new PrefillError(submission)
}

/** Empty rows: a page for those who begin, some more for those who go on; rows can be inserted. */
const SPARE = { blank: 25, more: 10 } as const

const KEPT = ['reporting_body', 'prepared_by', 'phone'] as const

/**
 * Who made it out, and which body an agency is. The last day of the data is the officer's word and stays empty, and so does the paper.
 * A workbook for a window that has its report already is a replacement of it, one sending higher.
 */
async function coverOf(
  sheets: readonly Prefilled[],
  readOnce: (submission: Submission) => Promise<Reading>,
): Promise<PrefilledBook['cover']> {
  const sent = sheets.flatMap(({ last }) => (last === null ? [] : [last.submission]))
  const [newest] = sent
    .filter(({ assignment }) => assignment === null)
    .toSorted((a, b) => (a.received_at < b.received_at ? 1 : -1))
  const said = newest === undefined ? undefined : (await readOnce(newest)).cover
  const kept = KEPT.flatMap((field) => {
    const value = said?.[field] ?? null
    return value === null ? [] : [[field, value] as const]
  })
  return { ...Object.fromEntries(kept), revision_no: revisionOf(sheets) }
}

function revisionOf(sheets: readonly Prefilled[]): number {
  const sent = sheets.map(({ last, again }) => (again ? (last?.submission.revision ?? 0) : 0))
  return Math.max(0, ...sent) + 1
}

import { shown } from '../cells/cell.ts'
import { forms } from '../forms/index.ts'
import type { Problem, ProblemCode } from '../problem.ts'
import type { Envelope } from '../readers/book.ts'
import { addDays, isCalendarDate } from '../vocabulary/date.ts'
import { type ReporterId, reporterOn } from '../vocabulary/reporter.ts'
import { nearest } from '../vocabulary/text.ts'
import { readWindow } from '../vocabulary/window.ts'
import { examplesOf, nameOf, namesPlan } from './cover-identity.ts'
import { checkDataTo } from './data-to.ts'
import type { Identified, Known } from './identity.ts'

/** The same as the cover's identity, from what csv and json say of themselves. */
export function identifyByEnvelope(envelope: Envelope, known: Known): Identified {
  const problems: Problem[] = []
  const say = (
    field: keyof Envelope,
    code: ProblemCode,
    facts: Problem['facts'],
    severity: Problem['severity'] = 'error',
  ) => {
    const value = shown({ kind: 'text', text: String(envelope[field] ?? '') })
    problems.push({ code, severity, sheet: null, cell: null, field, value, personal: false, facts })
  }
  const { plan } = known
  const window = known.said?.window ?? readWindow(envelope.window, plan.family) ?? null
  const on = window === null ? known.receivedOn : addDays(window.to, -1)
  const reporter =
    known.said?.reporter ?? reporterOn(known.reporters, envelope.reporter as ReporterId, on) ?? null
  if (reporter === null) {
    const ids = known.reporters.map(({ id }) => id)
    say('reporter', 'unknown-reporter', { nearest: nearest(envelope.reporter, ids) })
  }
  if (window === null) say('window', 'unknown-window', { examples: examplesOf(plan.family) })
  if (envelope.plan !== undefined && !namesPlan(envelope.plan, plan)) {
    say('plan', 'wrong-plan', { expected: nameOf(plan) })
  }
  if (!forms.some(({ id }) => id === envelope.form)) {
    say('form', 'no-known-form', { known: forms.map(({ id }) => id) })
  }
  const said = envelope.dataTo ?? ''
  const dataTo = isCalendarDate(said) ? said : null
  for (const { code, facts, severity } of checkDataTo(dataTo, window, known.receivedOn)) {
    say('dataTo', code, facts, severity)
  }
  const { revision } = envelope
  return {
    identity: { reporter, window, revision, dataTo, documentNo: null, documentDate: null },
    problems,
  }
}

import { dataCauses, explainedCauses } from '#models/alerting/cause.ts'
import { raisedKind } from '../ledger/alert-fold.ts'
import { alertCases, caseId } from '../ledger/alerts.ts'
import type { AlertEvent, LedgerDatabase } from '../ledger/schema.ts'
import { requireNone } from './finding.ts'

/**
 * Every alert case is named by what it is about, its events follow each other from the opening on, no evidence fired twice, and what closed
 * or explained it is a known cause.
 */
export async function alerts(db: LedgerDatabase): Promise<string> {
  const cases = await alertCases(db)
  const wrong = cases.flatMap(({ events, state, ...one }) => {
    if (caseId(one) !== one.case_id) return [`case ${one.case_id} is about something else`]
    const flaw = gapOf(events) ?? twiceOf(events) ?? causeOf(events)
    return flaw === null ? [] : [`case ${one.case_id} ${flaw}`]
  })
  requireNone(wrong, 'restore the ledger from its copy')
  return `${cases.length} cases, ${cases.filter(({ state }) => state !== 'resolved').length} open`
}

function gapOf(events: readonly AlertEvent[]): string | null {
  if (events[0]?.kind !== 'opened') return 'was never opened'
  const at = events.findIndex(({ seq }, n) => seq !== n + 1)
  if (at >= 0) return `lacks event ${at + 1}`
  return events.filter(({ kind }) => kind === 'opened').length > 1 ? 'was opened twice' : null
}

/** An event whose evidence said nothing new when it was entered. */
function twiceOf(events: readonly AlertEvent[]): string | null {
  const at = events.findIndex(({ kind, evidence_hash: hash }, n) => {
    if (hash === null || (kind !== 'evidence' && kind !== 'reopened')) return false
    return raisedKind(events.slice(0, n), { hash }) === null
  })
  return at < 0 ? null : `says the same twice at event ${at + 1}`
}

/** Ledgers of older versions hold closings without a cause. */
function causeOf(events: readonly AlertEvent[]): string | null {
  const known: Partial<Record<AlertEvent['kind'], readonly string[]>> = {
    resolved: dataCauses,
    explained: explainedCauses,
  }
  const at = events.findIndex(
    ({ kind, cause }) => cause !== null && !(known[kind] ?? []).includes(cause),
  )
  return at < 0 ? null : `has an unknown cause at event ${at + 1}`
}

import { alertCases, caseId } from '../ledger/alerts.ts'
import type { AlertEvent, LedgerDatabase } from '../ledger/schema.ts'
import { requireNone } from './finding.ts'

/** Every alert case is named by what it is about, and its events follow each other from the opening on. */
export async function alerts(db: LedgerDatabase): Promise<string> {
  const cases = await alertCases(db)
  const wrong = cases.flatMap(({ events, state, ...one }) => {
    if (caseId(one) !== one.case_id) return [`case ${one.case_id} is about something else`]
    const gap = gapOf(events)
    return gap === null ? [] : [`case ${one.case_id} ${gap}`]
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

import {
  alertCases,
  append,
  type CaseKey,
  caseId,
  type Evidence,
  lastEvidence,
  raisedKind,
} from './alerts.ts'
import type { AlertEventKind, LedgerDatabase } from './schema.ts'

/** A condition that fires: its case, and the hash of what it rests on. */
export interface Firing {
  readonly key: CaseKey
  readonly hash: string
}

/**
 * Enters all that fires in one generation of a plan, and that its other open cases no longer do: in one transaction, with one commit.
 *
 * Each case becomes what `raise` and `resolveByData` would make of it.
 */
export async function enterRound(
  db: LedgerDatabase,
  plan: string,
  firing: readonly Firing[],
  by: Omit<Evidence, 'hash'>,
): Promise<readonly AlertEventKind[]> {
  return db.transaction().execute(async (tx) => {
    const cases = new Map((await alertCases(tx)).map((one) => [one.case_id, one]))
    const said: AlertEventKind[] = []
    const fires = new Set<string>()
    for (const { key, hash } of firing) {
      const case_id = caseId(key)
      fires.add(case_id)
      const events = cases.get(case_id)?.events ?? []
      const kind = raisedKind(events, hash)
      if (kind === null) continue
      if (!cases.has(case_id))
        await tx
          .insertInto('alert_case')
          .values({ case_id, ...key })
          .execute()
      await append(tx, case_id, events, kind, { ...by, hash })
      said.push(kind)
    }
    for (const { case_id, plan: own, state, events } of cases.values()) {
      if (own !== plan || fires.has(case_id) || state === 'resolved' || events.length === 0)
        continue
      await append(tx, case_id, events, 'resolved', { ...by, hash: lastEvidence(events) })
      said.push('resolved')
    }
    return said
  })
}

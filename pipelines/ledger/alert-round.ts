import { type IsWorse, lastEvidence, raisedKind } from './alert-fold.ts'
import {
  alertCases,
  append,
  type ByGeneration,
  type CaseKey,
  type CaseWithEvents,
  caseId,
  type Fired,
  type Reason,
} from './alerts.ts'
import type { AlertEventKind, LedgerDatabase } from './schema.ts'

/** A condition that fires: its case, and what it rests on. */
export interface Firing extends Fired {
  readonly key: CaseKey
}

/** What a round is told beside what fires. */
export interface Judging {
  /** Of cases that fire no more, by id. */
  readonly reasons?: ReadonlyMap<string, Reason>
  readonly isWorse?: (key: CaseKey) => IsWorse
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
  by: ByGeneration,
  { reasons, isWorse }: Judging = {},
): Promise<readonly AlertEventKind[]> {
  return db.transaction().execute(async (tx) => {
    const all = await alertCases(tx)
    const cases = new Map(all.map((one) => [one.case_id, one]))
    const said: AlertEventKind[] = []
    for (const { key, ...fired } of firing) {
      const case_id = caseId(key)
      const events = cases.get(case_id)?.events ?? []
      const kind = raisedKind(events, fired, isWorse?.(key))
      if (kind === null) continue
      if (!cases.has(case_id))
        await tx
          .insertInto('alert_case')
          .values({ case_id, ...key })
          .execute()
      await append(tx, case_id, events, kind, { ...by, ...fired })
      said.push(kind)
    }
    for (const { case_id, events } of gone(all, plan, firing)) {
      const reason = reasons?.get(case_id)
      const hash = lastEvidence(events)
      await append(tx, case_id, events, 'resolved', { ...by, ...reason, hash })
      said.push('resolved')
    }
    return said
  })
}

/** The cases of a plan that stood open and fire no more. */
export function gone(
  cases: readonly CaseWithEvents[],
  plan: string,
  firing: readonly Pick<Firing, 'key'>[],
): readonly CaseWithEvents[] {
  const fires = new Set(firing.map(({ key }) => caseId(key)))
  return cases.filter(
    (one) =>
      one.plan === plan &&
      one.state !== 'resolved' &&
      one.events.length > 0 &&
      !fires.has(one.case_id),
  )
}

import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { DataCause, ExplainedCause } from '#models/alerting/cause.ts'
import { type CaseState, type IsWorse, lastEvidence, raisedKind, stateOf } from './alert-fold.ts'
import { auditWithin } from './audit.ts'
import {
  type AlertCase,
  type AlertEvent,
  type AlertEventKind,
  instantOf,
  type LedgerDatabase,
  type LedgerTables,
} from './schema.ts'

export { type CaseState, lastEvidence, lastRaised, stateOf } from './alert-fold.ts'

/** What a case is about: rule × plan × target × unit × cycle, where the cycle is the target's own window. */
export type CaseKey = Omit<AlertCase, 'case_id'>

/** A case with its events, oldest first, and the state that follows from them. */
export interface CaseWithEvents extends AlertCase {
  readonly state: CaseState
  readonly events: readonly AlertEvent[]
}

/** What a condition that fires rests on. */
export interface Fired {
  /** Over integers and codes, so that it does not change with the machine. */
  readonly hash: string
  readonly windowId?: string
  /** What a sentence about it needs, as canonical JSON. */
  readonly facts?: string
}

/** Which generation says so, when, on whose behalf. */
export interface ByGeneration {
  readonly generation: number
  readonly at: Date
  readonly actor: string
}

export type Evidence = Fired & ByGeneration

/** Why data close a case, with the submissions or days behind it. */
export interface Reason {
  readonly cause: DataCause
  readonly note: string | null
}

/** SHA-256 over the five columns, each with its length before it. */
export function caseId({ rule, plan, target, unit_id, cycle }: CaseKey): string {
  const hash = createHash('sha256')
  for (const part of [rule, plan, target, unit_id, cycle]) hash.update(`${part.length}:${part}`)
  return hash.digest('hex')
}

/** Enters that a condition fires: what {@link raisedKind} says, or nothing; then the answer is null. */
export async function raise(
  db: LedgerDatabase,
  key: CaseKey,
  evidence: Evidence,
  isWorse?: IsWorse,
): Promise<AlertEventKind | null> {
  const case_id = caseId(key)
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('alert_case')
      .values({ case_id, ...key })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const events = await eventsOf(tx, case_id)
    const kind = raisedKind(events, evidence, isWorse)
    if (kind !== null) await append(tx, case_id, events, kind, evidence)
    return kind
  })
}

/** Enters that the data no longer show the condition; false when the case is unknown or resolved already. */
export async function resolveByData(
  db: LedgerDatabase,
  case_id: string,
  by: ByGeneration,
  reason?: Reason,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const events = await eventsOf(tx, case_id)
    if (events.length === 0 || stateOf(events) === 'resolved') return false
    await append(tx, case_id, events, 'resolved', { ...by, ...reason, hash: lastEvidence(events) })
    return true
  })
}

/** What a person says of a case. */
export interface Comment {
  readonly kind: 'acked' | 'explained' | 'resolved'
  readonly at: Date
  readonly actor: string
  readonly cause?: ExplainedCause
  readonly note: string
}

/** Enters what a person says of cases, each with its entry in the audit trail, all or none; a RangeError when there is no such case. */
export async function comment(
  db: LedgerDatabase,
  ids: readonly string[],
  { kind, ...said }: Comment,
): Promise<void> {
  const { at, actor } = said
  await db.transaction().execute(async (tx) => {
    for (const case_id of ids) {
      const events = await eventsOf(tx, case_id)
      if (events.length === 0)
        throw new RangeError(`there is no alert case ${case_id}: hoanhap alerts list --state all`)
      await append(tx, case_id, events, kind, { ...said, hash: null, generation: null })
      await auditWithin(tx, { at, actor, action: `alert-${kind}`, object: case_id })
    }
  })
}

/** Every case with its events, oldest first. */
export async function alertCases(db: LedgerDatabase): Promise<readonly CaseWithEvents[]> {
  const cases = await db.selectFrom('alert_case').selectAll().orderBy('case_id').execute()
  const events = await db
    .selectFrom('alert_event')
    .selectAll()
    .orderBy('case_id')
    .orderBy('seq')
    .execute()
  const byCase = new Map<string, AlertEvent[]>(cases.map((one) => [one.case_id, []]))
  for (const event of events) byCase.get(event.case_id)?.push(event)
  return cases.map((one) => {
    const own = byCase.get(one.case_id) ?? []
    return { ...one, events: own, state: stateOf(own) }
  })
}

function eventsOf(tx: Transaction<LedgerTables>, case_id: string): Promise<readonly AlertEvent[]> {
  return tx
    .selectFrom('alert_event')
    .selectAll()
    .where('case_id', '=', case_id)
    .orderBy('seq')
    .execute()
}

interface Said {
  readonly hash: string | null
  readonly generation: number | null
  readonly at: Date
  readonly actor: string
  readonly cause?: string
  readonly note?: string | null
  readonly windowId?: string
  readonly facts?: string
}

/** Enters one more event of a case, after those before it. */
export async function append(
  tx: Transaction<LedgerTables>,
  case_id: string,
  before: readonly AlertEvent[],
  kind: AlertEventKind,
  { hash, generation, at, actor, cause, note, windowId, facts }: Said,
): Promise<void> {
  const again = before.some((event) => event.kind === kind && event.evidence_hash === hash)
  await tx
    .insertInto('alert_event')
    .values({
      case_id,
      seq: (before.at(-1)?.seq ?? 0) + 1,
      kind,
      // What a case says twice of one evidence is entered without it: its key holds each once.
      evidence_hash: again ? null : hash,
      generation,
      at: instantOf(at),
      actor,
      cause: cause ?? null,
      note: note ?? null,
      window_id: windowId ?? null,
      facts: facts ?? null,
    })
    .execute()
}

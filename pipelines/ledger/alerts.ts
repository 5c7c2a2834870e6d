import { createHash } from 'node:crypto'
import {
  type AlertCase,
  type AlertEvent,
  type AlertEventKind,
  instantOf,
  type LedgerDatabase,
} from './schema.ts'

/** What a case is about: rule × plan × target × unit × cycle, where the cycle is the target's own window. */
export type CaseKey = Omit<AlertCase, 'case_id'>

export interface Evidence {
  /** Over integers and codes, so that it does not change with the machine. */
  readonly hash: string
  readonly generation: number
  readonly at: Date
  readonly actor: string
}

export type CaseState = 'open' | 'acked' | 'explained' | 'resolved'

/** SHA-256 over the five columns, each with its length before it. */
export function caseId({ rule, plan, target, unit_id, cycle }: CaseKey): string {
  const hash = createHash('sha256')
  for (const part of [rule, plan, target, unit_id, cycle]) hash.update(`${part.length}:${part}`)
  return hash.digest('hex')
}

/**
 * Enters that a condition fires: opens the case, adds evidence to an open one, reopens a resolved one.
 *
 * Evidence that the case has seen before changes nothing; then the answer is null. Only a case that the data themselves had resolved
 * reopens on evidence it has seen: the breach was gone and is back, and nobody has said that it may be.
 */
export async function raise(
  db: LedgerDatabase,
  key: CaseKey,
  evidence: Evidence,
): Promise<AlertEventKind | null> {
  const case_id = caseId(key)
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('alert_case')
      .values({ case_id, ...key })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const events = await eventsOf(tx, case_id)
    const kind = raisedKind(events, evidence.hash)
    if (kind !== null) await append(tx, case_id, events, kind, evidence)
    return kind
  })
}

/** Enters that the data no longer show the condition; false when the case is unknown or resolved already. */
export async function resolveByData(
  db: LedgerDatabase,
  case_id: string,
  by: Omit<Evidence, 'hash'>,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const events = await eventsOf(tx, case_id)
    if (events.length === 0 || stateOf(events) === 'resolved') return false
    await append(tx, case_id, events, 'resolved', { ...by, hash: lastEvidence(events) })
    return true
  })
}

/** Enters what a person says of a case; throws a RangeError when there is no such case. */
export async function comment(
  db: LedgerDatabase,
  case_id: string,
  kind: 'acked' | 'explained' | 'resolved',
  by: { readonly at: Date; readonly actor: string; readonly cause?: string; readonly note: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const events = await eventsOf(tx, case_id)
    if (events.length === 0)
      throw new RangeError(`there is no alert case ${case_id}; the open ones stand in alerts.txt`)
    await append(tx, case_id, events, kind, { ...by, hash: null, generation: null })
  })
}

/** The evidence on which a case rests at last. */
export function lastEvidence(events: readonly AlertEvent[]): string | null {
  return events.findLast((event) => event.evidence_hash !== null)?.evidence_hash ?? null
}

/** The state of a case is the fold of its events, in order of seq. */
export function stateOf(events: readonly Pick<AlertEvent, 'kind'>[]): CaseState {
  return events.reduce<CaseState>((state, { kind }) => after(state, kind), 'open')
}

/** Every case with its events, oldest first. */
export async function alertCases(
  db: LedgerDatabase,
): Promise<
  readonly (AlertCase & { readonly state: CaseState; readonly events: readonly AlertEvent[] })[]
> {
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

function after(state: CaseState, kind: AlertEventKind): CaseState {
  if (kind === 'opened' || kind === 'reopened') return 'open'
  return kind === 'evidence' || state === 'resolved' ? state : kind
}

function isResolvedByData(events: readonly AlertEvent[]): boolean {
  const last = events.findLast(({ kind }) => kind !== 'acked' && kind !== 'explained')
  return last?.kind === 'resolved' && last.generation !== null
}

/** What evidence makes of a case with these events; null when it says nothing new. */
export function raisedKind(events: readonly AlertEvent[], hash: string): AlertEventKind | null {
  const known = events.some((event) => event.evidence_hash === hash)
  if (known && !isResolvedByData(events)) return null
  if (events.length === 0) return 'opened'
  return stateOf(events) === 'resolved' ? 'reopened' : 'evidence'
}

function eventsOf(db: LedgerDatabase, case_id: string): Promise<readonly AlertEvent[]> {
  return db
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
  readonly note?: string
}

/** Enters one more event of a case, after those before it. */
export async function append(
  db: LedgerDatabase,
  case_id: string,
  before: readonly AlertEvent[],
  kind: AlertEventKind,
  { hash, generation, at, actor, cause, note }: Said,
): Promise<void> {
  const again = before.some((event) => event.kind === kind && event.evidence_hash === hash)
  await db
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
    })
    .execute()
}

import type { AlertEvent, AlertEventKind } from './schema.ts'

export type CaseState = 'open' | 'acked' | 'explained' | 'resolved'

/** Whether evidence is worse than other evidence; both are the facts of a condition. */
export type IsWorse = (before: string, after: string) => boolean

/** The state of a case is the fold of its events, in order of seq. */
export function stateOf(events: readonly Pick<AlertEvent, 'kind'>[]): CaseState {
  return events.reduce<CaseState>((state, { kind }) => after(state, kind), 'open')
}

function after(state: CaseState, kind: AlertEventKind): CaseState {
  if (kind === 'opened' || kind === 'reopened') return 'open'
  return kind === 'evidence' || state === 'resolved' ? state : kind
}

/** The evidence on which a case rests at last, by its hash. */
export function lastEvidence(events: readonly AlertEvent[]): string | null {
  return events.findLast((event) => event.evidence_hash !== null)?.evidence_hash ?? null
}

/** The event that brought the evidence on which a case rests at last; null when nothing was ever raised. */
export function lastRaised(events: readonly AlertEvent[]): AlertEvent | null {
  return events.findLast(isRaised) ?? null
}

function isRaised({ kind }: AlertEvent): boolean {
  return kind === 'opened' || kind === 'evidence' || kind === 'reopened'
}

/**
 * What evidence makes of a case with these events; null when it says nothing new.
 *
 * Evidence that the case has seen is nothing new, unless the data themselves had resolved it: then the breach was gone and is back. A resolved
 * case is opened again. An acknowledged or explained one is, when the evidence is worse than what the person had before him; else it is
 * only added.
 */
export function raisedKind(
  events: readonly AlertEvent[],
  { hash, facts }: { readonly hash: string; readonly facts?: string },
  isWorse: IsWorse = () => false,
): AlertEventKind | null {
  const known = events.some((event) => event.evidence_hash === hash)
  if (known && !isResolvedByData(events)) return null
  if (events.length === 0) return 'opened'
  const state = stateOf(events)
  if (state === 'resolved') return 'reopened'
  if (state === 'open' || facts === undefined) return 'evidence'
  const seen = lastSeen(events)
  return seen !== null && isWorse(seen, facts) ? 'reopened' : 'evidence'
}

/** The facts that lay before the person who spoke last. */
function lastSeen(events: readonly AlertEvent[]): string | null {
  const spoken = events.findLastIndex(({ kind }) => kind === 'acked' || kind === 'explained')
  return lastRaised(events.slice(0, spoken))?.facts ?? null
}

function isResolvedByData(events: readonly AlertEvent[]): boolean {
  const last = events.findLast(({ kind }) => kind !== 'acked' && kind !== 'explained')
  return last?.kind === 'resolved' && last.generation !== null
}

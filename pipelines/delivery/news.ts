import type { AlertEvent } from '../ledger/schema.ts'

/** What the facts of a condition say that tells better from worse; other facts are of no weight here. */
export interface Weight {
  readonly stage?: number
  readonly strength?: 'strong' | 'moderate' | null
  readonly slack?: number | null
  readonly unitsCovered?: number | null
  /** Of an outlook. */
  readonly class?: string | null
  readonly [other: string]: unknown
}

/** An event worth a message. */
export interface News {
  readonly seq: number
  readonly kind: 'raised' | 'resolved'
}

/**
 * What of the events of a case nobody was told yet is worth a message: the newest that is; null when none is.
 *
 * An opening and a re-opening are, evidence only when it is worse than what was told last, and the resolution. What persons entered
 * (acknowledged, explained) is not: they know.
 */
export function newsOf(
  undecided: readonly AlertEvent[],
  now: Weight,
  told: Weight | null,
): News | null {
  const event = undecided.findLast(
    ({ kind }) =>
      kind === 'opened' ||
      kind === 'reopened' ||
      kind === 'resolved' ||
      (kind === 'evidence' && isWorse(now, told)),
  )
  if (event === undefined) return null
  return { seq: event.seq, kind: event.kind === 'resolved' ? 'resolved' : 'raised' }
}

/** From likely to lost. */
const OUTLOOKS = ['secured', 'high', 'medium', 'low', 'very-low', 'lost']

/**
 * Whether evidence is worse than what was told last: a later reminder, less slack, stronger evidence, a poorer outlook, fewer units.
 *
 * Facts that say none of these (data that cannot be, what reads otherwise) are news whenever they change.
 */
export function isWorse(now: Weight, told: Weight | null): boolean {
  if (told === null) return true
  const weighed = [
    difference(now.stage, told.stage),
    difference(told.slack, now.slack),
    difference(strengthOf(now), strengthOf(told)),
    difference(rankOf(now), rankOf(told)),
  ].filter((each) => each !== null)
  if (weighed.length > 0) return weighed.some((each) => each > 0)
  const lost = difference(told.unitsCovered, now.unitsCovered)
  return lost === null ? JSON.stringify(now) !== JSON.stringify(told) : lost > 0
}

/** Null where one of the two is not known. */
function difference(a: number | null | undefined, b: number | null | undefined): number | null {
  return typeof a === 'number' && typeof b === 'number' ? a - b : null
}

function strengthOf({ strength }: Weight): number | undefined {
  if (strength === undefined || strength === null) return undefined
  return strength === 'strong' ? 2 : 1
}

function rankOf(weight: Weight): number | undefined {
  const rank = OUTLOOKS.indexOf(weight.class ?? '')
  return rank < 0 ? undefined : rank
}

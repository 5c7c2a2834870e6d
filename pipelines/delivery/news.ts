import type { IsWorse } from '../ledger/alert-fold.ts'
import type { AlertEvent } from '../ledger/schema.ts'

/** An event worth a message. */
export interface News {
  readonly seq: number
  readonly kind: 'raised' | 'worse' | 'resolved'
}

/**
 * What of the events of a case of which nobody was told yet is worth a message: the newest that is; null when none is.
 *
 * An opening and a re-opening are, evidence only when it is worse than what was told last (`told`, the facts of that), and the end. What
 * persons enter beside that (acknowledged, explained) is not: they know.
 */
export function newsOf(
  undecided: readonly AlertEvent[],
  told: string | null,
  isWorse: IsWorse,
): News | null {
  const event = undecided.findLast(
    ({ kind, facts }) =>
      kind === 'opened' ||
      kind === 'reopened' ||
      kind === 'resolved' ||
      (kind === 'evidence' && (told === null || facts === null || isWorse(told, facts))),
  )
  if (event === undefined) return null
  return { seq: event.seq, kind: kindOf(event, told) }
}

function kindOf({ kind }: AlertEvent, told: string | null): News['kind'] {
  if (kind === 'resolved') return kind
  return kind === 'evidence' && told !== null ? 'worse' : 'raised'
}

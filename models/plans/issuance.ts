import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import type { Plan } from './plan.ts'
import { isAsked } from './senders.ts'

/** Who is to issue a plan of their own, and by when. */
export interface Issuance {
  readonly clause: string
  /** Exclusive; null where the text names no day. */
  readonly dueBefore: CalendarDate | null
  /** Everyone whom the clause asks, those it only requests ("Đề nghị") too: `standing` tells them apart. */
  readonly issuers: readonly Reporter[]
}

/** The obligation of a plan under which others issue theirs. */
export const IMPLEMENTATION_PLAN = 'implementation-plan'

/**
 * Who is to issue a plan that carries this one out, and by when: the obligation `implementation-plan`; null where the text has none.
 *
 * Bắc Ninh IV.1 before 8/6/2026, Bắc Giang IV.1 before 15/3/2022, Hà Tĩnh IV.1 and Cần Thơ IV.1 without a day, Hưng Yên not at all.
 */
export function issuersOf(plan: Plan, reporters: readonly Reporter[]): Issuance | null {
  const obligation = plan.obligations.find(({ id }) => id === IMPLEMENTATION_PLAN)
  if (obligation === undefined) return null
  return {
    clause: obligation.clause,
    dueBefore: obligation.dues[0]?.before ?? null,
    issuers: reporters.filter(({ id }) => isAsked(obligation, id)),
  }
}

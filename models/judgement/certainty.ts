import type { Goal } from '../plans/target.ts'
import { isMet } from './fact.ts'

/** How a year may still go on: how many subjects come beside the n of today, and of how many it is open whether they will count. */
export interface Still {
  readonly coming: number
  readonly undecided: number
}

/**
 * Whether a goal is met (`secured`) or missed (`lost`) whatever still happens; null while it depends.
 *
 * The futures are: of N = n + coming subjects x + j count, j from 0 to `undecided`. What counts is never uncounted again. The largest
 * `coming` settles it for every smaller one, too: a ceiling grows with N but by less than one each, a floor never falls with N.
 *
 * With subjects that are decided as they come, `undecided` is `coming`, and of a ceiling it is k* − x < 0 and k* − x ≥ m. The
 * verdict MISS before the year's close is the same arithmetic.
 */
export function certaintyOf(
  goal: Goal,
  x: number,
  n: number,
  { coming, undecided }: Still,
): 'secured' | 'lost' | null {
  const whole = n + coming
  const most = Math.min(whole, x + undecided)
  const [best, worst] = 'below' in goal ? [x, most] : [most, x]
  if (!isMet(goal, best, whole)) return 'lost'
  return isMet(goal, worst, whole) ? 'secured' : null
}

import type { Goal } from '../plans/target.ts'
import { betaQuantile } from './beta.ts'
import { floorOf } from './fact.ts'
import { signalCounts } from './funnel.ts'
import { WARN } from './levels.ts'

/** What it takes for n to give a signal against a goal. */
export interface Reach {
  /** The count from which on (under a ceiling) or up to which (above a floor) it is one. */
  readonly count: number
  /** The true share, within 0…1, at which a signal arises with a chance of 80 %. */
  readonly share: number
}

const POWER = 0.8

/**
 * How far a test of n against a goal reaches; null where nothing is tested, and where no count of n would be a signal.
 *
 * P(X ≥ r | n, p) = I_p(r, n − r + 1), so that the share is a quantile of the beta distribution. 50 persons under 1 % need 3 cases, which
 * arise with 80 % at a true 8.4 %: no signal is no proof that all is well.
 */
export function reachOf(goal: Goal, n: number, level: number = WARN): Reach | null {
  if ('all' in goal || n === 0) return null
  if ('below' in goal) {
    const count = signalCounts(goal.below, n, level, 'high')
    return count > n ? null : { count, share: betaQuantile(POWER, count, n - count + 1) }
  }
  const count = signalCounts(floorOf(goal), n, level, 'low')
  return count < 0 ? null : { count, share: betaQuantile(1 - POWER, count + 1, n - count) }
}

import type { Goal, Ratio } from '../plans/target.ts'
import { upperTail } from './binomial.ts'
import { floorOf, slackOf } from './fact.ts'
import { signalCounts } from './funnel.ts'
import { ALARM } from './levels.ts'
import { reachOf } from './power.ts'

/** What a number of subjects allows to be seen of a goal: a row of the signal table, in whole numbers and two shares. */
export interface SignalRow {
  readonly n: number
  /** Below a ceiling the chance of one case or more in a process exactly at it; null above a floor. */
  readonly anyCase: number | null
  /** The count at which a signal begins, and a strong one: from there on below a ceiling, down from there above a floor; null where none is. */
  readonly warn: number | null
  readonly alarm: number | null
  /** The true share at which 80 of 100 such units would signal; null where none would. */
  readonly detectable: number | null
  /** The largest count still below a ceiling, or the smallest that meets a floor; null where no count does. */
  readonly limit: number | null
}

/**
 * What a unit of n subjects can show of a ceiling or a floor; null for "all", which is counted and not tested.
 *
 * Under 1 % a unit of 50 signals from 3 cases on, and only a true 8.4 % would be found in 80 of 100 such units: no signal is no safety.
 *
 * @throws RangeError when n is no whole number from 0 on.
 */
export function signalRowOf(goal: Goal, n: number): SignalRow | null {
  if ('all' in goal) return null
  const below = 'below' in goal
  const ratio = below ? goal.below : floorOf(goal)
  const slack = slackOf(goal, 0, n)
  const limit = below ? slack : -slack
  const reach = reachOf(goal, n)
  return {
    n,
    anyCase: below ? upperTail(1, n, ratio[0] / ratio[1]) : null,
    warn: reach?.count ?? null,
    alarm: alarmAt(ratio, n, below),
    detectable: reach?.share ?? null,
    limit: limit < 0 || limit > n ? null : limit,
  }
}

function alarmAt(ratio: Ratio, n: number, below: boolean): number | null {
  const at = signalCounts(ratio, n, ALARM, below ? 'high' : 'low')
  return at < 0 || at > n ? null : at
}

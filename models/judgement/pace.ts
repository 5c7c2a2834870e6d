import { monthsOf, window } from '#sources/vocabulary/window.ts'
import type { Goal, Ratio } from '../plans/target.ts'
import { lowerTail } from './binomial.ts'
import { floorOf } from './fact.ts'

/** Where a year that just reaches its goal stands at the end of a window, as shares of n: the line, and the band of its chance. */
export interface PaceRow {
  readonly windowId: string
  readonly pace: number
  readonly low: number
  readonly high: number
}

/** A year-to-date window and the n that it has; null where it has no value. */
export interface PacePoint {
  readonly windowId: string
  readonly denominator: number | null
}

/**
 * The pace of a goal through the year, for drawing: T·d/D where counts grow towards it, the goal itself where a share is owed from the
 * first month (`grows` false).
 *
 * The band is from the 10 % to the 90 % point of Bin(n, pace): a year on its way stands in it four times of five. A window without a value,
 * or with n = 0, has no row; neither has a review.
 *
 * @example paceRows({ below: [1, 100] }, [{ windowId: 'adm:2026-6M', denominator: 2000 }], true) // [{ …, pace: 0.005, low: 0.003, high: 0.007 }]
 */
export function paceRows(
  goal: Goal,
  points: readonly PacePoint[],
  grows: boolean,
): readonly PaceRow[] {
  return points.flatMap(({ windowId, denominator: n }) => {
    const months = monthsOf(window(windowId)).length
    if (n === null || n === 0 || months === 0) return []
    const [num, den] = ratioOf(goal)
    const pace = grows ? (num * months) / (den * 12) : num / den
    const at = (level: number) => binomialQuantile(level, n, pace) / n
    return [{ windowId, pace, low: at(0.1), high: at(0.9) }]
  })
}

/** The smallest count k with P(X ≤ k) ≥ level, X ~ Bin(n, p). */
export function binomialQuantile(level: number, n: number, p: number): number {
  let [below, from] = [-1, n]
  while (from - below > 1) {
    const middle = Math.floor((below + from) / 2)
    if (lowerTail(middle, n, p) >= level) from = middle
    else below = middle
  }
  return from
}

function ratioOf(goal: Goal): Ratio {
  if ('below' in goal) return goal.below
  return 'all' in goal ? [1, 1] : floorOf(goal)
}

import type { Ratio } from '../plans/target.ts'
import { lowerTail, pointMass, upperTail } from './binomial.ts'
import { firstWhere } from './bisect.ts'
import { ALARM, isAtMost, WARN } from './levels.ts'
import { refuseCount, refuseLevel, refuseShare } from './refuse.ts'

/** The four curves of a funnel at one n, as shares within 0…1. */
export interface FunnelLimits {
  readonly warnLow: number
  readonly warnHigh: number
  readonly alarmLow: number
  readonly alarmHigh: number
}

/** One-sided levels of the inner and the outer pair of curves. */
export interface FunnelLevels {
  readonly warn: number
  readonly alarm: number
}

/** Above the centre line, or below it. */
export type Side = 'high' | 'low'

/**
 * Spiegelhalter's exact funnel limits around a share (2005, Stat Med 24:1185), for drawing; null where n is 0.
 *
 * At each of q = 0.001, 0.025, 0.975, 0.999: r the smallest count with F(r) ≥ q, the limit (r − (F(r) − q) / P(X = r)) / n, clipped to
 * 0…1. The interpolation makes smooth curves and nothing else: a point may lie beyond a curve without being a signal, so whoever flags
 * units asks `signalCounts`, and the two must not be confused. `funnelLimits([1, 100], 200)` has its upper inner curve at 2.37 %: 5 of
 * 200 lie beyond it, yet the first signal is 6 of 200.
 *
 * @throws RangeError when n is no whole number from 0 on, the ratio is outside 0…1 or a level not between 0 and 1.
 */
export function funnelLimits(
  ratio: Ratio,
  n: number,
  levels: FunnelLevels = { warn: WARN, alarm: ALARM },
): FunnelLimits | null {
  const p0 = shareOf(ratio, n)
  refuseLevel('warn', levels.warn)
  refuseLevel('alarm', levels.alarm)
  if (n === 0) return null
  return {
    warnLow: lowLimit(n, p0, levels.warn),
    warnHigh: highLimit(n, p0, levels.warn),
    alarmLow: lowLimit(n, p0, levels.alarm),
    alarmHigh: highLimit(n, p0, levels.alarm),
  }
}

/**
 * The count from which on a unit of n is a signal against a share: what flags it, in whole numbers.
 *
 * `high`: the smallest r with P(X ≥ r) ≤ level, n + 1 when no count is one. `low`: the largest r with P(X ≤ r) ≤ level, −1 when none is.
 * Flags come from here and never from the curves of `funnelLimits`, which are interpolated. `signalCounts([1, 100], 50, 0.025, 'high')`
 * is 3: in a commune of 50 the third case is hard to explain by chance.
 *
 * @throws RangeError when n is no whole number from 0 on, the ratio is outside 0…1 or the level not between 0 and 1.
 */
export function signalCounts(ratio: Ratio, n: number, level: number, side: Side): number {
  const p0 = shareOf(ratio, n)
  refuseLevel('level', level)
  if (side === 'high') return highCount(n, p0, level)
  return firstWhere(0, n, (at) => !isAtMost(lowerTail(at, n, p0), level)) - 1
}

function highCount(n: number, p0: number, level: number): number {
  return firstWhere(0, n + 1, (at) => isAtMost(upperTail(at, n, p0), level))
}

/** q = 1 − level: F(r) ≥ q where the tail beyond r is at most the level, and by that difference F(r) exceeds q. */
function highLimit(n: number, p0: number, level: number): number {
  const r = highCount(n, p0, level) - 1
  return limit(r, n, level - upperTail(r + 1, n, p0), p0)
}

function lowLimit(n: number, p0: number, level: number): number {
  const r = firstWhere(0, n, (at) => lowerTail(at, n, p0) >= level)
  return limit(r, n, lowerTail(r, n, p0) - level, p0)
}

function limit(r: number, n: number, excess: number, p0: number): number {
  return Math.min(1, Math.max(0, (r - excess / pointMass(r, n, p0)) / n))
}

function shareOf([num, den]: Ratio, n: number): number {
  refuseShare('ratio', num / den)
  refuseCount('n', n)
  return num / den
}

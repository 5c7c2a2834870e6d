/** Around a series over time: its mean and what chance alone keeps it within, in the unit of its values. */
export interface Limits {
  readonly mean: number
  readonly lower: number
  readonly upper: number
}

/** Fewer points show no run of seven and carry no limits. */
export const FEWEST_POINTS = 7

/** Limits of fewer points are provisional: each new point still moves them. */
export const SETTLED_POINTS = 12

/**
 * On which side of a line a value lies: 1 above, −1 below, 0 on it.
 *
 * Shares are quotients, and a mean of equal quotients may differ from them in its last digit: what differs by less than a part in 1e12
 * lies on the line, else a series that never changes would be all on one side of its own mean.
 */
export function sideOf(value: number, line: number): -1 | 0 | 1 {
  const gap = value - line
  if (Math.abs(gap) <= 1e-12 * Math.max(Math.abs(value), Math.abs(line))) return 0
  return gap > 0 ? 1 : -1
}

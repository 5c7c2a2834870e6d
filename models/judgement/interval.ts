/** Limits of a share, both within 0…1. */
export interface Interval {
  readonly low: number
  readonly high: number
}

const Z95 = 1.959963984540054

/**
 * Wilson's 95 % interval of x in n (E. Wilson 1927), for display only; null when n is 0.
 *
 * It describes the process behind the year's count, not an error of sampling. The lower limit is exactly 0 at x = 0, the upper exactly 1
 * at x = n.
 */
export function wilson(x: number, n: number): Interval | null {
  if (n === 0) return null
  const zz = Z95 * Z95
  const p = x / n
  const scale = 1 + zz / n
  const centre = (p + zz / (2 * n)) / scale
  const half = (Z95 / scale) * Math.sqrt((p * (1 - p)) / n + zz / (4 * n * n))
  return { low: x === 0 ? 0 : centre - half, high: x === n ? 1 : centre + half }
}

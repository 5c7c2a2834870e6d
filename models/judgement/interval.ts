import { betaQuantile } from './beta.ts'
import { gammaQuantile } from './gamma.ts'
import { refuseCount, refuseLevel, refuseNegative, refusePart } from './refuse.ts'

/** Limits of a share, both within 0…1, or of a rate per unit of exposure. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * Wilson's interval of x in n (E. Wilson 1927), for display only; null when n is 0.
 *
 * x and n are whole, `level` is the two-sided coverage. It describes the process behind the year's count, not an error of sampling. The
 * lower limit is exactly 0 at x = 0, the upper exactly 1 at x = n. `wilson(1, 12)` is 1.5 % to 35.4 %.
 *
 * @throws RangeError when x, n are no whole numbers with 0 ≤ x ≤ n, or level is not between 0 and 1.
 */
export function wilson(x: number, n: number, level = 0.95): Interval | null {
  refusePart(x, n)
  refuseLevel('level', level)
  if (n === 0) return null
  const z = deviationOf(level)
  const zz = z * z
  const p = x / n
  const scale = 1 + zz / n
  const centre = (p + zz / (2 * n)) / scale
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / n + zz / (4 * n * n))
  return { low: x === 0 ? 0 : centre - half, high: x === n ? 1 : centre + half }
}

/**
 * Clopper and Pearson's exact interval of x in n (1934); null when n is 0.
 *
 * Arguments, ends and errors as `wilson`. It leaves a share out exactly when `twoSidedCentral` of that share is below 1 − level: coverage
 * is guaranteed, the interval wide. Of 0 in 299 the limits are 0 and 1.23 %.
 */
export function clopperPearson(x: number, n: number, level = 0.95): Interval | null {
  refusePart(x, n)
  refuseLevel('level', level)
  if (n === 0) return null
  const tail = (1 - level) / 2
  return {
    low: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    high: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  }
}

/**
 * Garwood's exact interval of the rate of x events over an exposure (1936); null where the exposure is 0.
 *
 * x is a count, the exposure a real amount such as person-years, the limits are events per unit of it. The lower one is exactly 0 at
 * x = 0. 2 events in 100 person-years: 0.24 to 7.22 per hundred, `garwood(2, 100)`.
 *
 * @throws RangeError when x is no whole number from 0 on, the exposure negative or not finite, or level not between 0 and 1.
 */
export function garwood(x: number, exposure: number, level = 0.95): Interval | null {
  refuseCount('x', x)
  refuseNegative('exposure', exposure)
  refuseLevel('level', level)
  if (exposure === 0) return null
  const tail = (1 - level) / 2
  return {
    low: x === 0 ? 0 : gammaQuantile(tail, x) / exposure,
    high: gammaQuantile(1 - tail, x + 1) / exposure,
  }
}

const Z95 = 1.959963984540054

/** The standard normal deviation that a share `level` stays within: half its square is Gamma(½) distributed. */
function deviationOf(level: number): number {
  return level === 0.95 ? Z95 : Math.sqrt(2 * gammaQuantile(level, 0.5))
}

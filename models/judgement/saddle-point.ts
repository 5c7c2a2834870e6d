/**
 * Masses of the binomial and the Poisson distribution by C. Loader's saddle-point form (2000, "Fast and accurate computation of binomial
 * probabilities"), for real arguments, so that the incomplete beta and gamma functions stand on them too.
 *
 * Differences of log-gamma lose digits above n ~ 1e5; the differences between log-gamma and Stirling's formula, added here, do not.
 * Math.pow is avoided: its last digits differ between Node 20 and 24.
 */

/**
 * (x + rest)! / (x! rest!) pˣ qʳᵉˢᵗ with factorials of real numbers; 0 where x or the rest is negative.
 *
 * The two parts, and p and its complement q, travel together, so that none loses digits to a subtraction.
 */
export function binomialMass(x: number, rest: number, p: number, q: number): number {
  if (x < 0 || rest < 0) return 0
  if (p === 0) return x === 0 ? 1 : 0
  if (q === 0) return rest === 0 ? 1 : 0
  if (x === 0) return Math.exp(rest * logOf(q, p))
  if (rest === 0) return Math.exp(x * logOf(p, q))
  const n = x + rest
  const log =
    stirlingError(n) -
    stirlingError(x) -
    stirlingError(rest) -
    deviance(x, n * p) -
    deviance(rest, n * q)
  return Math.exp(log) * Math.sqrt(n / (2 * Math.PI * x * rest))
}

/** meanˣ e⁻ᵐᵉᵃⁿ / x! with the factorial of a real number, x > 0, mean ≥ 0. */
export function poissonMass(x: number, mean: number): number {
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x)
}

/** log p, where `rest` = 1 − p is known better when it is small. */
function logOf(p: number, rest: number): number {
  return rest < 0.5 ? Math.log1p(-rest) : Math.log(p)
}

/** log x! − log of Stirling's formula: a series in 1/x² from 15 on, the exact steps down to x below (tabulated at whole numbers). */
function stirlingError(x: number): number {
  const exact = SMALL_ERRORS[x]
  if (exact !== undefined) return exact
  let steps = 0
  let at = x
  for (; at < 15; at++) steps += (at + 0.5) * Math.log1p(1 / at) - 1
  const square = at * at
  const series = 1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square
  return steps + (1 / 12 - (1 / 360 - series / square) / square) / at
}

/** By x; the entry for 0 is never read by a mass between its ends. */
const SMALL_ERRORS: readonly number[] = [
  0, 0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.020790672103765093,
  0.01664469118982119, 0.01387612882307075, 0.01189670994589177, 0.010411265261972096,
  0.009255462182712733, 0.008330563433362871, 0.007573675487951841, 0.00694284010720953,
  0.006408994188004207, 0.005951370112758848, 0.005554733551962801,
]

/** x log(x/mean) + mean − x, without cancellation when x is near the mean. */
function deviance(x: number, mean: number): number {
  const gap = x - mean
  if (Math.abs(gap) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - gap
  const v = gap / (x + mean)
  let sum = gap * v
  let term = 2 * x * v
  for (let k = 3; ; k += 2) {
    term *= v * v
    const next = sum + term / k
    if (next === sum) return sum
    sum = next
  }
}

/**
 * Exact binomial probabilities, good to 1e-8 relative up to n = 1e8 where they do not underflow.
 *
 * The point mass is Loader's saddle-point form (C. Loader 2000, "Fast and accurate computation of binomial probabilities"): differences of
 * log-gamma lose digits above n ~ 1e5. A tail is the point mass times a continued fraction of the regularised incomplete beta function,
 * and the tail that is asked for is the one computed, since 1 − cdf loses small ones. Math.pow is avoided: its last digits differ
 * between Node 20 and 24. Nothing computed here is stored.
 */

/** P(X = x) for X ~ Bin(n, p); 0 ≤ p ≤ 1, x and n whole. */
export function pointMass(x: number, n: number, p: number): number {
  return mass(x, n, p, 1 - p)
}

/** P(X ≥ x). */
export function upperTail(x: number, n: number, p: number): number {
  return upper(x, n, p, 1 - p)
}

/** P(X ≤ x). */
export function lowerTail(x: number, n: number, p: number): number {
  return upper(n - x, n, 1 - p, p)
}

/** P and its complement travel together, so that neither loses digits to a second subtraction. */
function mass(x: number, n: number, p: number, q: number): number {
  if (x < 0 || x > n) return 0
  if (p === 0) return x === 0 ? 1 : 0
  if (q === 0) return x === n ? 1 : 0
  if (x === 0) return Math.exp(n * logOf(q, p))
  if (x === n) return Math.exp(n * logOf(p, q))
  const log =
    stirlingError(n) -
    stirlingError(x) -
    stirlingError(n - x) -
    deviance(x, n * p) -
    deviance(n - x, n * q)
  return Math.exp(log) * Math.sqrt(n / (2 * Math.PI * x * (n - x)))
}

/** P(X ≥ x) = I_p(x, n − x + 1), from the side on which the fraction converges. */
function upper(x: number, n: number, p: number, q: number): number {
  if (x <= 0) return 1
  if (x > n || p === 0) return 0
  if (q === 0) return 1
  if (p * (n + 3) < x + 1) return mass(x, n, p, q) * q * fraction(x, n - x + 1, p)
  return 1 - mass(x - 1, n, p, q) * p * fraction(n - x + 1, x, q)
}

/** log p, where `rest` = 1 − p is known better when it is small. */
function logOf(p: number, rest: number): number {
  return rest < 0.5 ? Math.log1p(-rest) : Math.log(p)
}

const TINY = 1e-300
const LAST_DIGIT = 1e-16

/** The continued fraction of I_x(a, b) by Lentz's method as modified by Thompson and Barnett; it needs O(√max(a, b)) terms. */
function fraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m <= 1_000_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) <= LAST_DIGIT) break
  }
  return value
}

/** Lentz divides by its partial terms: none may be 0. */
function away(term: number): number {
  return Math.abs(term) < TINY ? TINY : term
}

/** log n! − log of Stirling's approximation, exact for 1…15, a series in 1/n² beyond. */
function stirlingError(n: number): number {
  const exact = SMALL_ERRORS[n]
  if (exact !== undefined) return exact
  const nn = n * n
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / nn) / nn) / nn) / nn) / n
}

/** By n; the entry for 0 is never read by a mass between its ends. */
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

import { incompleteBeta } from './incomplete-beta.ts'
import { refuseBroken, refuseCount, refuseEmpty, refuseShare } from './refuse.ts'
import { binomialMass } from './saddle-point.ts'

/**
 * P(X = k) of m further persons, when the share behind them is uncertain as Beta(a, b): X ~ BetaBin(m, a, b).
 *
 * With a = prior + x and b = prior + n − x it is the predictive distribution of the rest of a year after x of n. k is whole (0 outside
 * 0…m), m a count, a and b real. Written as the quotient of three negative-binomial masses of one probability, whose powers cancel, it
 * keeps its digits up to m = 1e8. After 1 of 50 and a prior Beta(0.8, 79.2) no event among 10 has the probability
 * `betaBinomialMass(0, 10, 1.8, 128.2)` = 0.8739.
 *
 * @throws RangeError when k or m is no whole number, m < 0, or a or b is not above 0.
 */
export function betaBinomialMass(k: number, m: number, a: number, b: number): number {
  refuseBetaBinomial(k, m, a, b)
  return betaBinomial(k, m, a, b)
}

/**
 * P(X ≤ k), X ~ BetaBin(m, a, b), as `betaBinomialMass`.
 *
 * The masses below k are added up, or those above it when k is beyond the mean: at most m steps, fewer where they fade. P(X ≥ k) is
 * `betaBinomialAtMost(m - k, m, b, a)`, good in its small values too.
 */
export function betaBinomialAtMost(k: number, m: number, a: number, b: number): number {
  refuseBetaBinomial(k, m, a, b)
  if (k < 0) return 0
  if (k >= m) return 1
  if (k * (a + b) < m * a) return downFrom(k, m, a, b)
  return Math.max(0, 1 - downFrom(m - k - 1, m, b, a))
}

/**
 * P(X = k), X ~ NegBin(size, prob): the failures before the `size`-th success, or a Poisson count whose rate is Gamma distributed.
 *
 * With λ ~ Gamma(a, b) per person-day, x events in E days so far and F to come, size = a + x and prob = (b + E) / (b + E + F) give the
 * events to come of a fixed cohort. k is whole (0 below 0), size real; `negativeBinomialMass(0, 1, 0.25)` = 0.25.
 *
 * @throws RangeError when k is no whole number, size is not above 0 or prob not within 0…1.
 */
export function negativeBinomialMass(k: number, size: number, prob: number): number {
  refuseNegativeBinomial(k, size, prob)
  return k < 0 ? 0 : negativeBinomial(k, size, prob, 1 - prob)
}

/** P(X ≤ k), X ~ NegBin(size, prob), as `negativeBinomialMass`; equal to I_prob(size, k + 1). */
export function negativeBinomialAtMost(k: number, size: number, prob: number): number {
  refuseNegativeBinomial(k, size, prob)
  return k < 0 ? 0 : incompleteBeta(prob, 1 - prob, size, k + 1)
}

function betaBinomial(k: number, m: number, a: number, b: number): number {
  if (k < 0 || k > m) return 0
  const whole = a + b + m
  const [p, q] = [(a + b) / whole, m / whole]
  const scale = negativeBinomial(k, a, p, q) / negativeBinomial(m, a + b, p, q)
  return scale * negativeBinomial(m - k, b, p, q)
}

function negativeBinomial(k: number, size: number, p: number, q: number): number {
  return (size / (size + k)) * binomialMass(size, k, p, q)
}

/**
 * The masses of 0…k, from k down; they fade for good where a ≥ 1, while for a < 1 they may rise again near 0.
 *
 * Kahan's sum: adding a million equal masses plainly rounds a million times to the same side.
 */
function downFrom(k: number, m: number, a: number, b: number): number {
  let mass = betaBinomial(k, m, a, b)
  let sum = mass
  let lost = 0
  for (let j = k; j > 0; j--) {
    mass *= (j / (j - 1 + a)) * ((m - j + b) / (m - j + 1))
    const next = sum + (mass + lost)
    lost += mass - (next - sum)
    sum = next
    if (a >= 1 && mass * j < sum * 1e-17) break
  }
  return Math.min(1, sum)
}

function refuseBetaBinomial(k: number, m: number, a: number, b: number): void {
  refuseBroken('k', k)
  refuseCount('m', m)
  refuseEmpty('a', a)
  refuseEmpty('b', b)
}

function refuseNegativeBinomial(k: number, size: number, prob: number): void {
  refuseBroken('k', k)
  refuseEmpty('size', size)
  refuseShare('prob', prob)
}

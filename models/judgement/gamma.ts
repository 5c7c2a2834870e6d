import { placeOf } from './newton.ts'
import { refuseEmpty, refuseNegative, refuseShare } from './refuse.ts'
import { poissonMass } from './saddle-point.ts'

/**
 * P(X ≤ x), X ~ Gamma(shape) of scale 1: good to 1e-8 relative or 1e-12 absolute up to shape = 1e8.
 *
 * x is finite and not negative, shape real. For whole numbers it is P(N ≥ shape) of a Poisson count N of mean x.
 * `gammaCdf(1, 1)` = 1 − 1/e = 0.632….
 *
 * @throws RangeError when x is negative or not finite, or shape is not above 0.
 */
export function gammaCdf(x: number, shape: number): number {
  refuseGamma(x, shape)
  return lower(x, shape)
}

/** P(X ≥ x), X ~ Gamma(shape), as `gammaCdf`; small ones keep their digits. `gammaUpper(1, 1)` = 1/e = 0.367…. */
export function gammaUpper(x: number, shape: number): number {
  refuseGamma(x, shape)
  return upper(x, shape)
}

/**
 * The value below which Gamma(shape) lies with probability p; 0 at p = 0, Infinity at p = 1.
 *
 * Solved for its logarithm, from the nearer tail. A quantile under 1e-307 comes back as good as 0. `gammaQuantile(0.975, 1)` = 3.688…,
 * Garwood's upper limit where nothing happened.
 *
 * @throws RangeError when p is outside 0…1, or shape is not above 0.
 */
export function gammaQuantile(p: number, shape: number): number {
  refuseShare('p', p)
  refuseEmpty('shape', shape)
  if (p === 0) return 0
  if (p === 1) return Number.POSITIVE_INFINITY
  const start = Math.log(shape)
  if (p <= 0.5) return Math.exp(placeOf(p, (at) => lowerAt(Math.exp(at), shape), start))
  return Math.exp(-placeOf(1 - p, (at) => upperAt(Math.exp(-at), shape), -start))
}

function lowerAt(x: number, shape: number) {
  return { value: lower(x, shape), slope: poissonMass(shape, x) * shape }
}

function upperAt(x: number, shape: number) {
  return { value: upper(x, shape), slope: poissonMass(shape, x) * shape }
}

function lower(x: number, shape: number): number {
  if (x === 0) return 0
  return x < shape + 1 ? series(x, shape) : 1 - fraction(x, shape)
}

function upper(x: number, shape: number): number {
  if (x === 0) return 1
  return x < shape + 1 ? 1 - series(x, shape) : fraction(x, shape)
}

/** P(X ≤ x) as a rising power series; it needs O(√shape) terms where it is used. */
function series(x: number, shape: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (shape + k)
    sum += term
  }
  return poissonMass(shape, x) * sum
}

/** P(X ≥ x) as a continued fraction by Lentz's method; its terms are positive from x = shape + 1 on. */
function fraction(x: number, shape: number): number {
  let b = x + 1 - shape
  let c = Number.POSITIVE_INFINITY
  let d = 1 / b
  let value = d
  for (let k = 1; k <= 1_000_000; k++) {
    const a = k * (shape - k)
    b += 2
    d = 1 / (b + a * d)
    c = b + a / c
    value *= c * d
    if (Math.abs(c * d - 1) <= Number.EPSILON) break
  }
  return poissonMass(shape, x) * shape * value
}

function refuseGamma(x: number, shape: number): void {
  refuseNegative('x', x)
  refuseEmpty('shape', shape)
}

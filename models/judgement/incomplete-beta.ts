import { binomialMass } from './saddle-point.ts'

/**
 * The regularised incomplete beta function I_x(a, b) for real a, b > 0 and x + y = 1: what binomial, negative-binomial and beta
 * probabilities are.
 *
 * Good to 1e-8 relative or 1e-12 absolute up to a + b = 1e8. It is computed from the side on which the continued fraction converges;
 * whoever needs the other tail asks for I_y(b, a), since a difference from 1 loses small ones.
 */
export function incompleteBeta(x: number, y: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (y <= 0) return 1
  if (x * (a + b + 2) < a + 1) return side(x, y, a, b)
  return 1 - side(y, x, b, a)
}

/** xᵃ yᵇ / B(a, b), divided by the fraction. */
function side(x: number, y: number, a: number, b: number): number {
  return (binomialMass(a, b, x, y) * a * (b / (a + b))) / fraction(x, y, a, b)
}

const TINY = 1e-300

/**
 * The continued fraction of A. DiDonato and A. Morris (1992, TOMS 708, BFRAC) by Lentz's method; it needs O(√max(a, b)) terms.
 *
 * The better-known fraction, of which it is the even part, takes differences from 1 and loses half its digits where a is large and x
 * close to 1 (measured: 5e-9 at a = 9e7); here y bears them.
 */
function fraction(x: number, y: number, a: number, b: number): number {
  const gap = a * y - b * x + 1
  let value = away((a * gap) / (a + 1))
  let c = value
  let d = 0
  for (let m = 1; m <= 1_000_000; m++) {
    const at = a + 2 * m
    const over = (m * (b - m) * x) / (at - 1)
    const numerator = (((a + m - 1) * x) / (at - 1)) * (a + b + m - 1) * over
    const denominator = m + over + ((a + m) * (gap + m * (1 + y))) / (at + 1)
    d = 1 / away(denominator + numerator * d)
    c = away(denominator + numerator / c)
    value *= c * d
    if (Math.abs(c * d - 1) <= Number.EPSILON) break
  }
  return value
}

/** Lentz divides by its partial terms: none may be 0. */
function away(term: number): number {
  return Math.abs(term) < TINY ? TINY : term
}

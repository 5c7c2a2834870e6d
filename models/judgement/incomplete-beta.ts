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

function side(x: number, y: number, a: number, b: number): number {
  return binomialMass(a, a + b, x, y) * (b / (a + b)) * fraction(a, b, x)
}

const TINY = 1e-300

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
    if (Math.abs(d * c - 1) <= Number.EPSILON) break
  }
  return value
}

/** Lentz divides by its partial terms: none may be 0. */
function away(term: number): number {
  return Math.abs(term) < TINY ? TINY : term
}

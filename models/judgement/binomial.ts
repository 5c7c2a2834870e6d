import { incompleteBeta } from './incomplete-beta.ts'
import { binomialMass } from './saddle-point.ts'

/**
 * Exact binomial probabilities, good to 1e-8 relative up to n = 1e8 where they do not underflow.
 *
 * The point mass is Loader's (`saddle-point.ts`), a tail is an incomplete beta function (`incomplete-beta.ts`), and the tail that is
 * asked for is the one computed, since 1 − cdf loses small ones. Nothing computed here is stored.
 */

/** P(X = x) for X ~ Bin(n, p); 0 ≤ p ≤ 1, x and n whole. */
export function pointMass(x: number, n: number, p: number): number {
  return binomialMass(x, n, p, 1 - p)
}

/** P(X ≥ x). */
export function upperTail(x: number, n: number, p: number): number {
  return upper(x, n, p, 1 - p)
}

/** P(X ≤ x). */
export function lowerTail(x: number, n: number, p: number): number {
  return upper(n - x, n, 1 - p, p)
}

/** P(X ≥ x) = I_p(x, n − x + 1). */
function upper(x: number, n: number, p: number, q: number): number {
  if (x <= 0) return 1
  return x > n ? 0 : incompleteBeta(p, q, x, n - x + 1)
}

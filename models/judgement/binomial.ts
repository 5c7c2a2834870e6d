import { firstWhere } from './bisect.ts'
import { incompleteBeta } from './incomplete-beta.ts'
import { refuseBroken, refuseCount, refusePart, refuseShare } from './refuse.ts'
import { binomialMass } from './saddle-point.ts'

/**
 * P(X = x) for X ~ Bin(n, p), good to 1e-8 relative up to n = 1e8 where it does not underflow.
 *
 * p is a share, n a count, x whole (0 outside 0…n). Loader's saddle-point form (`saddle-point.ts`). `pointMass(1, 2, 0.5)` = 0.5.
 *
 * @throws RangeError when x or n is no whole number, n < 0 or p outside 0…1.
 */
export function pointMass(x: number, n: number, p: number): number {
  refuseBinomial(x, n, p)
  return binomialMass(x, n - x, p, 1 - p)
}

/**
 * P(X ≥ x), the exact one-sided test of "more than p"; 1 at x = 0. As `pointMass`.
 *
 * An incomplete beta function (`incomplete-beta.ts`): the tail that is asked for is computed, since 1 − cdf loses small ones.
 * `upperTail(3, 50, 0.01)` = 0.0138….
 */
export function upperTail(x: number, n: number, p: number): number {
  refuseBinomial(x, n, p)
  return upper(x, n, p, 1 - p)
}

/** P(X ≤ x), the exact one-sided test of "less than p"; 1 at x = n. As `upperTail`. `lowerTail(0, 299, 0.01)` = 0.0495…. */
export function lowerTail(x: number, n: number, p: number): number {
  refuseBinomial(x, n, p)
  return upper(n - x, n, 1 - p, p)
}

/** A relative slip within which two masses count as one, as in R, so that rounding parts no ties. */
const SAME = 1 + 1e-7

/**
 * The exact two-sided p of x in n by minimum likelihood: all outcomes no likelier than x, as R's `binom.test` takes them.
 *
 * x, n whole, p0 a share. It does not agree with the Clopper–Pearson interval; `twoSidedCentral` does. The farther tail is found by
 * bisection, so that n = 1e8 is quick. `twoSidedMinlike(3, 50, 0.01)` = 0.0138…: no outcome below the mean is as unlikely.
 *
 * @throws RangeError when x, n are no whole numbers with 0 ≤ x ≤ n, or p0 is outside 0…1.
 */
export function twoSidedMinlike(x: number, n: number, p0: number): number {
  refusePart(x, n)
  refuseShare('p0', p0)
  const mean = n * p0
  if (x === mean) return 1
  const bound = pointMass(x, n, p0) * SAME
  const isRare = (at: number) => pointMass(at, n, p0) <= bound
  if (x < mean) {
    const from = firstWhere(Math.ceil(mean), n + 1, isRare)
    return Math.min(1, lowerTail(x, n, p0) + upperTail(from, n, p0))
  }
  const end = firstWhere(0, Math.floor(mean) + 1, (at) => !isRare(at))
  return Math.min(1, lowerTail(end - 1, n, p0) + upperTail(x, n, p0))
}

/**
 * The exact two-sided p of x in n, twice the smaller tail and at most 1: below α exactly when the Clopper–Pearson interval of level
 * 1 − α leaves p0 out, so it is the one shown beside that interval. As `twoSidedMinlike`. `twoSidedCentral(3, 50, 0.01)` = 0.0276….
 */
export function twoSidedCentral(x: number, n: number, p0: number): number {
  refusePart(x, n)
  refuseShare('p0', p0)
  return Math.min(1, 2 * Math.min(lowerTail(x, n, p0), upperTail(x, n, p0)))
}

/** P(X ≥ x) = I_p(x, n − x + 1); p and its complement travel together. */
function upper(x: number, n: number, p: number, q: number): number {
  if (x <= 0) return 1
  return x > n ? 0 : incompleteBeta(p, q, x, n - x + 1)
}

function refuseBinomial(x: number, n: number, p: number): void {
  refuseBroken('x', x)
  refuseCount('n', n)
  refuseShare('p', p)
}

import { incompleteBeta } from './incomplete-beta.ts'
import { placeOf } from './newton.ts'
import { refuseEmpty, refuseShare } from './refuse.ts'
import { binomialMass } from './saddle-point.ts'

/**
 * P(X ≤ x), X ~ Beta(a, b): good to 1e-8 relative or 1e-12 absolute up to a + b = 1e8, tails down to 1e-290 included.
 *
 * x is a share, a and b are real. `betaCdf(0.5, 2, 3)` = 0.6875.
 *
 * @throws RangeError when x is outside 0…1, or a or b is not above 0.
 */
export function betaCdf(x: number, a: number, b: number): number {
  refuseBeta('x', x, a, b)
  return incompleteBeta(x, 1 - x, a, b)
}

/** P(X ≥ x), X ~ Beta(a, b), as `betaCdf`; small ones keep their digits. `betaUpper(0.5, 2, 3)` = 0.3125. */
export function betaUpper(x: number, a: number, b: number): number {
  refuseBeta('x', x, a, b)
  return incompleteBeta(1 - x, x, b, a)
}

/**
 * The share below which Beta(a, b) lies with probability p; 0 at p = 0, 1 at p = 1.
 *
 * Solved in log-odds from the nearer tail: on 0…1 in steps, small shares lose all digits. A quantile under 1e-307 comes back as good as 0.
 * The complement of a share close to 1 is `betaQuantile(1 - p, b, a)`. `betaQuantile(0.5, 1, 1)` = 0.5.
 *
 * @throws RangeError when p is outside 0…1, or a or b is not above 0.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  refuseBeta('p', p, a, b)
  if (p === 0 || p === 1) return p
  return shareOf(p <= 0.5 ? logOdds(p, a, b) : -logOdds(1 - p, b, a))
}

/** Of the lower tail; the logarithm of a Beta variable's odds has a log-concave density. */
function logOdds(p: number, a: number, b: number): number {
  const tail = (at: number) => {
    const [x, y] = [shareOf(at), shareOf(-at)]
    const slope = binomialMass(a, b, x, y) * a * (b / (a + b))
    return { value: incompleteBeta(x, y, a, b), slope }
  }
  return placeOf(p, tail, Math.log(a / b))
}

/** Both a share and its complement keep their digits: the one is at the log-odds, the other at their negative. */
function shareOf(logOdds: number): number {
  if (logOdds >= 0) return 1 / (1 + Math.exp(-logOdds))
  const odds = Math.exp(logOdds)
  return odds / (1 + odds)
}

function refuseBeta(name: string, share: number, a: number, b: number): void {
  refuseShare(name, share)
  refuseEmpty('a', a)
  refuseEmpty('b', b)
}

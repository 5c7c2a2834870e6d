import { negativeBinomialAtMost } from './predictive.ts'

/** How many are still unreported: their mean and the limits that hold 95 % of what may come. */
export interface Nowcast {
  readonly mean: number
  readonly low: number
  readonly high: number
}

/**
 * What is still to be reported of a window, given `reported` and the share `complete` that is usually there by now (J. Lawless 1994).
 *
 * The window's total is Poisson, its mean Gamma with `shape` a and `rate` b per window; then the unreported is negative binomial of size
 * a + y and success probability (b + c)/(b + 1), also where y = 0. Null without a completeness or a prior.
 */
export function nowcast(
  reported: number,
  complete: number | null,
  { shape, rate }: { readonly shape: number; readonly rate: number },
): Nowcast | null {
  if (complete === null || complete < 0 || complete > 1 || !(shape > 0 && rate > 0)) return null
  const [size, success] = [shape + reported, (rate + complete) / (rate + 1)]
  const quantile = (level: number) => {
    let count = 0
    while (negativeBinomialAtMost(count, size, success) < level) count++
    return count
  }
  const mean = (size * (1 - complete)) / (rate + complete)
  return { mean, low: quantile(0.025), high: quantile(0.975) }
}

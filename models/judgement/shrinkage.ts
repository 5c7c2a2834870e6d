import { betaQuantile } from './beta.ts'
import type { Interval } from './interval.ts'
import { refuseEmpty, refuseLevel, refusePart, refuseShare } from './refuse.ts'

/** What the units of one province have in common: Beta(mean · size, (1 − mean) · size). */
export interface Prior {
  /** The pooled rate, a share. */
  readonly mean: number
  /** How many persons the prior weighs; null when it outweighs any count, since the units do not differ beyond chance. */
  readonly size: number | null
}

/** A rate drawn towards its peers, with its interval: shares. */
export interface Shrunk extends Interval {
  readonly rate: number
}

/**
 * The empirical-Bayes beta-binomial prior of units by moments (Kleinman 1973, JASA 68:46); null when nobody stands in any of them.
 *
 * Units give whole x of n; those of n = 0 say nothing. p = Σx / Σn, Q = Σ nᵢ (pᵢ − p)², ρ = (Q − (k − 1) p (1 − p)) / (p (1 − p)
 * Σ (nᵢ − 1)(1 − nᵢ/N)), size = 1/ρ − 1. The size is null where ρ ≤ 0 or nothing tells (one unit, units of one person, no event, events
 * only); ρ above ½ counts as ½, so that the prior weighs a person at least. `most` caps the size, a null one too.
 *
 * @throws RangeError when a unit's x, n are no whole numbers with 0 ≤ x ≤ n, or `most` is not above 0.
 */
export function priorOf(
  units: readonly { readonly x: number; readonly n: number }[],
  most?: number,
): Prior | null {
  for (const { x, n } of units) refusePart(x, n)
  if (most !== undefined) refuseEmpty('most', most)
  const peopled = units.filter(({ n }) => n > 0)
  const whole = peopled.reduce((sum, { n }) => sum + n, 0)
  if (whole === 0) return null
  const mean = peopled.reduce((sum, { x }) => sum + x, 0) / whole
  const chance = mean * (1 - mean)
  let spread = -(peopled.length - 1) * chance
  let pairs = 0
  for (const { x, n } of peopled) {
    spread += n * (x / n - mean) * (x / n - mean)
    pairs += (n - 1) * (1 - n / whole)
  }
  const differ = spread > 0 && pairs > 0
  const size = differ ? Math.max(1, (chance * pairs) / spread - 1) : Number.POSITIVE_INFINITY
  const capped = Math.min(size, most ?? size)
  return { mean, size: Number.isFinite(capped) ? capped : null }
}

/**
 * The rate of x in n drawn towards a prior, (x + mean · size) / (n + size), and the equal-tailed interval of its posterior.
 *
 * For ranking and maps only ("ước lượng làm trơn"): never for a target's status, nor in what leaves a province, since with a known n it
 * gives back x. Where the prior's size is null all three are its mean; n may be 0. At a mean of 1 % and size 80, 1 of 50 shows 1.38 %
 * and not 2 %, 0 of 5 shows 0.94 % and not 0 %.
 *
 * @throws RangeError when x, n are no whole numbers with 0 ≤ x ≤ n, the prior's mean is outside 0…1 or its size or the level impossible.
 */
export function shrunk(x: number, n: number, prior: Prior, level = 0.95): Shrunk {
  const { mean, size } = prior
  refusePart(x, n)
  refuseShare('mean', mean)
  refuseLevel('level', level)
  if (size === null) return { rate: mean, low: mean, high: mean }
  refuseEmpty('size', size)
  const [a, b] = [x + mean * size, n - x + (1 - mean) * size]
  const rate = a / (n + size)
  if (a === 0 || b === 0) return { rate, low: rate, high: rate }
  const tail = (1 - level) / 2
  return { rate, low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b) }
}

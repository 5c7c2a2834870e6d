import { refuseShare } from './refuse.ts'

/**
 * Benjamini and Hochberg's q-values (1995, JRSS B 57:289): the least false discovery rate at which each p would be listed.
 *
 * One family in, in any order: the m places that could be tested (n > 0, data complete); whoever has no test is left out, not set to 1.
 * Out come as many q, in the given order: min over j ≥ i of min(1, m p₍ⱼ₎ / j). Discrete p make it conservative. R's `p.adjust`.
 * `benjaminiHochberg([0.01, 0.04, 0.03])` = [0.03, 0.04, 0.04].
 *
 * @throws RangeError when a p is outside 0…1.
 */
export function benjaminiHochberg(ps: readonly number[]): readonly number[] {
  for (const p of ps) refuseShare('p', p)
  const falling = ps.map((p, place) => ({ p, place })).sort((a, b) => b.p - a.p)
  const qs = new Array<number>(ps.length)
  let least = 1
  for (const [above, { p, place }] of falling.entries()) {
    least = Math.min(least, (ps.length * p) / (ps.length - above))
    qs[place] = least
  }
  return qs
}

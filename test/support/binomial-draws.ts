import type { Random } from '#sources/synthetic/random.ts'

/** Draws from Bin(n, p) by the cumulated masses, which each n has worked out once by recurrence; for n up to about 1,000. */
export function binomialDraws(chance: Random, p: number): (n: number) => number {
  const rarer = Math.min(p, 1 - p)
  const cumulated = new Map<number, readonly number[]>()
  return (n) => {
    const sums = cumulated.get(n) ?? cumulatedMasses(n, rarer)
    cumulated.set(n, sums)
    const u = chance.below(2 ** 32) / 2 ** 32
    const at = sums.findIndex((sum) => u < sum)
    const drawn = at < 0 ? n : at
    return rarer === p ? drawn : n - drawn
  }
}

function cumulatedMasses(n: number, p: number): readonly number[] {
  let mass = 1
  for (let k = 0; k < n; k++) mass *= 1 - p
  let sum = mass
  const sums = [sum]
  for (let k = 0; k < n; k++) {
    mass *= ((n - k) / (k + 1)) * (p / (1 - p))
    sum += mass
    sums.push(sum)
  }
  return sums
}

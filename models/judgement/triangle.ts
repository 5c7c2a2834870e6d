/**
 * A reporting triangle: by window in order of time, what was there at each delay; null where that day has not come yet.
 *
 * Delays are the same for all rows; counts are cumulative.
 */
export type Triangle = readonly (readonly (number | null)[])[]

/**
 * By how much counts grow from each delay to the next: f_d = Σ C[t,d+1] / Σ C[t,d] over the windows that know both (chain ladder, T. Mack
 * 1993); one fewer than delays, null where nothing can be divided.
 *
 * @example developmentFactors([[2, 4], [3, 6], [1, null]]) // [2]
 */
export function developmentFactors(triangle: Triangle): readonly (number | null)[] {
  const delays = Math.max(0, ...triangle.map((row) => row.length))
  return Array.from({ length: Math.max(0, delays - 1) }, (_, delay) => {
    const known = triangle.flatMap((row) => {
      const [before, after] = [row[delay] ?? null, row[delay + 1] ?? null]
      return before === null || after === null ? [] : [[before, after] as const]
    })
    const before = known.reduce((sum, [count]) => sum + count, 0)
    return before === 0 ? null : known.reduce((sum, [, count]) => sum + count, 0) / before
  })
}

/**
 * What a count at each delay usually grows by until the last one: ∏ f; 1 at the last delay, null before a factor that is unknown.
 *
 * After a factor of 0 nothing is left that could grow, whatever follows.
 */
export function growth(factors: readonly (number | null)[]): readonly (number | null)[] {
  return factors.reduceRight<readonly (number | null)[]>(
    ([next = null, ...rest], factor) => [productOf(factor, next), next, ...rest],
    [1],
  )
}

function productOf(factor: number | null, next: number | null): number | null {
  if (factor === 0) return 0
  return factor === null || next === null ? null : factor * next
}

/** The share of the last count that is there at each delay: c = 1 / ∏ f; null where the factors say nothing or nothing is left. */
export function completeness(factors: readonly (number | null)[]): readonly (number | null)[] {
  return growth(factors).map((each) => (each === null || each === 0 ? null : 1 / each))
}

/** What a count will have grown to: latest / c (Mack 1993). It stays 0 where nothing has come; low counts want the nowcast of `nowcast.ts`. */
export function ultimate(latest: number, complete: number | null): number | null {
  return complete === null || complete === 0 ? null : latest / complete
}

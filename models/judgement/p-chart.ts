import { FEWEST_POINTS, type Limits, SETTLED_POINTS } from './limits.ts'

/** Limits of shares, each by the size of its own window. */
export interface PChart {
  /** Σx / Σn. */
  readonly mean: number
  /** In the order given; null where the window is too small for them, or empty. */
  readonly points: readonly (Limits | null)[]
  /** By how much the shares vary more than chance alone (Laney's σz), where windows are so large that it counts; else null. */
  readonly dispersion: number | null
  /** Of fewer than twelve windows with limits. */
  readonly provisional: boolean
}

/** A normal approximation holds from so many expected events, and so many expected others. */
const FEWEST_EXPECTED = 5

/** From this mean size of a window up, chance alone is so small that every real difference would lie outside. */
const LARGE = 1000

/** Mean of the range of two standard normals. */
const RANGE_OF_TWO = 1.128

/**
 * Limits of a p-chart: p̄ ± 3 √(p̄(1−p̄)/n), as shares and not cut at 0 or 1; for windows of more than 1,000 on average Laney's p′,
 * p̄ ± 3 σz √(p̄(1−p̄)/n) with σz = mean |z − z before| / 1.128 (D. Laney 2002).
 *
 * A point has limits only where n p̄ ≥ 5 and n (1−p̄) ≥ 5. Null where fewer than seven have: the chart says nothing then. Points are in
 * order of time and of one family of windows.
 *
 * Never for the reoffending of a commune: at 1 % it takes 500 people a window, and a chart of 0, 0, 0, 1, 0 breaks on its first event.
 */
export function pChart(
  points: readonly { readonly x: number; readonly n: number }[],
): PChart | null {
  const [x, n] = [sumOf(points, (point) => point.x), sumOf(points, (point) => point.n)]
  if (n === 0) return null
  const mean = x / n
  const judged = points.filter((point) => isLargeEnough(point.n, mean))
  if (judged.length < FEWEST_POINTS) return null
  const dispersion =
    sumOf(judged, (point) => point.n) > LARGE * judged.length ? dispersionOf(judged, mean) : null
  return {
    mean,
    points: points.map((point) => {
      if (!isLargeEnough(point.n, mean)) return null
      const half = 3 * (dispersion ?? 1) * deviationOf(point.n, mean)
      return { mean, lower: mean - half, upper: mean + half }
    }),
    dispersion,
    provisional: judged.length < SETTLED_POINTS,
  }
}

function isLargeEnough(n: number, mean: number): boolean {
  return n * mean >= FEWEST_EXPECTED && n * (1 - mean) >= FEWEST_EXPECTED
}

function dispersionOf(
  points: readonly { readonly x: number; readonly n: number }[],
  mean: number,
): number {
  const z = points.map((point) => (point.x / point.n - mean) / deviationOf(point.n, mean))
  const ranges = z.slice(1).map((each, at) => Math.abs(each - (z[at] as number)))
  return sumOf(ranges, (range) => range) / ranges.length / RANGE_OF_TWO
}

function deviationOf(n: number, mean: number): number {
  return Math.sqrt((mean * (1 - mean)) / n)
}

function sumOf<T>(items: readonly T[], part: (item: T) => number): number {
  return items.reduce((sum, item) => sum + part(item), 0)
}

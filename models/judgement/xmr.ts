import { FEWEST_POINTS, type Limits, SETTLED_POINTS } from './limits.ts'

/** Limits of single values, with the mean moving range that they come from. */
export interface Xmr extends Limits {
  readonly movingRange: number
  /** Of fewer than twelve points. */
  readonly provisional: boolean
}

/** 3 / 1.128, to the digits that are published. */
const WIDTH = 2.66

/** Moving ranges from here up, in mean moving ranges, are outside their own limit. */
const WIDEST_RANGE = 3.267

/**
 * Limits of an XmR chart: mean ± 2.66 × mean moving range, as NHSRplotthedots has them (ptd_spc_standard.R); null under seven values.
 *
 * Values are in order of time, without gaps and of one family of windows; limits have their unit and are not cut at 0 or 1. With
 * `screened`, moving ranges of 3.267 times their mean or more are left out of it once, so that one leap does not widen the limits.
 *
 * Never for the reoffending of a commune: of 0, 0, 0, 1, 0 the lower limit is below nothing and any one event lies "outside".
 *
 * @example xmr([4, 6, 5, 7, 6, 5, 6])?.movingRange // 1.5
 */
export function xmr(
  values: readonly number[],
  { screened = false }: { readonly screened?: boolean } = {},
): Xmr | null {
  if (values.length < FEWEST_POINTS) return null
  const mean = meanOf(values)
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] as number)))
  const all = meanOf(ranges)
  const kept = screened ? ranges.filter((range) => range < WIDEST_RANGE * all) : ranges
  const movingRange = kept.length === 0 ? all : meanOf(kept)
  return {
    mean,
    lower: mean - WIDTH * movingRange,
    upper: mean + WIDTH * movingRange,
    movingRange,
    provisional: values.length < SETTLED_POINTS,
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

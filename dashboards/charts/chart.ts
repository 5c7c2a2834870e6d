import type { TopLevelSpec } from 'vega-lite'
import { palette } from '../theme.ts'

export type { TopLevelSpec }

/**
 * A kind of picture: measured rows in, a Vega-Lite specification out.
 *
 * Field names inside a specification are fixed ASCII keys and labels are data, because Vega reads `a.b` and `it's` as code.
 */
export interface Chart<Row, Options> {
  readonly id: string
  /** What one picture shows, for the catalogue. */
  readonly title: string
  readonly spec: (rows: readonly Row[], options: Options) => TopLevelSpec
}

/** Declares a chart; the only purpose is that rows and options keep their exact types. */
export function defineChart<Row, Options>(chart: Chart<Row, Options>): Chart<Row, Options> {
  return Object.freeze(chart)
}

/** A ratio as a percentage to draw with, never to judge or to print with: three decimals, so that bytes stay the same. */
export function percentToDraw(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : Math.round((numerator * 100_000) / denominator) / 1000
}

/** A computed share as a percentage to draw with, as many decimals as {@link percentToDraw}. */
export function shareToDraw(share: number): number {
  return Math.round(share * 100_000) / 1000
}

/** The end of a percentage axis that shows the largest value, its interval and the goal: 100, or a round number just above. */
export function axisEnd(largest: number): number {
  const steps = [0.5, 1, 1.5, 2, 3, 5, 10, 20, 30, 40, 60, 100]
  return steps.find((step) => step >= largest * 1.15) ?? 100
}

/** Tens around values that lie far above zero, so that small movements are seen; from 0 on where they do not. */
export function axisSpan(lowest: number, largest: number): readonly [start: number, end: number] {
  const start = Math.floor((lowest - 5) / 10) * 10
  if (start < 20) return [0, axisEnd(largest)]
  return [start, Math.min(100, Math.ceil((largest + 2) / 10) * 10)]
}

/** The start, the middle and the end, with a Vietnamese comma. */
export function percentAxis(end: number, start = 0) {
  return {
    values: [start, (start + end) / 2, end],
    labelExpr: "format(datum.value, ',~f') + '%'",
    ticks: false,
    domain: false,
    labelPadding: 6,
  } as const
}

/** A text twice: broad in the colour of paper first, so that no line strikes through its letters. */
export const halos = [{ stroke: palette.paper, strokeWidth: 4 }, {}] as const

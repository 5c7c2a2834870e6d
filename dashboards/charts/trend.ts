import { palette, shapes, type Tone, tones } from '../theme.ts'
import {
  axisEnd,
  axisSpan,
  defineChart,
  halos,
  percentAxis,
  percentToDraw,
  shareToDraw,
} from './chart.ts'
import { figureLayers, monthFrame, monthSlots } from './months.ts'

/**
 * The figure of one window; both numbers null where the window has no value, which leaves a gap and never a zero. Months without a
 * row (those between the quarters of a quarterly figure) leave none.
 */
export interface TrendRow {
  /** Stands at its closing month: `adm:2026-9M` and `adm:2026-09` at T9. */
  readonly windowId: string
  readonly numerator: number | null
  readonly denominator: number | null
  /** What chance leaves of the window's figure, as shares of 1; left out or null where nobody can say. */
  readonly limits?: Limits | null
  /** What the published rules say of the point, for the worse or for the better; left out or null for nothing. */
  readonly mark?: TrendMark | null
}

/** The centre line of a control chart and its limits, as shares of 1. */
export interface Limits {
  readonly lower: number
  readonly mean: number
  readonly upper: number
}

export type TrendMark = 'concern' | 'improvement'

export interface TrendOptions {
  readonly width: number
  readonly height: number
  /** Numerator and denominator of the promised share, drawn as a red line. */
  readonly goal: readonly [numerator: number, denominator: number] | null
  /** `dưới 1 %`, at the line. */
  readonly goalText: string
  /** Draws the even way to the goal over the plan's year: the goal × days gone / days of the year; only where the figure grows with the year. */
  readonly pace: boolean
  /** The newest value in words, at its point. */
  readonly lastText: string
  /** Lets the axis begin near the values where those lie far above zero; say so beside the picture. */
  readonly zoomed?: true
}

/**
 * One figure over the twelve months of a plan's year, with the target and, where asked, the even pace towards it.
 *
 * @throws RangeError when the rows are of more than one family or year: such windows never share a trend.
 */
export const trend = defineChart<TrendRow, TrendOptions>({
  id: 'trend',
  title: 'Diễn biến theo tháng',
  spec: (rows, { width, height, goal, goalText, pace, lastText, zoomed }) => {
    const goalShare = goal && percentToDraw(...goal)
    const values = slotsOf(rows).map((slot, index) => ({
      ...slot,
      slot: index + 1,
      pace: pace && goalShare !== null ? thousandth((goalShare * (index + 1)) / 12) : null,
    }))
    const frame = monthFrame({ width, height }, values)
    const { width: drawn } = frame
    const last = values.findLast((value) => value.share !== null)
    const drawnShares = [
      ...values.flatMap(({ share, lower, upper }) => [share, lower, upper]),
      goalShare,
    ].filter((share) => share != null)
    const most = Math.max(0, ...drawnShares)
    const [start, end] = zoomed ? axisSpan(Math.min(...drawnShares), most) : [0, axisEnd(most)]
    const y = { type: 'quantitative', scale: { domain: [start, end], nice: false } } as const
    const below = isJustUnder(last?.share ?? null, goalShare, end - start)
    return {
      ...frame,
      layer: [
        {
          mark: { type: 'line', strokeDash: [3, 3], strokeWidth: 1.2, color: palette.muted },
          encoding: { y: { ...y, field: 'pace', axis: percentAxis(end, start) } },
        },
        ...limitLines(values).map(({ field, mark }) => ({
          mark: { type: 'line' as const, color: palette.muted, strokeWidth: 1, ...mark },
          encoding: { y: { ...y, field } },
        })),
        {
          mark: { type: 'rule', color: palette.goal, strokeWidth: 1.5, x: 0, x2: drawn },
          data: { values: goalShare === null ? [] : [{ goal: goalShare }] },
          encoding: { x: null, y: { ...y, field: 'goal' } },
        },
        {
          mark: {
            type: 'text',
            color: palette.goal,
            align: pace ? 'left' : 'right',
            dy: -8,
            x: pace ? 0 : drawn,
          },
          data: { values: goalShare === null ? [] : [{ goal: goalShare, text: goalText }] },
          encoding: { x: null, y: { ...y, field: 'goal' }, text: { field: 'text' } },
        },
        ...figureLayers(y),
        ...markTones(values).map(([name, { ink, shape }]) => ({
          mark: {
            type: 'point' as const,
            filled: true,
            size: 90,
            opacity: 1,
            color: ink,
            shape: shapes[shape],
          },
          transform: [{ filter: `datum.mark == '${name}'` }],
          encoding: { y: { ...y, field: 'share' } },
        })),
        ...halos.map((halo) => ({
          mark: {
            type: 'text' as const,
            fontWeight: 600 as const,
            color: palette.navy,
            dy: below ? 11 : -10,
            ...halo,
          },
          data: { values: last ? [{ ...last, text: lastText }] : [] },
          encoding: { y: { ...y, field: 'share' }, text: { field: 'text' } },
        })),
      ],
    } as never
  },
})

/** A mark has a shape of its own, and stands over the point of its window. */
const marks: Readonly<Record<TrendMark, Tone>> = { concern: tones.SIG, improvement: tones['OK?'] }

function markTones(values: readonly { readonly mark?: TrendMark | null }[]) {
  return (Object.entries(marks) as [TrendMark, Tone][]).filter(([name]) =>
    values.some(({ mark }) => mark === name),
  )
}

/** The mean as a line, limits in dashes; none where no window has them. */
function limitLines(values: readonly { readonly mean?: number | null }[]) {
  if (!values.some(({ mean }) => mean != null)) return []
  const dashes = { strokeDash: [5, 3] }
  return [
    { field: 'lower', mark: dashes },
    { field: 'mean', mark: {} },
    { field: 'upper', mark: dashes },
  ]
}

/** The line of the goal would strike through a text above such a point. */
function isJustUnder(share: number | null, goal: number | null, span: number): boolean {
  return share !== null && goal !== null && share <= goal && (goal - share) / span < 0.25
}

function thousandth(n: number): number {
  return Math.round(n * 1000) / 1000
}

/** The months of the year, each with its share or null; limits and marks only where some window has them. */
function slotsOf(rows: readonly TrendRow[]) {
  const limited = rows.some(({ limits }) => limits != null)
  const marked = rows.some(({ mark }) => mark != null)
  return monthSlots(rows).map(({ month, row }) => {
    const { numerator, denominator } = row ?? { numerator: null, denominator: null }
    const share =
      numerator === null || denominator === null ? null : percentToDraw(numerator, denominator)
    return {
      exists: row !== undefined,
      month,
      share,
      ...(limited && limitsToDraw(row?.limits ?? null)),
      ...(marked && { mark: share === null ? null : (row?.mark ?? null) }),
    }
  })
}

function limitsToDraw(limits: Limits | null) {
  const percent = (share: number | undefined) => (share === undefined ? null : shareToDraw(share))
  return {
    lower: percent(limits?.lower),
    mean: percent(limits?.mean),
    upper: percent(limits?.upper),
  }
}

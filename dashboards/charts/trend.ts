import { planYearOf, window, windowsOf } from '#sources/vocabulary/window.ts'
import { palette } from '../theme.ts'
import { axisEnd, defineChart, percentAxis, percentToDraw } from './chart.ts'

/**
 * The figure of one window; both numbers null where the window has no value, which leaves a gap and never a zero. Months without a
 * row (those between the quarters of a quarterly figure) leave none.
 */
export interface TrendRow {
  /** Stands at its closing month: `adm:2026-9M` and `adm:2026-09` at T9. */
  readonly windowId: string
  readonly numerator: number | null
  readonly denominator: number | null
}

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
}

const SIDES = { left: 44, right: 18, top: 14, bottom: 18 }

/**
 * One figure over the twelve months of a plan's year, with the target and, where asked, the even pace towards it.
 *
 * @throws RangeError when the rows are of more than one family or year: such windows never share a trend.
 */
export const trend = defineChart<TrendRow, TrendOptions>({
  id: 'trend',
  title: 'Diễn biến theo tháng',
  spec: (rows, { width, height, goal, goalText, pace, lastText }) => {
    const drawn = width - SIDES.left - SIDES.right
    const goalShare = goal && percentToDraw(...goal)
    const values = slotsOf(rows).map((slot, index) => ({
      ...slot,
      slot: index + 1,
      pace: pace && goalShare !== null ? thousandth((goalShare * (index + 1)) / 12) : null,
    }))
    const last = values.findLast((value) => value.share !== null)
    const end = axisEnd(Math.max(0, ...values.map((value) => value.share ?? 0), goalShare ?? 0))
    const y = { type: 'quantitative', scale: { domain: [0, end], nice: false } } as const
    const below = isJustUnder(last?.share ?? null, goalShare, end)
    return {
      width: drawn,
      height: height - SIDES.top - SIDES.bottom,
      padding: SIDES,
      autosize: { type: 'none' },
      data: { values },
      encoding: { x: { field: 'slot', ...monthAxis(values) } },
      layer: [
        {
          mark: { type: 'line', strokeDash: [3, 3], strokeWidth: 1.2, color: palette.muted },
          encoding: { y: { ...y, field: 'pace', axis: percentAxis(end) } },
        },
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
        {
          mark: { type: 'line', strokeWidth: 2, color: palette.navy },
          transform: [{ filter: 'datum.exists' }],
          encoding: { y: { ...y, field: 'share' } },
        },
        {
          mark: { type: 'circle', size: 22, color: palette.navy, opacity: 1 },
          transform: [{ filter: 'isValid(datum.share)' }],
          encoding: { y: { ...y, field: 'share' } },
        },
        ...[{ stroke: palette.paper, strokeWidth: 4 }, {}].map((halo) => ({
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

function monthAxis(values: readonly { readonly month: string }[]) {
  return {
    type: 'ordinal',
    scale: { type: 'point', padding: 0.3 },
    axis: {
      labelExpr: `[${values.map((value) => `'${value.month}'`).join(', ')}][datum.value - 1]`,
      labelAngle: 0,
      ticks: false,
      labelPadding: 5,
    },
  } as const
}

/** The line of the goal would strike through a text above such a point. */
function isJustUnder(share: number | null, goal: number | null, end: number): boolean {
  return share !== null && goal !== null && share <= goal && (goal - share) / end < 0.25
}

function thousandth(n: number): number {
  return Math.round(n * 1000) / 1000
}

/** The twelve months of the year that the rows belong to, each with its share or null. */
function slotsOf(rows: readonly TrendRow[]) {
  const placed = rows.map((row) => ({ row, at: window(row.windowId) }))
  const years = new Set(placed.map(({ at }) => `${at.family}:${planYearOf(at)}`))
  const [first] = placed
  if (first === undefined || first.at.family === 'explicit' || years.size > 1) {
    throw new RangeError(
      `A trend needs windows of one family and year, not ${[...years].join(' and ') || 'none'}`,
    )
  }
  return windowsOf(first.at.family, planYearOf(first.at))
    .filter((month) => month.kind === 'month')
    .map((month) => {
      const row = placed.find(({ at }) => at.closeId === month.id)?.row
      const { numerator, denominator } = row ?? { numerator: null, denominator: null }
      return {
        exists: row !== undefined,
        month: `T${Number(month.id.slice(-2))}`,
        share:
          numerator === null || denominator === null ? null : percentToDraw(numerator, denominator),
      }
    })
}

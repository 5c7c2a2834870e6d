import { palette } from '../theme.ts'
import { axisEnd, defineChart, halos, percentAxis, percentToDraw, shareToDraw } from './chart.ts'
import { figureLayers, monthFrame, monthSlots } from './months.ts'

type Band = readonly [low: number, high: number]

/** One month of the plan's year: what came, what an even way would have brought, where the year may end. */
export interface PaceRow {
  /** The year to date that closes there: `adm:2026-9M` at T9. */
  readonly windowId: string
  /** Whether a figure belongs there: one that is missing leaves a gap, months to come and those between quarters none. */
  readonly expected: boolean
  /** Both null where there is no value. */
  readonly numerator: number | null
  readonly denominator: number | null
  /** The even way to the goal there, a share of 1; null draws no line. */
  readonly even: number | null
  /** What chance leaves around it in 80 of 100 years (10–90 %), shares of 1. */
  readonly band: Band | null
  /** What the model foretells there in 80 of 100 cases, shares of 1; begin it at the last figure. */
  readonly outlook: Band | null
}

export interface PaceOptions {
  readonly width: number
  readonly height: number
  /** Numerator and denominator of the promised share, drawn as a red line. */
  readonly goal: readonly [numerator: number, denominator: number]
  /** `chỉ tiêu dưới 1%`, at the line. */
  readonly goalText: string
  /** The newest value in words, at its point. */
  readonly lastText: string
  /** What stands beside the end of the outlook: `dự báo 0,6–1,1%`; empty for nothing. */
  readonly outlookText: string
}

/** The figure to date beside the even way to the goal, and the span in which the year may end: a model, drawn in stripes' place by its edge. */
export const pace = defineChart<PaceRow, PaceOptions>({
  id: 'pace',
  title: 'Tiến độ trong năm và dự báo cuối năm',
  spec: (rows, { width, height, goal, goalText, lastText, outlookText }) => {
    const goalShare = percentToDraw(...goal) ?? 0
    const values = monthSlots(rows).map(({ month, row }, index) => datum(month, row, index))
    const frame = monthFrame({ width, height }, values)
    const { width: drawn } = frame
    const last = values.findLast(({ share }) => share !== null)
    const ending = values.findLast(({ outlook_high }) => outlook_high !== null)
    const end = axisEnd(
      Math.max(
        goalShare,
        ...values
          .flatMap((value) => [value.share, value.band_high, value.outlook_high])
          .map(Number),
      ),
    )
    const y = { type: 'quantitative', scale: { domain: [0, end], nice: false } } as const
    const axis = percentAxis(end)
    const goalAt = ending === undefined ? 'right' : 'left'
    return {
      ...frame,
      layer: [
        {
          mark: { type: 'area', color: palette.faint, opacity: 1 },
          transform: [{ filter: 'isValid(datum.band_low)' }],
          encoding: { y: { ...y, field: 'band_low', axis }, y2: { field: 'band_high' } },
        },
        {
          mark: { type: 'area', color: palette.bar, opacity: 0.35 },
          transform: [{ filter: 'isValid(datum.outlook_low)' }],
          encoding: { y: { ...y, field: 'outlook_low' }, y2: { field: 'outlook_high' } },
        },
        ...['outlook_low', 'outlook_high'].map((field) => ({
          mark: { type: 'line', strokeDash: [2, 3], strokeWidth: 1.2, color: palette.navy },
          transform: [{ filter: 'isValid(datum.outlook_low)' }],
          encoding: { y: { ...y, field } },
        })),
        {
          mark: { type: 'line', strokeDash: [3, 3], strokeWidth: 1.2, color: palette.muted },
          encoding: { y: { ...y, field: 'even' } },
        },
        {
          mark: { type: 'rule', color: palette.goal, strokeWidth: 1.5, x: 0, x2: drawn },
          data: { values: [{ goal: goalShare }] },
          encoding: { x: null, y: { ...y, field: 'goal' } },
        },
        {
          mark: {
            type: 'text',
            color: palette.goal,
            align: goalAt,
            dy: -8,
            x: goalAt === 'left' ? 0 : drawn,
          },
          data: { values: [{ goal: goalShare, text: goalText }] },
          encoding: { x: null, y: { ...y, field: 'goal' }, text: { field: 'text' } },
        },
        ...figureLayers(y),
        ...halos.map((halo) => ({
          mark: { ...halo, ...LAST, fontWeight: 600 },
          data: { values: last ? [{ ...last, text: lastText }] : [] },
          encoding: { y: { ...y, field: 'share' }, text: { field: 'text' } },
        })),
        ...halos.map((halo) => ({
          mark: { ...halo, ...LAST },
          data: { values: ending && outlookText ? [{ ...ending, text: outlookText }] : [] },
          encoding: { y: { ...y, field: 'outlook_high' }, text: { field: 'text' } },
        })),
      ],
    } as never
  },
})

const LAST = { type: 'text', align: 'right', dx: -2, dy: -9, color: palette.navy } as const

function datum(month: string, row: PaceRow | undefined, index: number) {
  const { numerator = null, denominator = null, even, band, outlook } = row ?? {}
  const share = (of: number | null | undefined) => (of == null ? null : shareToDraw(of))
  return {
    month,
    slot: index + 1,
    exists: row?.expected ?? false,
    share:
      numerator === null || denominator === null ? null : percentToDraw(numerator, denominator),
    even: share(even),
    band_low: share(band?.[0]),
    band_high: share(band?.[1]),
    outlook_low: share(outlook?.[0]),
    outlook_high: share(outlook?.[1]),
  }
}

import { palette } from '../theme.ts'
import { axisEnd, defineChart, percentAxis, percentToDraw, shareToDraw } from './chart.ts'

/** One figure beside what was promised. */
export interface BarRow {
  readonly label: string
  readonly numerator: number
  /** 0 draws no bar: "Không phát sinh đối tượng" stands in `text`. */
  readonly denominator: number
  /** Wilson 95 % as shares of 1; null for duties, which are counted in full. */
  readonly interval: readonly [low: number, high: number] | null
  /** Numerator and denominator of the promised share, or null where the plan promises none. */
  readonly goal: readonly [numerator: number, denominator: number] | null
  /** The value in words, printed behind the bar: `120/141 người (85,1 %)`. */
  readonly text: string
}

export interface BarOptions {
  readonly width: number
  /** Pixels kept for the labels at the left; 0 leaves them out. */
  readonly labelWidth: number
  /** Pixels kept for the texts at the right; 0 leaves them out. */
  readonly textWidth: number
  /** Percentages below; left out where the figures stand nearby. */
  readonly axis: boolean
}

const STEP = 28
const AXIS = 18
/** Width of an average letter of the label, in pixels. */
const LETTER = 5.3
/** Room for half a tick label at either end. */
const MARGIN = 36

/** Horizontal bars with the target as a red rule and the uncertainty, where there is one, as a thin line with ends. */
export const barAgainstTarget = defineChart<BarRow, BarOptions>({
  id: 'bar-against-target',
  title: 'Kết quả so với chỉ tiêu',
  spec: (rows, { width, labelWidth, textWidth, axis }) => {
    const values = rows.map((row, index) => datum(row, index, labelWidth))
    const end = axisEnd(
      Math.max(0, ...values.flatMap((row) => [row.share, row.high, row.goal]).map(Number)),
    )
    const drawn = width - labelWidth - textWidth - MARGIN
    const x = {
      type: 'quantitative',
      scale: { domain: [0, end], nice: false, clamp: true },
      axis: axis ? { ...percentAxis(end), grid: false } : null,
    } as const
    const y = { field: 'place', type: 'ordinal', axis: null } as const
    return {
      width: drawn,
      height: { step: STEP },
      padding: {
        left: labelWidth + MARGIN / 2,
        right: textWidth + MARGIN / 2,
        top: axis ? 4 : 0,
        bottom: axis ? AXIS : 0,
      },
      autosize: { type: 'none' },
      data: { values },
      encoding: { y },
      layer: [
        {
          mark: { type: 'bar', height: 14, color: palette.faint },
          encoding: { x: { ...x, datum: 0 }, x2: { datum: end } },
        },
        {
          transform: [{ filter: 'isValid(datum.share)' }],
          mark: { type: 'bar', height: 14, color: palette.bar },
          encoding: { x: { ...x, field: 'share' } },
        },
        {
          transform: [{ filter: 'isValid(datum.low)' }],
          mark: { type: 'rule', color: palette.ink, strokeWidth: 1.25 },
          encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' } },
        },
        ...['low', 'high'].map((field) => ({
          transform: [{ filter: 'isValid(datum.low)' }],
          mark: { type: 'tick', size: 8, thickness: 1.25, color: palette.ink, opacity: 1 },
          encoding: { x: { ...x, field } },
        })),
        {
          transform: [{ filter: 'isValid(datum.goal)' }],
          mark: { type: 'tick', size: 20, thickness: 2.5, color: palette.goal, opacity: 1 },
          encoding: { x: { ...x, field: 'goal' } },
        },
        {
          mark: { type: 'text', align: 'left', x: drawn + 10, fontWeight: 600 },
          encoding: { text: { field: 'text' } },
        },
        ...[1, 2].map((lines) => ({
          transform: [{ filter: `datum.lines == ${lines}` }],
          mark: { type: 'text', align: 'left', x: 2 - labelWidth - MARGIN / 2, dy: 6 - 6 * lines },
          encoding: { text: { field: 'label' } },
        })),
      ],
    } as never
  },
})

function datum(row: BarRow, index: number, labelWidth: number) {
  const label = inTwo(row.label, Math.floor(labelWidth / LETTER))
  return {
    place: index,
    label: label.join('\n'),
    lines: label.length,
    text: row.text,
    share: percentToDraw(row.numerator, row.denominator),
    low: row.interval && shareToDraw(row.interval[0]),
    high: row.interval && shareToDraw(row.interval[1]),
    goal: row.goal && percentToDraw(...row.goal),
  }
}

/** A label that is too long for one line on two, broken after the last word that fits. */
function inTwo(label: string, most: number): readonly string[] {
  if (label.length <= most) return [label]
  const at = label.lastIndexOf(' ', most)
  return at <= 0 ? [label] : [label.slice(0, at), label.slice(at + 1)]
}

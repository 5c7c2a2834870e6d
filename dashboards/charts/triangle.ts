import { palette } from '../theme.ts'
import { defineChart, percentToDraw } from './chart.ts'

/** What of one window was there at each delay. */
export interface TriangleRow {
  /** `Tháng 9/2026`. */
  readonly label: string
  /** By column; null where that day has not come yet, which leaves the cell empty. */
  readonly cells: readonly ({
    readonly numerator: number
    readonly denominator: number
    /** `96/99`, or the share where many windows are put together. */
    readonly text: string
  } | null)[]
  /** Stands apart below the others. */
  readonly pooled: boolean
}

export interface TriangleOptions {
  readonly width: number
  /** Pixels kept for the labels at the left. */
  readonly labelWidth: number
  /** Heads of the columns: days after the close. */
  readonly columns: readonly string[]
}

const ROW = 22
const HEAD = 20
/** Between the windows and what they say together. */
const GAP = 6

/** A reporting triangle: windows downwards, days after their close to the right, the darker the more of the expected is there. */
export const triangle = defineChart<TriangleRow, TriangleOptions>({
  id: 'triangle',
  title: 'Nhịp gửi báo cáo theo kỳ',
  spec: (rows, { width, labelWidth, columns }) => {
    const drawn = width - labelWidth
    const step = drawn / columns.length
    const places = rows.map((row, index) => ({
      label: row.label,
      row,
      top: index * ROW + (row.pooled ? GAP : 0),
    }))
    const cells = places.flatMap(({ row, top }) =>
      row.cells.flatMap((cell, column) =>
        cell === null
          ? []
          : [{ ...boxOf(column * step, top, step), text: cell.text, ...shareOf(cell) }],
      ),
    )
    return {
      width: drawn,
      height: rows.length * ROW + (rows.some(({ pooled }) => pooled) ? GAP : 0),
      padding: { left: labelWidth, right: 0, top: HEAD, bottom: 0 },
      autosize: { type: 'none' },
      data: { values: cells },
      layer: [
        {
          mark: { type: 'rect' },
          encoding: {
            x: pixel('left'),
            x2: pixel('right'),
            y: pixel('top'),
            y2: pixel('bottom'),
            fill: {
              field: 'share',
              type: 'quantitative',
              scale: { domain: [0, 100], range: [palette.wash, palette.bar] },
              legend: null,
            },
          },
        },
        {
          mark: { type: 'text', fontSize: 9.5 },
          encoding: {
            x: pixel('middle'),
            y: pixel('centre'),
            text: { field: 'text' },
          },
        },
        {
          mark: { type: 'text', align: 'left', x: -labelWidth },
          data: {
            values: places.map(({ label, top }) => ({ label, centre: top + (ROW - 2) / 2 })),
          },
          encoding: { y: pixel('centre'), text: { field: 'label' } },
        },
        {
          mark: { type: 'text', y: -10, color: palette.muted, fontSize: 9.5 },
          data: {
            values: columns.map((label, index) => ({ label, middle: (index + 0.5) * step - 1 })),
          },
          encoding: { x: pixel('middle'), text: { field: 'label' } },
        },
      ],
    } as never
  },
})

function boxOf(left: number, top: number, step: number) {
  const [right, bottom] = [left + step - 2, top + ROW - 2]
  return { left, right, top, bottom, middle: (left + right) / 2, centre: (top + bottom) / 2 }
}

function shareOf(cell: { readonly numerator: number; readonly denominator: number }) {
  return { share: percentToDraw(cell.numerator, cell.denominator) }
}

/** The field is a place in pixels already. */
function pixel(field: string) {
  return { field, type: 'quantitative', scale: null, axis: null } as const
}

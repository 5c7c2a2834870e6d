import { palette, shapes, tones } from '../theme.ts'
import { defineChart } from './chart.ts'
import { monthFrame, monthSlots } from './months.ts'

/** The sum at the close of one window; null where nothing is known, which leaves a gap. */
export interface CusumRow {
  /** Stands at its closing month: `adm:2026-09` at T9. */
  readonly windowId: string
  readonly value: number | null
  /** Whether the sum has reached its threshold within the window, after which it starts again. */
  readonly signal: boolean
}

export interface CusumOptions {
  readonly width: number
  readonly height: number
  /** The threshold h. */
  readonly threshold: number
  /** `ngưỡng báo hiệu h = 3,1`, at the line. */
  readonly thresholdText: string
}

/** The cumulative sum of a Bernoulli CUSUM over a plan's year (S. Steiner and others 2000): its threshold in red, a triangle where it signals. */
export const cusum = defineChart<CusumRow, CusumOptions>({
  id: 'cusum',
  title: 'Tổng tích lũy (CUSUM) theo tháng',
  spec: (rows, { width, height, threshold, thresholdText }) => {
    const values = monthSlots(rows).map(({ month, row }, index) => ({
      month,
      slot: index + 1,
      sum: row === undefined || row.value === null ? null : hundredth(row.value),
      signal: row?.signal ?? false,
    }))
    const frame = monthFrame({ width, height }, values)
    const { width: drawn } = frame
    const h = hundredth(threshold)
    const end = hundredth(Math.max(h, ...values.map(({ sum }) => sum ?? 0)) * 1.2)
    const y = {
      field: 'sum',
      type: 'quantitative',
      scale: { domain: [0, end], nice: false },
      axis: { values: [0, h / 2, h], format: ',.1f', ticks: false, domain: false, labelPadding: 6 },
    } as const
    return {
      ...frame,
      layer: [
        {
          mark: { type: 'rule', color: palette.goal, strokeWidth: 1.5, x: 0, x2: drawn },
          data: { values: [{ sum: h }] },
          encoding: { x: null, y },
        },
        {
          mark: { type: 'text', color: palette.goal, align: 'right', dy: -8, x: drawn },
          data: { values: [{ sum: h, text: thresholdText }] },
          encoding: { x: null, y, text: { field: 'text' } },
        },
        {
          mark: { type: 'line', strokeWidth: 2, color: palette.navy },
          encoding: { y },
        },
        {
          mark: { type: 'circle', size: 22, color: palette.navy, opacity: 1 },
          transform: [{ filter: 'isValid(datum.sum)' }],
          encoding: { y },
        },
        {
          mark: {
            type: 'point',
            filled: true,
            size: 90,
            opacity: 1,
            color: tones.SIG.ink,
            shape: shapes[tones.SIG.shape],
          },
          transform: [{ filter: 'datum.signal && isValid(datum.sum)' }],
          encoding: { y },
        },
      ],
    } as never
  },
})

function hundredth(n: number): number {
  return Math.round(n * 100) / 100
}

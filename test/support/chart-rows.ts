import type { BarRow } from '#dashboards/charts/bar-against-target.ts'
import type { CusumRow } from '#dashboards/charts/cusum.ts'
import type { FunnelRow } from '#dashboards/charts/funnel.ts'
import type { PaceRow } from '#dashboards/charts/pace.ts'
import type { Tile } from '#dashboards/charts/tile-map.ts'
import type { TrendRow } from '#dashboards/charts/trend.ts'
import type { TriangleRow } from '#dashboards/charts/triangle.ts'
import { legendOrder } from '#dashboards/theme.ts'

/** A duty, an outcome with its interval, and a figure that concerns nobody; labels with what markup and Vega would mistake for code. */
export const barRows: readonly BarRow[] = [
  {
    label: 'Người về cư trú được tiếp nhận, thực hiện quy trình quản lý, giáo dục, giúp đỡ',
    numerator: 138,
    denominator: 141,
    interval: null,
    goal: [1, 1],
    text: '138/141 người',
  },
  {
    label: 'Có việc làm <b>ổn định</b> & "a.b"',
    numerator: 30,
    denominator: 50,
    interval: [0.4618, 0.7239],
    goal: [70, 100],
    text: '30/50 người',
  },
  {
    label: "it's",
    numerator: 0,
    denominator: 0,
    interval: null,
    goal: [1, 1],
    text: 'Không phát sinh đối tượng',
  },
]

/** Nothing of April arrived; the year has three months to go. */
export const trendRows: readonly TrendRow[] = [
  ['adm:2026-01', 0, 4402],
  ['adm:2026-2M', 2, 4511],
  ['adm:2026-Q1', 4, 4630],
  ['adm:2026-4M', null, null],
  ['adm:2026-5M', 7, 4812],
  ['adm:2026-6M', 11, 4905],
  ['adm:2026-7M', 14, 4996],
  ['adm:2026-8M', 18, 5067],
  ['adm:2026-9M', 22, 5112],
].map(([windowId, numerator, denominator]) => ({
  windowId: windowId as string,
  numerator: numerator as number | null,
  denominator: denominator as number | null,
}))

/** One tile of each tone. */
export const tiles: readonly Tile[] = legendOrder.map((code, index) => ({
  name: ['Bắc Giang', 'Chũ', 'Nghĩa Phương', 'Tây Yên Tử'][index % 4] as string,
  column: index % 3,
  row: Math.floor(index / 3),
  code,
  figure: index % 2 === 0 ? '3/45' : '',
}))

/** The same months with limits, and a mark of either kind. */
export const limitedRows: readonly TrendRow[] = trendRows
  .filter(({ windowId }) => windowId !== 'adm:2026-2M')
  .map((row) => ({
    ...row,
    limits: row.numerator === null ? null : { lower: 0, mean: 0.0021, upper: 0.0046 },
    mark:
      ({ 'adm:2026-01': 'improvement', 'adm:2026-9M': 'concern' } as const)[row.windowId] ?? null,
  }))

/** Exact limits around 1 %, interpolated as D. Spiegelhalter (2005) does, by summing Python's exact binomial coefficients. */
const limitsAtOnePercent = [
  [20, 0, 0.04754, 0, 0.10019],
  [40, 0, 0.04178, 0, 0.07385],
  [60, 0, 0.0329, 0, 0.06274],
  [80, 0, 0.03211, 0, 0.05321],
  [100, 0, 0.02891, 0, 0.04839],
  [120, 0, 0.0276, 0, 0.04442],
  [140, 0, 0.02651, 0, 0.04158],
  [160, 0, 0.02477, 0, 0.03896],
  [180, 0, 0.02452, 0, 0.03746],
  [200, 0, 0.02374, 0, 0.03508],
  [220, 0, 0.02265, 0, 0.03453],
  [240, 0, 0.02257, 0, 0.03297],
  [260, 0, 0.02206, 0, 0.03219],
  [280, 0, 0.02132, 0, 0.03131],
  [300, 0, 0.02121, 0, 0.0301],
  [320, 0, 0.02089, 0, 0.02982],
  [340, 0, 0.02037, 0, 0.029],
  [360, 0, 0.02019, 0, 0.02838],
  [380, 0.0001, 0.02, 0, 0.028],
  [400, 0.00024, 0.01964, 0, 0.02729],
] as const

/** Communes without a signal, two with one, one with a strong one, a tiny one beyond the frame, one that nobody lives in. */
export const funnelRows: readonly FunnelRow[] = [
  ...limitsAtOnePercent.map(([n, warnLow, warnHigh, alarmLow, alarmHigh]) => ({
    n,
    warnLow,
    warnHigh,
    alarmLow,
    alarmHigh,
  })),
  ...(
    [
      ['Chũ', 0, 31, null],
      ['Tân Yên', 1, 64, null],
      ['Lạng Giang', 2, 240, null],
      ['Kép', 0, 118, null],
      ['Bố Hạ', 1, 2, null],
      ['Sa Lý', 0, 0, null],
      ['Nghĩa Phương', 4, 92, 'moderate'],
      ['Tây "Yên" Tử', 5, 96, 'moderate'],
      ['Bắc Giang', 14, 370, 'strong'],
    ] as const
  ).map(([name, numerator, denominator, signal]) => ({ name, numerator, denominator, signal })),
]

/** Nothing of April; the sum reaches its threshold in July and starts again. */
export const cusumRows: readonly CusumRow[] = [0.4, 0.9, 1.6, null, 2.2, 2.714, 3.3, 0.5, 0.8].map(
  (value, index) => ({
    windowId: `adm:2026-0${index + 1}`,
    value,
    signal: index === 6,
  }),
)

/** Nine months and what they foretell for the three that are left. */
export const paceRows: readonly PaceRow[] = [
  ...trendRows,
  ...['10M', '11M', '2026'].map((part) => ({
    windowId: part === '2026' ? 'adm:2026' : `adm:2026-${part}`,
    numerator: null,
    denominator: null,
  })),
].map((row, index) => {
  const even = (index + 1) / 1200
  return {
    ...row,
    expected: index < 9,
    even,
    band: [even * 0.8, even * 1.2],
    outlook: index < 8 ? null : [0.0043 + (index - 8) * 0.0003, 0.0043 + (index - 8) * 0.0008],
  } as const
})
/** Three months of 99 communes, the newest two days old, and what they say together. */
export const triangleRows: readonly TriangleRow[] = [
  arrivals('Tháng 7/2026', [0, 41, 88, 96, 99, 99], 99),
  arrivals('Tháng 8/2026', [3, 52, 90, 97, 97, null], 99),
  arrivals('Tháng 9/2026', [0, 38, 85, null, null, null], 99),
  {
    label: 'Thường lệ',
    pooled: true,
    cells: [1, 44, 89, 97, 99, 100].map((share) => ({
      numerator: share,
      denominator: 100,
      text: `${share}%`,
    })),
  },
]

function arrivals(
  label: string,
  counts: readonly (number | null)[],
  expected: number,
): TriangleRow {
  return {
    label,
    pooled: false,
    cells: counts.map((arrived) =>
      arrived === null
        ? null
        : { numerator: arrived, denominator: expected, text: `${arrived}/${expected}` },
    ),
  }
}

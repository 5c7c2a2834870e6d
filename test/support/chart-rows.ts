import type { BarRow } from '#dashboards/charts/bar-against-target.ts'
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

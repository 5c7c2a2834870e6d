import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barAgainstTarget } from '#dashboards/charts/bar-against-target.ts'
import { axisEnd, axisSpan, percentToDraw } from '#dashboards/charts/chart.ts'
import { cusum } from '#dashboards/charts/cusum.ts'
import { type FunnelRow, funnel } from '#dashboards/charts/funnel.ts'
import { charts } from '#dashboards/charts/index.ts'
import { labelOffsets, placeLabels } from '#dashboards/charts/labels.ts'
import { pace } from '#dashboards/charts/pace.ts'
import { tileMap, twoLines } from '#dashboards/charts/tile-map.ts'
import { trend } from '#dashboards/charts/trend.ts'
import { triangle } from '#dashboards/charts/triangle.ts'
import { svg } from '#dashboards/render/svg.ts'
import { shapes, tones } from '#dashboards/theme.ts'
import { wilson } from '#models/judgement/interval.ts'
import {
  barRows,
  cusumRows,
  funnelRows,
  limitedRows,
  paceRows,
  tiles,
  trendRows,
  triangleRows,
} from '#test/support/chart-rows.ts'

const pictures = {
  'bar-against-target': barAgainstTarget.spec(barRows, {
    width: 640,
    labelWidth: 240,
    textWidth: 160,
    axis: true,
  }),
  trend: trend.spec(trendRows, {
    width: 400,
    height: 120,
    goal: [1, 100],
    goalText: 'chỉ tiêu dưới 1%',
    pace: true,
    lastText: '0,43%',
  }),
  'trend-with-limits': trend.spec(limitedRows, {
    width: 560,
    height: 180,
    goal: null,
    goalText: '',
    pace: false,
    lastText: '0,43%',
  }),
  'tile-map': tileMap.spec(tiles, { width: 160 }),
  funnel: funnel.spec(funnelRows, {
    width: 760,
    height: 340,
    centre: [1, 100],
    centreText: 'chỉ tiêu dưới 1%',
    sizeText: 'Số người đang quản lý của xã, phường',
  }),
  cusum: cusum.spec(cusumRows, {
    width: 560,
    height: 160,
    threshold: 3.14,
    thresholdText: 'ngưỡng báo hiệu h = 3,1',
  }),
  pace: pace.spec(paceRows, {
    width: 560,
    height: 200,
    goal: [1, 100],
    goalText: 'chỉ tiêu dưới 1%',
    lastText: '0,43%',
    outlookText: 'dự báo 0,5–0,7%',
  }),
  triangle: triangle.spec(triangleRows, {
    width: 460,
    labelWidth: 90,
    columns: ['hết kỳ', '+1 ngày', '+2 ngày', '+3 ngày', '+7 ngày', '+56 ngày'],
  }),
}

describe.each(Object.entries(pictures))('%s', (id, spec) => {
  it('says what it said', async () => {
    await expect(`${JSON.stringify(spec, null, 2)}\n`).toMatchFileSnapshot(`../golden/${id}.json`)
  })

  it('looks as it looked', async () => {
    await expect(`${svg(spec, id).replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
      `../golden/${id}.svg`,
    )
  })

  it('uses ASCII keys for fields, whatever the labels say', () => {
    const fields = [...JSON.stringify(spec).matchAll(/"field":"([^"]*)"/g)].map(([, name]) => name)
    expect(fields.length).toBeGreaterThan(0)
    expect(fields.filter((name) => !/^[a-z_0-9]+$/.test(name as string))).toEqual([])
  })
})

it('lists every chart of the folder, and the goldens belong to charts', () => {
  const files = readdirSync(new URL('../../../dashboards/charts', import.meta.url))
    .map((file) => file.replace('.ts', ''))
    .filter((file) => !['index', 'chart', 'labels', 'months'].includes(file))
  expect(charts.map((chart) => chart.id).sort()).toEqual(files.sort())
  expect(
    [...new Set(Object.keys(pictures).map((id) => id.replace(/-with-.*$/, '')))].sort(),
  ).toEqual(files.sort())
})

describe('trend', () => {
  const values = (rows: typeof trendRows, goal: readonly [number, number] | null = [1, 100]) =>
    trend.spec(rows, { width: 400, height: 120, goal, goalText: '', pace: true, lastText: '' })
      .data as { readonly values: readonly Record<string, unknown>[] }

  it('leaves a gap where a window has no value, never a zero', () => {
    const [january, , , april, , june] = values(trendRows).values
    expect(january?.['share']).toBe(0)
    expect(april?.['share']).toBeNull()
    // 11/4905 = 0.22426 %
    expect(june?.['share']).toBe(0.224)
  })

  it('shows the twelve months of the plan year and an even pace to the goal', () => {
    const months = values(trendRows).values
    expect(months.map((value) => value['month'])).toEqual(
      Array.from({ length: 12 }, (_, index) => `T${index + 1}`),
    )
    expect(months[5]?.['pace']).toBe(0.5)
    expect(months[11]?.['pace']).toBe(1)
  })

  it('joins the quarters of a quarterly figure and breaks at a month that should have a value', () => {
    const quarterly = trendRows.filter((row) => /Q1|6M|9M/.test(row.windowId))
    const exists = (rows: typeof trendRows) => values(rows).values.map((value) => value['exists'])
    expect(
      exists(quarterly)
        .map((each, index) => (each ? index + 1 : 0))
        .filter(Boolean),
    ).toEqual([3, 6, 9])
    expect(exists(trendRows)[3]).toBe(true)
  })

  it('refuses windows of two families', () => {
    const mixed = [...trendRows, { windowId: 'cal:2026-10', numerator: 1, denominator: 2 }]
    expect(() => values(mixed)).toThrow(/one family and year, not adm:2026 and cal:2026/)
  })

  it('refuses windows of two years', () => {
    const mixed = [...trendRows, { windowId: 'adm:2025-12', numerator: 1, denominator: 2 }]
    expect(() => values(mixed)).toThrow(/adm:2026 and adm:2025/)
  })
})

describe('bar against target', () => {
  /** 1.959963984540054² / (20 + 1.959963984540054²) = 16.113 %: Wilson's limit at none of 20, and its mirror at 20 of 20. */
  it.each([
    ['none below a ceiling', 0, [1, 100], 0, 16.113],
    ['all above a floor', 20, [70, 100], 83.887, 100],
  ] as const)('%s: the interval ends exactly at the edge', (_, numerator, goal, low, high) => {
    const interval = wilson(numerator, 20)
    if (interval === null) throw new Error('20 have an interval')
    const row = { label: '', numerator, denominator: 20, goal, text: '' }
    const spec = barAgainstTarget.spec([{ ...row, interval: [interval.low, interval.high] }], {
      width: 400,
      labelWidth: 0,
      textWidth: 0,
      axis: false,
    })
    const { values } = spec.data as { readonly values: readonly Record<string, unknown>[] }
    expect(values).toMatchObject([{ low, high, goal: goal[0] }])
  })
})

describe('funnel', () => {
  const units = (rows: readonly FunnelRow[]) =>
    (
      funnel.spec([...funnelRows.filter((row) => 'n' in row), ...rows], {
        width: 760,
        height: 340,
        centre: [1, 100],
        centreText: '',
        sizeText: '',
      }).data as { readonly values: readonly Record<string, unknown>[] }
    ).values
  const unit = (name: string, numerator: number, signal: 'moderate' | null) => ({
    name,
    numerator,
    denominator: 100,
    signal,
  })

  it('flags what the rows flag, whichever side of the curves it lies on', () => {
    // At 100 the curve of 2.5 % stands at 2.891 %.
    expect(units([unit('Chũ', 3, null), unit('Kép', 2, 'moderate')])).toMatchObject([
      { share: 3, flag: '' },
      { share: 2, flag: 'moderate' },
    ])
  })

  it('shows at the upper edge what lies above the frame, but never a flagged one', () => {
    const rows = units([unit('Chũ', 60, null), unit('Kép', 9, 'moderate')])
    expect(rows).toMatchObject([
      { outside: true, share: 20 },
      { outside: false, share: 9 },
    ])
  })

  it('has no point for a unit without anybody', () => {
    expect(units([{ name: 'Sa Lý', numerator: 0, denominator: 0, signal: null }])).toEqual([])
  })
})

describe('names beside points', () => {
  it('never cover each other, a point or the edge', () => {
    const plot = { width: 300, height: 200 }
    const point = fc.record({
      x: fc.integer({ min: 0, max: 300 }),
      y: fc.integer({ min: 0, max: 200 }),
      text: fc.constantFrom('Chũ', 'Bắc Giang', 'Nghĩa Phương'),
    })
    fc.assert(
      fc.property(fc.array(point, { maxLength: 12 }), (points) => {
        const sides = placeLabels(points, plot)
        const boxes = points.flatMap(({ x, y, text }, index) => {
          const side = sides[index]
          if (side == null) return []
          const { align, dx, dy } = labelOffsets[side]
          const width = text.length * 5.4
          const left = x + dx - { left: 0, center: width / 2, right: width }[align]
          return [{ index, left, right: left + width, top: y + dy - 6, bottom: y + dy + 6 }]
        })
        for (const box of boxes) {
          expect(box.left).toBeGreaterThanOrEqual(0)
          expect(box.right).toBeLessThanOrEqual(plot.width)
          for (const other of boxes.filter((each) => each.index > box.index)) {
            const apart =
              box.right <= other.left ||
              other.right <= box.left ||
              box.bottom <= other.top ||
              other.bottom <= box.top
            expect(apart).toBe(true)
          }
          for (const { x, y } of points.filter((_, at) => at !== box.index))
            expect(x > box.left && x < box.right && y > box.top && y < box.bottom).toBe(false)
        }
      }),
    )
  })

  it('go to the left where the right is taken', () => {
    expect(
      placeLabels(
        [
          { x: 100, y: 50, text: 'Kép' },
          { x: 120, y: 50, text: 'Chũ' },
        ],
        { width: 300, height: 200 },
      ),
    ).toEqual(['left', 'right'])
  })
})

describe('triangle', () => {
  const cells = (
    triangle.spec(triangleRows, { width: 460, labelWidth: 90, columns: ['', '', '', '', '', ''] })
      .data as {
      readonly values: readonly { left: number; right: number; top: number; share: number }[]
    }
  ).values

  it('leaves days that have not come empty and never draws them as nothing', () => {
    // 24 places less one of August and three of September
    expect(cells).toHaveLength(20)
    expect(cells.filter(({ share }) => share === 0)).toHaveLength(2)
  })

  it('has its columns within its width and its windows below one another', () => {
    expect(Math.max(...cells.map(({ right }) => right))).toBeLessThanOrEqual(460 - 90)
    expect(new Set(cells.map(({ left }) => left)).size).toBe(6)
    expect([...new Set(cells.map(({ top }) => top))]).toEqual([0, 22, 44, 72])
  })
})

describe('numbers to draw with', () => {
  it('has none for a denominator of zero', () => {
    expect(percentToDraw(0, 0)).toBeNull()
    expect(percentToDraw(1, 3)).toBe(33.333)
  })

  it.each([
    [0, 0.5],
    [0.4, 0.5],
    [1, 1.5],
    [30, 40],
    [85, 100],
    [100, 100],
  ])('ends the axis of %d %% at %d', (largest, end) => {
    expect(axisEnd(largest)).toBe(end)
  })
})

describe('an axis that may begin above zero', () => {
  it.each([
    [0.4, 1, [0, 1.5]],
    [24, 40, [0, 60]],
    [63, 76, [50, 80]],
    [88, 100, [80, 100]],
  ] as const)('from %d to %d %% spans %o', (lowest, largest, span) => {
    expect(axisSpan(lowest, largest)).toEqual(span)
  })
})

describe('names on tiles', () => {
  it.each([
    ['Chũ', 'Chũ'],
    ['Tân Yên', 'Tân Yên'],
    ['Nghĩa Phương', 'Nghĩa\nPhương'],
    ['Tây Yên Tử', 'Tây\nYên Tử'],
    ['Đèo Gia', 'Đèo Gia'],
  ])('%s', (name, lines) => {
    expect(twoLines(name)).toBe(lines)
  })
})

describe('verdict tones', () => {
  it('differ by shape wherever they differ by colour', () => {
    const distinct = new Set(Object.values(tones))
    expect(new Set([...distinct].map((tone) => tone.shape)).size).toBe(distinct.size)
    expect(new Set(Object.values(shapes)).size).toBe(distinct.size)
  })

  it('keep 4.5 : 1 between ink and paper, and between ink and their own tint', () => {
    for (const tone of Object.values(tones)) {
      expect(contrast(tone.ink, '#ffffff')).toBeGreaterThan(4.5)
      expect(contrast(tone.ink, tone.fill)).toBeGreaterThan(4.5)
    }
  })
})

/** WCAG 2.2, relative luminance. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

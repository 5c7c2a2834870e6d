import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { barAgainstTarget } from '#dashboards/charts/bar-against-target.ts'
import { axisEnd, percentToDraw } from '#dashboards/charts/chart.ts'
import { charts } from '#dashboards/charts/index.ts'
import { tileMap, twoLines } from '#dashboards/charts/tile-map.ts'
import { trend } from '#dashboards/charts/trend.ts'
import { triangle } from '#dashboards/charts/triangle.ts'
import { svg } from '#dashboards/render/svg.ts'
import { shapes, tones } from '#dashboards/theme.ts'
import { barRows, tiles, trendRows, triangleRows } from '#test/support/chart-rows.ts'

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
  'tile-map': tileMap.spec(tiles, { width: 160 }),
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
    .filter((file) => file !== 'index' && file !== 'chart')
  expect(charts.map((chart) => chart.id).sort()).toEqual(files.sort())
  expect(Object.keys(pictures).sort()).toEqual(files.sort())
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

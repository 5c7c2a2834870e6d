import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pChart } from '#models/judgement/p-chart.ts'
import { xmr } from '#models/judgement/xmr.ts'
import table from './over-time-table.json' with { type: 'json' }

describe('XmR', () => {
  it.each(table.xmr)(
    'agrees with R: $values, screened $screened',
    ({ values, screened, ...of }) => {
      const found = xmr(values, { screened })
      expect(found?.mean).toBeCloseTo(of.mean, 12)
      expect(found?.movingRange).toBeCloseTo(of.movingRange, 12)
      expect(found?.lower).toBeCloseTo(of.lower, 12)
      expect(found?.upper).toBeCloseTo(of.upper, 12)
    },
  )

  it('says nothing under seven values and is provisional under twelve', () => {
    const of = (n: number) => xmr(Array.from({ length: n }, (_, at) => at % 3))
    expect([of(0), of(1), of(6)]).toEqual([null, null, null])
    expect([of(7), of(11), of(12)].map((each) => each?.provisional)).toEqual([true, true, false])
  })

  it('leaves a leap out of its range, by hand', () => {
    // eleven steps of 1 and one of 6, which is more than 3.267 × 17/12 = 4.63
    const values = [1, 2, 1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8]
    expect(xmr(values)?.movingRange).toBeCloseTo(17 / 12, 12)
    expect(xmr(values, { screened: true })?.movingRange).toBe(1)
  })

  it('keeps its range where every step is as wide as its mean', () => {
    expect(xmr([5, 5, 5, 5, 5, 5, 5], { screened: true })).toMatchObject({ lower: 5, upper: 5 })
  })

  it('moves and stretches with its values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 7, maxLength: 40 }),
        (values) => {
          const [plain, doubled] = [xmr(values), xmr(values.map((value) => 2 * value + 7))]
          expect(doubled?.upper).toBeCloseTo(2 * (plain?.upper ?? 0) + 7, 8)
          expect(doubled?.lower).toBeCloseTo(2 * (plain?.lower ?? 0) + 7, 8)
        },
      ),
    )
  })
})

describe('p-chart', () => {
  it.each(table.pChart)('agrees with R: $x of $n', ({ x, n, mean, dispersion, lower, upper }) => {
    const found = pChart(x.map((each, at) => ({ x: each, n: n[at] as number })))
    expect(found?.mean).toBeCloseTo(mean, 12)
    expect(rounded(found?.dispersion)).toBe(rounded(dispersion))
    expect(found?.points.map((point) => rounded(point?.lower))).toEqual(lower.map(rounded))
    expect(found?.points.map((point) => rounded(point?.upper))).toEqual(upper.map(rounded))
  })

  it('has no limits for a window without anybody, nor for one too small', () => {
    const windows = [
      ...Array.from({ length: 8 }, () => ({ x: 40, n: 50 })),
      { x: 0, n: 0 },
      { x: 9, n: 9 },
    ]
    const found = pChart(windows)
    expect(found?.points.map((point) => point !== null)).toEqual([
      ...Array.from({ length: 8 }, () => true),
      false,
      false,
    ])
    expect(found?.provisional).toBe(true)
  })

  it.each([
    ['nobody at all', Array.from({ length: 12 }, () => ({ x: 0, n: 0 }))],
    ['no event at all', Array.from({ length: 12 }, () => ({ x: 0, n: 500 }))],
    [
      'the reoffending of a commune',
      [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0].map((x) => ({ x, n: 60 })),
    ],
    ['six windows', Array.from({ length: 6 }, () => ({ x: 40, n: 50 }))],
  ])('says nothing of %s', (_, windows) => {
    expect(pChart(windows)).toBeNull()
  })
})

function rounded(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : value.toFixed(12)
}

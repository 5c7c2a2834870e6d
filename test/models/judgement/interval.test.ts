import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wilson } from '#models/judgement/interval.ts'
import table from './binomial-table.json' with { type: 'json' }

it.each(table.wilson as [number, number, number, number][])(
  'gives %i of %i the limits of SciPy',
  (x, n, low, high) => {
    const interval = wilson(x, n)
    expect(interval?.low).toBeCloseTo(low, 12)
    expect(interval?.high).toBeCloseTo(high, 12)
  },
)

it('touches 0 and 1 exactly where nobody or everybody counts', () => {
  expect(wilson(0, 40)?.low).toBe(0)
  expect(wilson(40, 40)?.high).toBe(1)
})

it('says nothing of nobody', () => {
  expect(wilson(0, 0)).toBeNull()
})

it('holds the share and narrows as the whole grows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(), (n, seed) => {
      const x = seed % (n + 1)
      const { low, high } = wilson(x, n) as { low: number; high: number }
      const tenfold = wilson(10 * x, 10 * n) as { low: number; high: number }
      expect(low <= x / n && x / n <= high).toBe(true)
      expect(tenfold.high - tenfold.low).toBeLessThan(high - low)
    }),
  )
})

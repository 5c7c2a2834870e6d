import fc from 'fast-check'
import { expect, it } from 'vitest'
import { twoSidedCentral, upperTail } from '#models/judgement/binomial.ts'
import { clopperPearson, garwood, type Interval, wilson } from '#models/judgement/interval.ts'
import table from './binomial-table.json' with { type: 'json' }
import exact from './exact-table.json' with { type: 'json' }
import { off } from './off.ts'

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
  expect([wilson(0, 0), clopperPearson(0, 0), garwood(0, 0)]).toEqual([null, null, null])
})

it.each([
  ['wilson', wilson, exact.wilson],
  ['clopperPearson', clopperPearson, exact.clopperPearson],
  ['garwood', garwood, exact.garwood],
] as const)('%s has the limits of R at every level, up to 1e8', (name, interval, rows) => {
  expect(rows.length).toBeGreaterThan(50)
  const bad = (rows as [number, number, number, number, number][]).flatMap(
    ([x, whole, level, low, high]) => {
      const found = interval(x, whole, level) as Interval
      const place = `${name} ${[x, whole, level]}`
      return [...off(`${place} low`, found.low, low), ...off(`${place} high`, found.high, high)]
    },
  )
  expect(bad).toEqual([])
})

it('of Clopper and Pearson ends exactly at 0 and 1', () => {
  expect(clopperPearson(0, 299)?.low).toBe(0)
  expect(clopperPearson(299, 299)?.high).toBe(1)
  expect(clopperPearson(0, 299, 0.9)?.high).toBeCloseTo(1 - Math.exp(Math.log(0.05) / 299), 12)
  expect(garwood(0, 7)?.low).toBe(0)
})

it('of Clopper and Pearson leaves out exactly the shares that the tests refuse', () => {
  fc.assert(
    fc.property(size, fc.nat(), share, level, (n, seed, p0, covered) => {
      const x = seed % (n + 1)
      const { low, high } = clopperPearson(x, n, covered) as Interval
      const tail = (1 - covered) / 2
      fc.pre([low, high].every((limit) => Math.abs(limit - p0) > 1e-9))
      expect(low > p0).toBe(upperTail(x, n, p0) < tail)
      expect(low > p0 || high < p0).toBe(twoSidedCentral(x, n, p0) < 1 - covered)
    }),
  )
})

it('holds what was observed and rises with it', () => {
  fc.assert(
    fc.property(size, fc.nat(), level, (n, seed, covered) => {
      const x = seed % n
      for (const interval of [wilson, clopperPearson, garwood]) {
        const { low, high } = interval(x, n, covered) as Interval
        const next = interval(x + 1, n, covered) as Interval
        expect(low <= x / n && x / n <= high).toBe(true)
        expect(next.low > low && next.high > high).toBe(true)
      }
    }),
  )
})

it('refuses the impossible', () => {
  expect(() => wilson(8, 7)).toThrow('x = 8')
  expect(() => clopperPearson(1.5, 7)).toThrow('x = 1.5')
  expect(() => clopperPearson(1, 7, 1)).toThrow('level = 1')
  expect(() => garwood(-1, 7)).toThrow('x = -1')
  expect(() => garwood(1, Number.POSITIVE_INFINITY)).toThrow('exposure = Infinity')
})

const size = fc.integer({ min: 1, max: 9999 })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const level = fc.constantFrom(0.8, 0.95, 0.998)

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

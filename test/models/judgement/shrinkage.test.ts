import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { priorOf, shrunk } from '#models/judgement/shrinkage.ts'

const example = { mean: 0.01, size: 80 }

describe('shrinkage', () => {
  it('draws 1 of 50 to 1.38 % and 0 of 5 to 0.94 %', () => {
    expect(shrunk(1, 50, example).rate).toBeCloseTo(1.8 / 130, 15)
    expect(shrunk(0, 5, example).rate).toBeCloseTo(0.8 / 85, 15)
  })

  it('has the interval of the posterior, as SciPy gives it', () => {
    // scipy.stats.beta(1.8, 128.2).ppf([0.025, 0.975]) and beta(0.8, 84.2).ppf([0.001, 0.999])
    const { low, high } = shrunk(1, 50, example)
    expect(low).toBeCloseTo(0.0014231375882548408, 12)
    expect(high).toBeCloseTo(0.03978142542694252, 12)
    const wide = shrunk(0, 5, example, 0.998)
    expect(wide.low).toBeCloseTo(1.9348743000790013e-6, 12)
    expect(wide.high).toBeCloseTo(0.07281763342908419, 12)
  })

  it('takes its prior by moments: worked by hand', () => {
    // p = 4/40; Q = 10 (0.01 + 0.01 + 0.01 + 0.09) = 1.2; three times p(1 − p) = 0.27; N − Σn²/N − 3 = 40 − 10 − 3 = 27
    const units = [0, 0, 0, 4].map((x) => ({ x, n: 10 }))
    const rho = (1.2 - 0.27) / (0.09 * 27)
    const found = priorOf([...units, { x: 0, n: 0 }])
    expect(found?.mean).toBe(0.1)
    expect(found?.size).toBeCloseTo(1 / rho - 1, 12)
    expect(priorOf(units, 1.5)?.size).toBe(1.5)
  })

  it('shows the pooled rate where units do not differ beyond chance, or nothing tells', () => {
    const alike = [
      { x: 1, n: 100 },
      { x: 1, n: 100 },
      { x: 1, n: 100 },
    ]
    expect(priorOf(alike)).toEqual({ mean: 0.01, size: null })
    expect(priorOf(alike, 200)).toEqual({ mean: 0.01, size: 200 })
    expect(shrunk(1, 1, { mean: 0.01, size: null })).toEqual({ rate: 0.01, low: 0.01, high: 0.01 })
    expect(priorOf([{ x: 3, n: 10 }])?.size).toBeNull()
    expect(
      priorOf([
        { x: 0, n: 1 },
        { x: 1, n: 1 },
        { x: 0, n: 1 },
      ])?.size,
    ).toBeNull()
    expect(
      priorOf([
        { x: 0, n: 9 },
        { x: 0, n: 7 },
      ]),
    ).toEqual({ mean: 0, size: null })
    expect(
      priorOf([
        { x: 9, n: 9 },
        { x: 7, n: 7 },
      ]),
    ).toEqual({ mean: 1, size: null })
    expect(priorOf([{ x: 0, n: 0 }])).toBeNull()
    expect(priorOf([])).toBeNull()
  })

  it('weighs one person where units could not differ more', () => {
    expect(
      priorOf([
        { x: 0, n: 5 },
        { x: 5, n: 5 },
      ]),
    ).toEqual({ mean: 0.5, size: 1 })
  })

  it('keeps the prior where there is nobody, and its ends where it is certain', () => {
    expect(shrunk(0, 0, example).rate).toBeCloseTo(0.01, 15)
    expect(shrunk(0, 5, { mean: 0, size: 200 })).toEqual({ rate: 0, low: 0, high: 0 })
    expect(shrunk(5, 5, { mean: 1, size: 200 })).toEqual({ rate: 1, low: 1, high: 1 })
  })

  it('lies between the own rate and the pooled one, within its interval', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.nat(),
        share,
        size,
        (n, seed, mean, weight) => {
          const x = seed % (n + 1)
          const { rate, low, high } = shrunk(x, n, { mean, size: weight })
          expect(rate).toBeGreaterThanOrEqual(Math.min(x / n, mean) - 1e-12)
          expect(rate).toBeLessThanOrEqual(Math.max(x / n, mean) + 1e-12)
          expect(low).toBeLessThan(high)
          expect(shrunk(x, n, { mean, size: weight }, 0.998).high).toBeGreaterThanOrEqual(high)
        },
      ),
    )
  })

  it('finds a planted prior among many communes', () => {
    // Each commune of 100 has the count of its own quantile of BetaBin(100, 4, 36), so ρ is 1/41 but for the grid.
    expect(priorOf(planted)?.mean).toBeCloseTo(0.1, 3)
    expect(priorOf(planted)?.size ?? 0).toBeGreaterThan(38)
    expect(priorOf(planted)?.size ?? 0).toBeLessThan(42)
  })

  it('refuses the impossible', () => {
    expect(() => priorOf([{ x: 2, n: 1 }])).toThrow('x = 2')
    expect(() => priorOf([{ x: 1, n: 2 }], 0)).toThrow('most = 0')
    expect(() => shrunk(1, 2, { mean: 1.5, size: 80 })).toThrow('mean = 1.5')
    expect(() => shrunk(1, 2, { mean: 0.5, size: -1 })).toThrow('size = -1')
    expect(() => shrunk(3, 2, example)).toThrow('x = 3')
  })
})

/** How many of 2,000 communes have 0, 1, 2 … cases: quantiles of scipy.stats.betabinom(100, 4, 36). */
const communes = [
  11, 33, 60, 89, 115, 134, 147, 154, 153, 148, 139, 127, 114, 101, 87, 74, 62, 52, 43, 34, 28, 22,
  18, 13, 11, 8, 6, 4, 4, 2, 2, 2, 1, 0, 1, 0, 0, 1,
]
const planted = communes.flatMap((many, x) => Array.from({ length: many }, () => ({ x, n: 100 })))

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true })
const size = fc.double({ min: 1, max: 1000, noNaN: true })

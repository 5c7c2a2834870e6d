import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  betaBinomialAtMost,
  betaBinomialMass,
  negativeBinomialAtMost,
  negativeBinomialMass,
} from '#models/judgement/predictive.ts'
import { isNear, off } from './off.ts'
import table from './predictive-table.json' with { type: 'json' }

type Future = [k: number, m: number, a: number, b: number, number | null, number | null]
type Cohort = [k: number, size: number, prob: number, number | null, number | null]

const futures = table.betaBinomial as Future[]
const cohorts = table.negativeBinomial as Cohort[]
const shape = fc.double({ min: 0.01, max: 500, noNaN: true })

describe('beta-binomial', () => {
  it('agrees with SciPy and mpmath, up to m = 1e8', () => {
    expect(futures.length).toBeGreaterThan(150)
    expect(Math.max(...futures.map(([, m]) => m))).toBe(1e8)
    const bad = futures.flatMap(([k, m, a, b, mass, atMost]) => [
      ...off(`mass ${[k, m, a, b]}`, betaBinomialMass(k, m, a, b), mass),
      ...(atMost === null
        ? []
        : off(`at most ${[k, m, a, b]}`, betaBinomialAtMost(k, m, a, b), atMost)),
    ])
    expect(bad).toEqual([])
  })

  it('sums to 1, and the sum so far is P(X ≤ k)', () => {
    fc.assert(
      fc.property(fc.nat({ max: 80 }), shape, shape, (m, a, b) => {
        let sum = 0
        for (let k = 0; k <= m; k++) {
          sum += betaBinomialMass(k, m, a, b)
          expect(isNear(betaBinomialAtMost(k, m, a, b), sum)).toBe(true)
        }
        expect(sum).toBeCloseTo(1, 12)
      }),
    )
  })

  it('gives every count of 100 million the same chance when nothing is known', () => {
    expect(isNear(betaBinomialAtMost(999_999, 1e8, 1, 1), 1e6 / 100_000_001)).toBe(true)
  })

  it('knows its edges and refuses the impossible', () => {
    expect([betaBinomialMass(0, 0, 2, 3), betaBinomialMass(-1, 5, 2, 3)]).toEqual([1, 0])
    expect([betaBinomialMass(6, 5, 2, 3), betaBinomialAtMost(-1, 5, 2, 3)]).toEqual([0, 0])
    expect(betaBinomialAtMost(5, 5, 2, 3)).toBe(1)
    expect(() => betaBinomialMass(0.5, 5, 2, 3)).toThrow('k = 0.5')
    expect(() => betaBinomialMass(1, -1, 2, 3)).toThrow('m = -1')
    expect(() => betaBinomialAtMost(1, 5, 0, 3)).toThrow('a = 0')
    expect(() => betaBinomialAtMost(1, 5, 2, Number.POSITIVE_INFINITY)).toThrow('b = Infinity')
  })
})

describe('negative binomial', () => {
  it('agrees with SciPy and mpmath', () => {
    expect(cohorts.length).toBeGreaterThan(100)
    const bad = cohorts.flatMap(([k, size, prob, mass, atMost]) => [
      ...off(`mass ${[k, size, prob]}`, negativeBinomialMass(k, size, prob), mass),
      ...(atMost === null
        ? []
        : off(`at most ${[k, size, prob]}`, negativeBinomialAtMost(k, size, prob), atMost)),
    ])
    expect(bad).toEqual([])
  })

  it('sums to 1, and the sum so far is P(X ≤ k)', () => {
    const prob = fc.double({ min: 0.3, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 20, noNaN: true }), prob, (size, p) => {
        let sum = 0
        for (let k = 0; k <= 200; k++) {
          sum += negativeBinomialMass(k, size, p)
          expect(isNear(negativeBinomialAtMost(k, size, p), sum)).toBe(true)
        }
        expect(sum).toBeCloseTo(1, 11)
      }),
    )
  })

  it('knows its edges and refuses the impossible', () => {
    expect([negativeBinomialMass(0, 2, 1), negativeBinomialMass(-1, 2, 0.5)]).toEqual([1, 0])
    expect([negativeBinomialAtMost(-1, 2, 0.5), negativeBinomialAtMost(9, 2, 0)]).toEqual([0, 0])
    expect(() => negativeBinomialMass(1, 0, 0.5)).toThrow('size = 0')
    expect(() => negativeBinomialAtMost(1, 2, 1.5)).toThrow('prob = 1.5')
  })
})

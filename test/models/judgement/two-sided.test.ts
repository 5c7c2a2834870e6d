import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  lowerTail,
  twoSidedCentral,
  twoSidedMinlike,
  upperTail,
} from '#models/judgement/binomial.ts'
import table from './exact-table.json' with { type: 'json' }
import { isNear, off } from './off.ts'

type Tests = [x: number, n: number, p0: number, minlike: number | null, central: number | null][]

describe('two-sided tests', () => {
  it('give the p of R, up to n = 1e8', () => {
    const tests = table.tests as Tests
    expect(tests.length).toBeGreaterThan(200)
    expect(Math.max(...tests.map(([, n]) => n))).toBe(1e8)
    const bad = tests.flatMap(([x, n, p0, minlike, central]) => [
      ...off(`minlike ${[x, n, p0]}`, twoSidedMinlike(x, n, p0), minlike),
      ...off(`central ${[x, n, p0]}`, twoSidedCentral(x, n, p0), central),
    ])
    expect(bad).toEqual([])
  })

  it('by minimum likelihood is the sum over all outcomes no likelier, in whole numbers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.nat(),
        fc.nat({ max: 100 }),
        (n, seed, percent) => {
          const x = seed % (n + 1)
          expect(isNear(twoSidedMinlike(x, n, percent / 100), byEnumeration(x, n, percent))).toBe(
            true,
          )
        },
      ),
    )
  })

  it('are never below the smaller tail, and central never below it twice unless 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), share, (n, seed, p0) => {
        const x = seed % (n + 1)
        const smaller = Math.min(lowerTail(x, n, p0), upperTail(x, n, p0))
        expect(twoSidedMinlike(x, n, p0)).toBeGreaterThanOrEqual(smaller * (1 - 1e-12))
        expect(twoSidedCentral(x, n, p0)).toBe(Math.min(1, 2 * smaller))
      }),
    )
  })

  it('refuse the impossible', () => {
    expect(() => twoSidedMinlike(8, 7, 0.5)).toThrow(
      'x = 8 is impossible; wanted is a whole number from 0 to n = 7',
    )
    expect(() => twoSidedCentral(1, 7, 1.01)).toThrow('p0 = 1.01')
    expect(() => upperTail(1.5, 7, 0.1)).toThrow('x = 1.5')
    expect(() => lowerTail(1, -7, 0.1)).toThrow('n = -7')
    expect(() => upperTail(1, 7, Number.NaN)).toThrow(RangeError)
  })
})

const share = fc.double({ min: 0, max: 1, noNaN: true })

/** Outcomes weighed as C(n, i) percentⁱ (100 − percent)ⁿ⁻ⁱ, with R's slip of 1e-7. */
function byEnumeration(x: number, n: number, percent: number): number {
  const weights: bigint[] = []
  let choose = 1n
  for (let i = 0; i <= n; i++) {
    weights.push(choose * BigInt(percent) ** BigInt(i) * BigInt(100 - percent) ** BigInt(n - i))
    choose = (choose * BigInt(n - i)) / BigInt(i + 1)
  }
  const bound = (weights[x] as bigint) * 10_000_001n
  const rare = weights.filter((weight) => weight * 10_000_000n <= bound)
  const sum = rare.reduce((all, weight) => all + weight, 0n)
  return Number((sum * 10n ** 30n) / 100n ** BigInt(n)) / 1e30
}

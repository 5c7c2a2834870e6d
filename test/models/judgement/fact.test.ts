import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMet, mostBelow, slackOf } from '#models/judgement/fact.ts'
import type { Goal } from '#models/plans/target.ts'

const underOne: Goal = { below: [1, 100] }
const thirty: Goal = { atLeast: [30, 100] }
const all: Goal = { all: true }
const range: Goal = {
  between: [
    [20, 100],
    [25, 100],
  ],
}

describe('fact', () => {
  it.each([
    ['1 of 100 is not under 1 %', underOne, 1, 100, false, -1],
    ['3 of 300 is not under 1 %', underOne, 3, 300, false, -1],
    ['2 of 300 is', underOne, 2, 300, true, 0],
    ['1 of 101 is', underOne, 1, 101, true, 0],
    ['0 of 5 is', underOne, 0, 5, true, 0],
    ['1 of 5 is not', underOne, 1, 5, false, -1],
    // 5,112 / 100 = 51.12: at most 51
    ['3 of 5112 leaves 48', underOne, 3, 5112, true, 48],
    // 9,007,199,254,740,991 / 100 = 90,071,992,547,409.91: products beyond 2^53
    ['whole numbers stay whole beyond 2^53', underOne, 0, 2 ** 53 - 1, true, 90_071_992_547_409],
    // 0.3 × 99 = 29.7: 30 communes
    ['29 of 99 are not 30 %', thirty, 29, 99, false, -1],
    ['30 of 99 are', thirty, 30, 99, true, 0],
    ['3 of 10 are', thirty, 3, 10, true, 0],
    ['138 of 141 are not all', all, 138, 141, false, -3],
    ['141 of 141 are', all, 141, 141, true, 0],
    ['a range is met from its lower end', range, 20, 100, true, 0],
    ['and not missed above its upper one', range, 40, 100, true, 20],
    ['but missed below it', range, 19, 100, false, -1],
  ] as const)('%s', (_, goal, x, n, met, slack) => {
    expect(isMet(goal, x, n)).toBe(met)
    expect(slackOf(goal, x, n)).toBe(slack)
  })

  it('compares as fractions do', () => {
    const ratio = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 1000 }))
    fc.assert(
      fc.property(ratio, fc.nat(1e6), fc.integer({ min: 1, max: 1e6 }), ([num, den], x, n) => {
        const product = BigInt(x) * BigInt(den) - BigInt(num) * BigInt(n)
        expect(isMet({ below: [num, den] }, x, n)).toBe(product < 0n)
        expect(isMet({ atLeast: [num, den] }, x, n)).toBe(product >= 0n)
      }),
    )
  })

  it('has a slack that is used up one case at a time', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 20_000 }), (x, n) => {
        const slack = slackOf(underOne, x, n)
        expect(isMet(underOne, x + slack, n)).toBe(true)
        expect(isMet(underOne, x + slack + 1, n)).toBe(false)
      }),
    )
  })

  it.each([
    [5, 0],
    [20, 0],
    [50, 0],
    [100, 0],
    [200, 1],
    [500, 4],
    [2_000, 19],
    [10_000, 99],
  ])('allows %i persons %i events under 1 %%', (n, most) => {
    expect(mostBelow([1, 100], n)).toBe(most)
  })
})

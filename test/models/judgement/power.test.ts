import { describe, expect, it } from 'vitest'
import { upperTail } from '#models/judgement/binomial.ts'
import { ALARM, signalCount } from '#models/judgement/evidence.ts'
import { mostBelow } from '#models/judgement/fact.ts'
import { reachOf } from '#models/judgement/power.ts'

/** Two significant digits, in per cent. */
const rounded = (share: number | undefined) =>
  share === undefined ? null : Number((share * 100).toPrecision(2))

describe('the signal table against 1 %', () => {
  // published with the method, made with SciPy: chance of one event, smallest counts for the two levels, true share found with
  // a chance of 80 %, most events that are still under 1 %
  it.each([
    [5, 0.05, 2, 2, 49, 0],
    [20, 0.18, 2, 4, 14, 0],
    [50, 0.39, 3, 5, 8.4, 0],
    [100, 0.63, 4, 6, 5.4, 0],
    [200, 0.87, 6, 9, 3.9, 1],
    [500, 0.99, 11, 14, 2.7, 4],
    [2_000, 1, 30, 36, 1.7, 19],
    [10_000, 1, 121, 133, 1.3, 99],
  ])(
    '%i persons: one event in %d, warning from %i, alarm from %i, found at %d %%, most %i',
    (n, one, warn, alarm, found, most) => {
      expect(Number(upperTail(1, n, 0.01).toFixed(2))).toBe(one)
      expect(signalCount([1, 100], n)).toBe(warn)
      expect(signalCount([1, 100], n, ALARM)).toBe(alarm)
      const reach = reachOf({ below: [1, 100] }, n)
      expect([reach?.count, rounded(reach?.share)]).toEqual([warn, found])
      expect(mostBelow([1, 100], n)).toBe(most)
    },
  )
})

describe('the reach of a test', () => {
  it('is that of its complement for a floor', () => {
    // at most 28 of 50 have work against 70 %; as many as 22 without, against 30 %
    const floor = reachOf({ atLeast: [7, 10] }, 50)
    const ceiling = reachOf({ below: [3, 10] }, 50)
    expect(floor?.count).toBe(50 - (ceiling?.count as number))
    expect(floor?.share).toBeCloseTo(1 - (ceiling?.share as number), 10)
  })

  it('is none where no count is a signal, of a duty, of nobody', () => {
    // 0.3^3 = 0.027: three without work are nothing against 70 %, four are (0.0081)
    expect(reachOf({ atLeast: [7, 10] }, 3)).toBeNull()
    expect(reachOf({ atLeast: [7, 10] }, 4)?.count).toBe(0)
    expect([reachOf({ all: true }, 50), reachOf({ below: [1, 100] }, 0)]).toEqual([null, null])
  })

  it('says one person in two by one case: P(X ≥ 1 | 2, 1 %) = 0.0199', () => {
    // 1 − √0.2 = 0.5528
    expect(reachOf({ below: [1, 100] }, 2)).toMatchObject({ count: 1 })
    expect(reachOf({ below: [1, 100] }, 2)?.share).toBeCloseTo(1 - Math.sqrt(0.2), 10)
  })
})

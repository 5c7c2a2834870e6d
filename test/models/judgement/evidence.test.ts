import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceOf, signalCount, strengthOf } from '#models/judgement/evidence.ts'
import type { Goal } from '#models/plans/target.ts'

const underOne: Goal = { below: [1, 100] }

describe('evidence', () => {
  it('never signals nobody', () => {
    expect(signalCount([1, 100], 0)).toBe(1)
  })

  it('needs 368 persons without an event before chance is a poor explanation', () => {
    const favourable = (n: number) => strengthOf(evidenceOf(underOne, 0, n)?.favourable ?? 1)
    // 0.99^367 = 0.02501, 0.99^368 = 0.02476; 0.99^688 = 0.000994
    expect([favourable(367), favourable(368), favourable(688)]).toEqual([
      null,
      'moderate',
      'strong',
    ])
  })

  it('turns round for "at least" and starts a range at its lower end', () => {
    const below = evidenceOf({ below: [7, 10] }, 30, 50)
    const atLeast = evidenceOf({ atLeast: [7, 10] }, 30, 50)
    const between = evidenceOf(
      {
        between: [
          [7, 10],
          [8, 10],
        ],
      },
      30,
      50,
    )
    expect(atLeast).toEqual({ adverse: below?.favourable, favourable: below?.adverse })
    expect(between).toEqual(atLeast)
  })

  it('does not test a duty of all', () => {
    expect(evidenceOf({ all: true }, 3, 5)).toBeNull()
  })

  it('names strengths at their levels, inclusive', () => {
    expect([0.001, 0.0011, 0.025, 0.0251].map(strengthOf)).toEqual([
      'strong',
      'moderate',
      'moderate',
      null,
    ])
  })

  it('is strong where the chance is 0.001 itself', () => {
    // all of 3 at 10 %: 0.1³
    expect(strengthOf(evidenceOf({ below: [1, 10] }, 3, 3)?.adverse ?? 1)).toBe('strong')
  })

  it('signals exactly from the signal count on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(60), (n, seed) => {
        const x = Math.min(seed, n)
        const signals = strengthOf(evidenceOf(underOne, x, n)?.adverse ?? 1) !== null
        expect(signals).toBe(x >= signalCount([1, 100], n))
      }),
    )
  })
})

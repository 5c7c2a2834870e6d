import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceOf, WARN } from '#models/judgement/evidence.ts'
import { IN_NATION, IN_PROVINCE, listed } from '#models/judgement/family.ts'
import type { Measured } from '#models/measured.ts'
import { fixTarget } from '#models/plans/target.ts'
import { all, seventy, underOne } from '#test/support/goals.ts'
import { measured } from '#test/support/measured.ts'

const met = (how: number) => Array.from({ length: how }, () => measured(0, 20))

describe('a family', () => {
  it('keeps a signal alone, and drops it among others: one of eight at 1.7 % is what chance gives', () => {
    // P(X ≥ 2 | 20, 1 %) = 0.0169: kept among 5 (10 % / 5 = 0.020), not among 6 (0.0167)
    expect(listed(underOne, [measured(2, 20)])).toEqual({
      family: { size: 1, level: 10, kept: 1 },
      listed: [true],
    })
    expect(listed(underOne, [measured(2, 20), ...met(4)]).listed[0]).toBe(true)
    expect(listed(underOne, [measured(2, 20), ...met(5)])).toEqual({
      family: { size: 6, level: 10, kept: 0 },
      listed: [false, false, false, false, false, false],
    })
  })

  it('keeps two that neither would keep alone', () => {
    // 10 % × 2 / 11 = 0.0182
    expect(listed(underOne, [measured(2, 20), ...met(9), measured(2, 20)]).family).toEqual({
      size: 11,
      level: 10,
      kept: 2,
    })
  })

  it('keeps what reaches its level exactly', () => {
    // one of one under 2 %, among five: 5 × 0.02 = 10 %
    const underTwo = { ...underOne, below: [2, 100] as const }
    expect(listed(underTwo, [measured(1, 1), ...met(4)]).listed[0]).toBe(true)
    expect(listed(underTwo, [measured(1, 1), ...met(5)]).listed[0]).toBe(false)
  })

  it('is asked more of over the nation', () => {
    const figures = [measured(2, 20), ...met(2)]
    expect(listed(underOne, figures, IN_PROVINCE).family?.kept).toBe(1)
    // 5 % / 3 = 0.0167
    expect(listed(underOne, figures, IN_NATION).family).toEqual({ size: 3, level: 5, kept: 0 })
  })

  it('is made of the places that can be tested', () => {
    const figures = [
      null,
      measured(0, 0),
      measured(21, 20),
      measured(2, 20, { unitsCovered: 0 }),
      measured(2, 20, { unitsExpected: 99, unitsCovered: 79 }),
      measured(2, 20, { unitsExpected: 99, unitsCovered: 80 }),
      measured(0, 20, { rowsWithheld: 1 }),
    ]
    expect(listed(underOne, figures)).toEqual({
      family: { size: 2, level: 10, kept: 1 },
      listed: [null, null, null, null, null, true, false],
    })
  })

  it('is none where nothing is tested, and of a duty', () => {
    const none = { family: null, listed: [null, null] }
    expect(listed(underOne, [null, measured(0, 0)])).toEqual(none)
    expect(listed(all, [measured(1, 20), measured(20, 20)])).toEqual(none)
    expect(listed(fixTarget({ ...seventy, duty: true } as never), [measured(1, 20), null])).toEqual(
      none,
    )
  })

  it('lists signals only, however many lie just beyond them', () => {
    // P(X ≥ 1 | 5, 1 %) = 0.049: all would be kept at 10 %, and none is a signal
    const figures = Array.from({ length: 50 }, () => measured(1, 5))
    expect(listed(underOne, figures).family).toEqual({ size: 50, level: 10, kept: 0 })
    // 3 of 50 with p = 0.0138 stays thanks to them
    const one = [measured(3, 50), ...figures, ...met(30)]
    expect(listed(underOne, one).family).toEqual({ size: 81, level: 10, kept: 1 })
  })

  const place = fc
    .tuple(fc.nat(8), fc.integer({ min: 1, max: 300 }))
    .map(([x, n]) => measured(Math.min(x, n), n))
  const figures = fc.array(fc.option(place, { nil: null, freq: 8 }), {
    minLength: 1,
    maxLength: 60,
  })
  const target = fc.constantFrom(underOne, seventy)

  it('is the definition: the largest rank whose p is at most its share of the level', () => {
    fc.assert(
      fc.property(target, figures, (of, places) => {
        const there = places.filter((each): each is Measured => each !== null)
        const p = (each: Measured) =>
          evidenceOf(of, each.numerator, each.denominator)?.adverse as number
        const sorted = there.map(p).sort((a, b) => a - b)
        const rank = sorted.findLastIndex((each, at) => each <= (0.1 * (at + 1)) / there.length)
        const last = sorted[rank] ?? -1
        expect(listed(of, places).listed).toEqual(
          places.map((each) => each && p(each) <= Math.min(last, WARN)),
        )
      }),
    )
  })

  it('does not depend on the order of its places, nor on those that are not tested', () => {
    fc.assert(
      fc.property(target, figures, (of, places) => {
        const { family, listed: list } = listed(of, places)
        const turned = listed(of, [null, ...places.toReversed(), measured(0, 0)])
        expect(turned.family).toEqual(family)
        expect(turned.listed.slice(1, -1)).toEqual(list.toReversed())
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg } from '#models/judgement/multiplicity.ts'
import table from './exact-table.json' with { type: 'json' }
import { off } from './off.ts'

const rows = table.q as [family: number, p: number, q: number][]
const families = [1, 2, 3, 4, 5].map((family) => rows.filter(([each]) => each === family))
const p = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.02, 0.5, 1))

describe('Benjamini and Hochberg', () => {
  it('gives the q of R, in the given order', () => {
    expect(families.map((family) => family.length)).toEqual([3, 3, 4, 40, 5])
    const bad = families.flatMap((family) => {
      const found = benjaminiHochberg(family.map(([, each]) => each))
      return family.flatMap(([, each, q], at) => off(`p = ${each}`, found[at] ?? Number.NaN, q))
    })
    expect(bad).toEqual([])
  })

  it('lists whom the step-up rule lists: all up to the last p₍ⱼ₎ ≤ j α / m', () => {
    fc.assert(
      fc.property(fc.array(p, { maxLength: 30 }), (ps) => {
        const sorted = ps.toSorted((a, b) => a - b)
        for (const alpha of [0.05, 0.1]) {
          fc.pre(sorted.every((each, at) => Math.abs(each * ps.length - (at + 1) * alpha) > 1e-12))
          const last = sorted.findLastIndex((each, at) => each * ps.length <= (at + 1) * alpha)
          const cut = sorted[last] ?? -1
          expect(benjaminiHochberg(ps).map((q) => q <= alpha)).toEqual(
            ps.map((each) => each <= cut),
          )
        }
      }),
    )
  })

  it('does not look at the order', () => {
    const shuffled = fc
      .array(p, { minLength: 1, maxLength: 30 })
      .chain((ps) =>
        fc.tuple(fc.constant(ps), fc.shuffledSubarray([...ps.keys()], { minLength: ps.length })),
      )
    fc.assert(
      fc.property(shuffled, ([ps, order]) => {
        const qs = benjaminiHochberg(ps)
        expect(benjaminiHochberg(order.map((at) => ps[at] as number))).toEqual(
          order.map((at) => qs[at]),
        )
      }),
    )
  })

  it('takes an empty family and refuses what is no probability', () => {
    expect(benjaminiHochberg([])).toEqual([])
    expect(() => benjaminiHochberg([0.5, 1.2])).toThrow('p = 1.2')
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError)
  })
})

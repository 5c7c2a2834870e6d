import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lowerTail, pointMass, upperTail } from '#models/judgement/binomial.ts'
import table from './binomial-table.json' with { type: 'json' }

type Row = [
  n: number,
  p: number,
  x: number,
  mass: number | null,
  upper: number | null,
  lower: number | null,
]

const rows = table.binomial as Row[]
const largest = Math.max(...rows.map(([n]) => n))

describe('binomial', () => {
  it('agrees with SciPy to 1e-8 relative, up to n = 1e8', () => {
    const off = rows.flatMap(([n, p, x, mass, upper, lower]) => [
      ...differs('mass', pointMass(x, n, p), mass, n, p, x),
      ...differs('upper', upperTail(x, n, p), upper, n, p, x),
      ...differs('lower', lowerTail(x, n, p), lower, n, p, x),
    ])
    expect(off).toEqual([])
    expect(rows.length).toBeGreaterThan(600)
    expect(largest).toBe(1e8)
  })

  it('keeps its edges', () => {
    expect([pointMass(0, 0, 0.3), upperTail(0, 0, 0.3), lowerTail(0, 0, 0.3)]).toEqual([1, 1, 1])
    expect([upperTail(0, 7, 0.3), upperTail(8, 7, 0.3)]).toEqual([1, 0])
    expect([lowerTail(-1, 7, 0.3), lowerTail(7, 7, 0.3)]).toEqual([0, 1])
    expect([pointMass(-1, 7, 0.3), pointMass(8, 7, 0.3)]).toEqual([0, 0])
    expect([upperTail(3, 7, 0), upperTail(3, 7, 1), pointMass(7, 7, 1)]).toEqual([0, 1, 1])
  })

  it('sums to 1 over all outcomes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), share, (n, p) => {
        const total = Array.from({ length: n + 1 }, (_, x) => pointMass(x, n, p))
        expect(total.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12)
      }),
    )
  })

  it('has tails that share the outcomes between them and mirror each other', () => {
    fc.assert(
      fc.property(size, share, fc.nat(), (n, p, seed) => {
        const x = seed % (n + 1)
        expect(upperTail(x, n, p) + lowerTail(x - 1, n, p)).toBeCloseTo(1, 11)
        expect(near(lowerTail(x, n, p), upperTail(n - x, n, 1 - p))).toBe(true)
      }),
    )
  })

  it('never rises in x and never falls in p', () => {
    fc.assert(
      fc.property(size, share, share, fc.nat(), (n, p, other, seed) => {
        const x = seed % (n + 1)
        const [less, more] = p < other ? [p, other] : [other, p]
        const slip = 1 + 1e-9
        expect(upperTail(x + 1, n, p)).toBeLessThanOrEqual(upperTail(x, n, p) * slip)
        expect(upperTail(x, n, less)).toBeLessThanOrEqual(upperTail(x, n, more) * slip)
      }),
    )
  })
})

const size = fc.integer({ min: 1, max: 20_000 })
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true })

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(1e-12, 1e-8 * Math.abs(b))
}

/** A line for each value that is off; where SciPy's value is null it underflows and ours must be as good as 0. */
function differs(
  what: string,
  found: number,
  expected: number | null,
  n: number,
  p: number,
  x: number,
): string[] {
  const good = expected === null ? found < 1e-289 : Math.abs(found - expected) <= 1e-8 * expected
  return good ? [] : [`${what} n=${n} p=${p} x=${x}: ${found}, SciPy ${expected}`]
}

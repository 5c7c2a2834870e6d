import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaCdf, betaQuantile, betaUpper } from '#models/judgement/beta.ts'
import { gammaCdf, gammaQuantile, gammaUpper } from '#models/judgement/gamma.ts'
import { isNear, off } from './off.ts'
import table from './tails-table.json' with { type: 'json' }

type Tail = number | null

const betas = table.beta as [x: number, a: number, b: number, low: Tail, high: Tail][]
const gammas = table.gamma as [x: number, shape: number, low: Tail, high: Tail][]
const open = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
const shape = fc.double({ min: 0.1, max: 1e4, noNaN: true })

describe('beta', () => {
  it('has the tails of SciPy and mpmath, up to a + b = 1e8 and down to 1e-290', () => {
    expect(betas.length).toBeGreaterThan(150)
    expect(Math.max(...betas.map(([, a, b]) => a + b))).toBeGreaterThanOrEqual(1e8)
    expect(betas.some(([, , , low]) => low !== null && low < 1e-100)).toBe(true)
    expect(
      betas.flatMap(([x, a, b, low, high]) => [
        ...off(`P(X ≤ ${x}) ${[a, b]}`, betaCdf(x, a, b), low),
        ...off(`P(X ≥ ${x}) ${[a, b]}`, betaUpper(x, a, b), high),
      ]),
    ).toEqual([])
  })

  it('finds the share back by its smaller tail', () => {
    const bad = betas.flatMap(([x, a, b, low, high]) => {
      if (low !== null && low <= 0.5) return off(`${[x, a, b]}`, betaQuantile(low, a, b), x)
      if (high !== null && high <= 0.5 && x < 1 - 1e-9)
        return off(`1 - ${[x, a, b]}`, betaQuantile(high, b, a), 1 - x)
      return []
    })
    expect(bad).toEqual([])
  })

  it('turns round: the quantile of a probability, mirrored too', () => {
    fc.assert(
      fc.property(open, shape, shape, (p, a, b) => {
        const x = betaQuantile(p, a, b)
        fc.pre(x > 1e-300 && x < 1 - 1e-6)
        expect(isNear(betaCdf(x, a, b), p)).toBe(true)
        expect(isNear(1 - betaQuantile(1 - p, b, a), x)).toBe(true)
      }),
    )
  })

  it('knows its ends and refuses the impossible', () => {
    expect([betaCdf(0, 2, 3), betaCdf(1, 2, 3), betaUpper(0, 2, 3), betaUpper(1, 2, 3)]).toEqual([
      0, 1, 1, 0,
    ])
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1])
    expect(betaQuantile(1e-300, 0.001, 3)).toBeLessThan(1e-307)
    expect(() => betaCdf(1.5, 2, 3)).toThrow('x = 1.5')
    expect(() => betaUpper(0.5, 0, 3)).toThrow('a = 0')
    expect(() => betaQuantile(Number.NaN, 2, 3)).toThrow('p = NaN')
  })
})

describe('gamma', () => {
  it('has the tails of SciPy and mpmath, up to shape = 1e8', () => {
    expect(gammas.length).toBeGreaterThan(80)
    expect(
      gammas.flatMap(([x, s, low, high]) => [
        ...off(`P(X ≤ ${x}) ${s}`, gammaCdf(x, s), low),
        ...off(`P(X ≥ ${x}) ${s}`, gammaUpper(x, s), high),
      ]),
    ).toEqual([])
  })

  it('finds the value back by its lower tail, and by its upper one where that can be said', () => {
    const bad = gammas.flatMap(([x, s, low, high]) => {
      if (low !== null && low <= 0.5) return off(`${[x, s]}`, gammaQuantile(low, s), x)
      if (high !== null && high > 1e-6 && high <= 0.5)
        return off(`${[x, s]}`, gammaQuantile(1 - high, s), x)
      return []
    })
    expect(bad).toEqual([])
  })

  it('knows its ends and refuses the impossible', () => {
    expect([gammaCdf(0, 2), gammaUpper(0, 2)]).toEqual([0, 1])
    expect([gammaQuantile(0, 2), gammaQuantile(1, 2)]).toEqual([0, Number.POSITIVE_INFINITY])
    expect(() => gammaCdf(-1, 2)).toThrow('x = -1')
    expect(() => gammaUpper(1, 0)).toThrow('shape = 0')
    expect(() => gammaQuantile(2, 2)).toThrow('p = 2')
  })
})

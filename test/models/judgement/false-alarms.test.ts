import { describe, expect, it } from 'vitest'
import { IN_NATION } from '#models/judgement/family.ts'
import { judgePlaces } from '#models/judgement/places.ts'
import { random } from '#sources/synthetic/random.ts'
import { binomialDraws } from '#test/support/binomial-draws.ts'
import { underOne } from '#test/support/goals.ts'
import { measured } from '#test/support/measured.ts'

const COMMUNES = 3321
const WINDOWS = 48

/** Shares of the places that are flagged, that are listed, that the naive rule flags; and of windows with anything listed. */
function flagged(sizes: (window: number) => readonly number[], windows: number, p: number) {
  const draw = binomialDraws(random(`false alarms ${p}`), p)
  const told = { places: 0, flagged: 0, listed: 0, naive: 0, families: 0 }
  for (let window = 0; window < windows; window++) {
    const places = sizes(window).map((n) => ({
      unitId: '07210@2025-07-01',
      level: 'commune' as const,
      measured: measured(draw(n), n),
      highestMonthlyInflow: null,
    }))
    const sitting = { target: underOne, windowId: 'adm:2026-9M', monthsLeft: 3 }
    const verdicts = judgePlaces(sitting, places, IN_NATION).map(({ verdict }) => verdict)
    const listed = verdicts.filter((verdict) => verdict.listed === true).length
    told.places += verdicts.length
    told.flagged += verdicts.filter(({ code }) => code === 'SIG').length
    told.naive += verdicts.filter(({ fact }) => fact === 'unmet').length
    told.listed += listed
    told.families += Math.sign(listed)
  }
  return {
    flagged: told.flagged / told.places,
    listed: told.listed / told.places,
    naive: told.naive / told.places,
    families: told.families / windows,
  }
}

describe('3,321 communes at a true 1 % over 48 windows', () => {
  it('of 30 persons each: a naive threshold flags a quarter, the exact test no more than it states, the list none', () => {
    const told = flagged(() => new Array(COMMUNES).fill(30), WINDOWS, 0.01)
    // 1 − 0.99^30 = 0.2603; P(X ≥ 2 | 30) = 0.0361 > 2.5 %, so that 3 are a signal: P(X ≥ 3) = 0.00332
    expect(Math.abs(told.naive - 0.2603)).toBeLessThan(0.005)
    expect(Math.abs(told.flagged - 0.00332)).toBeLessThan(0.0005)
    expect(told.flagged).toBeLessThanOrEqual(0.025)
    expect(told.families).toBeLessThanOrEqual(0.05)
    expect(told.listed).toBeLessThanOrEqual(0.05 / COMMUNES)
  })

  it('of 5 to 400 persons: at most the stated level is flagged, and a list is wrong in at most 5 % of the windows', () => {
    const size = random('sizes of communes')
    const sizes = Array.from({ length: COMMUNES }, () =>
      size.weighted([
        [size.between(5, 30), 3],
        [size.between(30, 120), 5],
        [size.between(120, 400), 2],
      ]),
    )
    const told = flagged(() => sizes, WINDOWS, 0.01)
    expect(told.naive).toBeGreaterThan(0.25)
    expect(told.flagged).toBeGreaterThan(0.005)
    expect(told.flagged).toBeLessThanOrEqual(0.025)
    expect(told.families).toBeLessThanOrEqual(0.05)
    expect(told.listed).toBeLessThanOrEqual(0.05 / COMMUNES)
  })
})

describe('a commune at a true 3 %', () => {
  // exact: P(X ≥ 11 | 500, 3 %) and P(X ≥ 6 | 200, 3 %)
  it.each([
    [500, 0.885],
    [200, 0.557],
  ])('of %i persons is flagged in %d of the replicates', (n, power) => {
    const told = flagged(() => new Array(5000).fill(n), 2, 0.03)
    expect(Math.abs(told.flagged - power)).toBeLessThanOrEqual(0.02)
  })
})

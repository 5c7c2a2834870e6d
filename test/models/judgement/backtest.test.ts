import { describe, expect, it } from 'vitest'
import { type Backtest, backtest, beatsBaseRate, skillOf } from '#models/judgement/backtest.ts'
import { courses } from '#models/judgement/course.ts'

const horizon = (monthsGone: number, brier: number, base: number) => ({
  course: 'exposed' as const,
  monthsGone,
  forecasts: 40,
  met: 20,
  brier,
  base,
})

describe('the switch', () => {
  const horizons = [
    horizon(4, 200, 250),
    horizon(5, 260, 250),
    horizon(6, 225, 250),
    horizon(7, 90, 250),
  ]

  it('is on from the month on from which no later one is worse than the base rate', () => {
    const on = [3, 4, 5, 6, 7, 8].map((months) => beatsBaseRate('exposed', months, { horizons }))
    expect(on).toEqual([false, false, false, true, true, false])
  })

  it('is off where the gain is smaller than the luck of forty years', () => {
    const close = [horizon(6, 226, 250), horizon(7, 90, 250)]
    expect(beatsBaseRate('exposed', 6, { horizons: close })).toBe(false)
    expect(beatsBaseRate('exposed', 7, { horizons: close })).toBe(true)
    expect(beatsBaseRate('exposed', 7, { horizons: [horizon(7, 0, 0)] })).toBe(false)
  })

  it('is off for what was never tried, and for what is only as good', () => {
    expect(beatsBaseRate('standing', 7, { horizons })).toBe(false)
    expect(beatsBaseRate('exposed', 7, { horizons: [horizon(7, 250, 250)] })).toBe(false)
  })
})

it('skill is what of the base rate’s error is gone', () => {
  expect(skillOf({ brier: 50, base: 200 })).toBe(750)
  expect(skillOf({ brier: 240, base: 200 })).toBe(-200)
  expect(skillOf({ brier: 0, base: 0 })).toBeNull()
})

describe('the result that the program reads', () => {
  const whole = (row: object) =>
    Object.values(row).every((value) => typeof value === 'string' || Number.isSafeInteger(value))

  it('is whole numbers of every course and month, of years that end either way', () => {
    expect([...backtest.horizons, ...backtest.reliability].filter((row) => !whole(row))).toEqual([])
    for (const course of courses) {
      const own = backtest.horizons.filter((each) => each.course === course)
      expect(own.map(({ monthsGone }) => monthsGone)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
      for (const { met, forecasts } of own) {
        expect(met).toBeGreaterThan(forecasts / 4)
        expect(met).toBeLessThan((forecasts * 3) / 4)
      }
    }
  })

  it('has the same forecasts by month and by tenth', () => {
    const sums = (rows: Backtest['horizons'] | Backtest['reliability'], course: string) => {
      const own = [...rows].filter((row) => row.course === course)
      const sum = (name: 'forecasts' | 'met') => own.reduce((n, row) => n + row[name], 0)
      return [sum('forecasts'), sum('met')]
    }
    for (const course of courses)
      expect(sums(backtest.horizons, course)).toEqual(sums(backtest.reliability, course))
  })
})

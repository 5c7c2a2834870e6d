import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as own from '#sources/synthetic/calendar.ts'
import * as days from '#sources/vocabulary/date.ts'
import { window, windowsOf } from '#sources/vocabulary/window.ts'

const anyDay = fc
  .integer({ min: -20_000, max: 80_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10) as own.Day)

/** Two calendars that know nothing of each other, and the platform’s as a third. */
describe('the calendar of the invented province', () => {
  it('knows the days that the others know', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, n) => {
        const after = own.addDays(day, n)
        expect(after).toBe(days.addDays(day, n))
        expect(own.daysBetween(day, after)).toBe(n)
      }),
    )
  })

  it('rolls months over', () => {
    expect(own.dateOf(2026, 0, 15)).toBe('2025-12-15')
    expect(own.dateOf(2026, 13, 1)).toBe('2027-01-01')
    expect(own.dateOf(2024, 3, 0)).toBe('2024-02-29')
  })

  it('has the windows of both years and a review, each with its days', () => {
    const plain = ({ first, last, ...window }: own.Period) => window
    const byId = <T extends { readonly id: string }>(windows: readonly T[]) =>
      windows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    for (const family of ['adm', 'pol'] as const) {
      for (const year of [2022, 2024, 2025, 2026]) {
        const windows = own.periodsOf(year, family).map(plain)
        expect(byId(windows)).toEqual(byId(windowsOf(family, year)))
      }
    }
    const review = '2020-06-15..2026-01-14'
    expect(plain(own.reviewOf(review))).toEqual(window(review))
  })

  it('begins the police year on 15 November', () => {
    expect(own.planYear(2025, 'pol')).toMatchObject({ from: '2024-11-15', to: '2025-11-15' })
    const [first, ...others] = own.monthsOfYear(2025, 'pol')
    expect(first).toMatchObject({ id: 'pol:2024-12', from: '2024-11-15', to: '2024-12-15' })
    expect(others.at(-1)).toMatchObject({ id: 'pol:2025-11', from: '2025-10-15', last: 12 })
    const half = own.periodsOf(2025, 'pol').find(({ id }) => id === 'pol:2025-6M')
    expect(half).toMatchObject({ from: '2024-11-15', to: '2025-05-15', closeId: 'pol:2025-05' })
    expect(own.periodsOf(2025, 'pol').filter(({ kind }) => kind === 'quarter')).toEqual([])
  })

  it('folds the last part of a year into the year', () => {
    const ids = (...order: Parameters<typeof own.reportsAt>) =>
      own.reportsAt(...order).map(({ id }) => id)
    expect(ids('quarter', 2026, { folded: true })).toEqual([
      'adm:2026-Q1',
      'adm:2026-Q2',
      'adm:2026-Q3',
      'adm:2026',
    ])
    expect(ids('quarter', 2026)).toHaveLength(4)
    const half = ids('half-year', 2025, { family: 'pol', folded: true })
    expect(half).toEqual(['pol:2025-6M', 'pol:2025'])
    expect(ids('month', 2022, { family: 'pol', folded: true })).toHaveLength(12)
    expect(ids('year', 2022, { family: 'pol' })).toEqual(['pol:2022'])
  })

  it('closes a month on the 14th', () => {
    expect(own.closeOf('2026-03-14')).toBe('2026-03-14')
    expect(own.closeOf('2026-03-15')).toBe('2026-04-14')
    expect(own.closeOf('2026-12-20')).toBe('2027-01-14')
  })
})

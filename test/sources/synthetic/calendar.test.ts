import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as own from '#sources/synthetic/calendar.ts'
import * as days from '#sources/vocabulary/date.ts'
import { windowsOf } from '#sources/vocabulary/window.ts'

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

  it('has the windows of the administrative year, each with its days', () => {
    for (const year of [2022, 2024, 2026]) {
      const plain = own.periodsOf(year).map(({ first, last, ...window }) => window)
      const byId = <T extends { readonly id: string }>(windows: readonly T[]) =>
        windows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      expect(byId(plain)).toEqual(byId(windowsOf('adm', year)))
    }
  })

  it('closes a month on the 14th', () => {
    expect(own.closeOf('2026-03-14')).toBe('2026-03-14')
    expect(own.closeOf('2026-03-15')).toBe('2026-04-14')
    expect(own.closeOf('2026-12-20')).toBe('2027-01-14')
  })
})

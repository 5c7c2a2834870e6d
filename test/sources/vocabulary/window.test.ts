import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  type CalendarDate,
  daysBetween,
  isCalendarDate,
} from '#sources/vocabulary/date.ts'
import {
  explicitWindow,
  type Family,
  families,
  isWindowId,
  monthsOf,
  planYearOf,
  type Window,
  window,
  windowOf,
  windowsOf,
  yearToDate,
} from '#sources/vocabulary/window.ts'

const anyFamily = fc.constantFrom<Family>(...families)
const anyYear = fc.integer({ min: 1990, max: 2090 })

/** The days of a window one by one, as a brute-force reading of [from, to). */
function daysIn(...windows: readonly Window[]): CalendarDate[] {
  return windows.flatMap((w) =>
    Array.from({ length: daysBetween(w.from, w.to) }, (_, day) => addDays(w.from, day)),
  )
}

// NĐ 09/2019/NĐ-CP art. 12 for adm; the half-years and the year of Cần Thơ's plan of 2024 (IV.1) for pol. Last days are exclusive.
const known: readonly (readonly [string, Window['kind'], string, string, string | null])[] = [
  ['adm:2026-01', 'month', '2025-12-15', '2026-01-15', 'adm:2026-01'],
  ['adm:2026-03', 'month', '2026-02-15', '2026-03-15', 'adm:2026-03'],
  ['adm:2026-09', 'month', '2026-08-15', '2026-09-15', 'adm:2026-09'],
  ['adm:2026-12', 'month', '2026-11-15', '2026-12-15', 'adm:2026-12'],
  ['adm:2026-Q1', 'quarter', '2025-12-15', '2026-03-15', 'adm:2026-03'],
  ['adm:2026-Q2', 'quarter', '2026-03-15', '2026-06-15', 'adm:2026-06'],
  ['adm:2026-Q4', 'quarter', '2026-09-15', '2026-12-15', 'adm:2026-12'],
  ['adm:2026-6M', 'half', '2025-12-15', '2026-06-15', 'adm:2026-06'],
  ['adm:2026-H2', 'half', '2026-06-15', '2026-12-15', 'adm:2026-12'],
  ['adm:2026-2M', 'cumulative', '2025-12-15', '2026-02-15', 'adm:2026-02'],
  ['adm:2026-9M', 'cumulative', '2025-12-15', '2026-09-15', 'adm:2026-09'],
  ['adm:2026', 'year', '2025-12-15', '2026-12-15', 'adm:2026-12'],
  ['cal:2024-02', 'month', '2024-02-01', '2024-03-01', 'cal:2024-02'],
  ['cal:2026-12', 'month', '2026-12-01', '2027-01-01', 'cal:2026-12'],
  ['cal:2026-Q3', 'quarter', '2026-07-01', '2026-10-01', 'cal:2026-09'],
  ['cal:2026-H2', 'half', '2026-07-01', '2027-01-01', 'cal:2026-12'],
  ['cal:2026', 'year', '2026-01-01', '2027-01-01', 'cal:2026-12'],
  ['pol:2025-12', 'month', '2025-11-15', '2025-12-15', 'pol:2025-12'],
  ['pol:2026-11', 'month', '2026-10-15', '2026-11-15', 'pol:2026-11'],
  ['pol:2025-6M', 'half', '2024-11-15', '2025-05-15', 'pol:2025-05'],
  ['pol:2026-H2', 'half', '2026-05-15', '2026-11-15', 'pol:2026-11'],
  ['pol:2026-3M', 'cumulative', '2025-11-15', '2026-02-15', 'pol:2026-02'],
  ['pol:2026', 'year', '2025-11-15', '2026-11-15', 'pol:2026-11'],
  ['2020-06-15..2026-01-14', 'explicit', '2020-06-15', '2026-01-15', null],
]

describe('the days of a window', () => {
  it.each(known)('%s is a %s from %s to before %s', (id, kind, from, to, closeId) => {
    expect(window(id)).toMatchObject({ id, kind, from, to, closeId })
  })

  it('names the grid of its family, and none for explicit windows', () => {
    const grids = ['adm:2026-01', 'cal:2026-01', 'pol:2026-01', '2026-01-01..2026-01-31'].map(
      (id) => window(id).grid,
    )
    expect(grids).toEqual(['mid', 'cal', 'mid', null])
  })

  it('shares the days of an equally named month between adm and pol', () => {
    for (const month of ['01', '06', '11', '12']) {
      const { from, to } = window(`adm:2026-${month}`)
      expect(window(`pol:2026-${month}`)).toMatchObject({ from, to })
    }
  })

  it('tiles the year with twelve months in each family', () => {
    fc.assert(
      fc.property(anyFamily, anyYear, (family, year) => {
        const months = windowsOf(family, year).filter((w) => w.kind === 'month')
        expect(months).toHaveLength(12)
        expect(daysIn(...months)).toEqual(daysIn(window(`${family}:${year}`)))
      }),
      { numRuns: 50 },
    )
  })

  it('follows one year with the next, without a gap', () => {
    fc.assert(
      fc.property(anyFamily, anyYear, (family, year) => {
        expect(window(`${family}:${year}`).to).toBe(window(`${family}:${year + 1}`).from)
      }),
    )
  })

  it('makes every window the union of its months, closed by the last of them', () => {
    fc.assert(
      fc.property(anyFamily, anyYear, (family, year) => {
        for (const w of windowsOf(family, year)) {
          const months = monthsOf(w)
          expect(daysIn(...months)).toEqual(daysIn(w))
          expect(w.closeId).toBe(months.at(-1)?.id)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('has as many months as the name says', () => {
    const lengths = (id: string) => monthsOf(window(id)).length
    expect(['adm:2026-05', 'adm:2026-Q3', 'adm:2026-6M', 'adm:2026'].map(lengths)).toEqual([
      1, 3, 6, 12,
    ])
    for (let n = 1; n <= 12; n++) {
      for (const family of families) {
        const w = yearToDate(family, 2026, n)
        expect(monthsOf(w)).toHaveLength(n)
        expect(w.from).toBe(window(`${family}:2026`).from)
      }
    }
  })

  it('has no months in an explicit window', () => {
    expect(monthsOf(window('2026-01-01..2026-01-31'))).toEqual([])
  })
})

describe('the windows of a year', () => {
  it('are months, quarters, halves, cumulative ones and the year, each once', () => {
    expect(windowsOf('adm', 2026).map((w) => w.id.slice(4))).toEqual([
      ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(
        (month) => `2026-${month}`,
      ),
      ...['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2026-6M', '2026-H2', '2026-2M', '2026-4M'],
      ...['2026-5M', '2026-7M', '2026-8M', '2026-9M', '2026-10M', '2026-11M', '2026'],
    ])
  })

  it('of the police begin with the December before and know no quarters', () => {
    const ids = windowsOf('pol', 2026).map((w) => w.id)
    expect(ids.slice(0, 12)).toEqual([
      'pol:2025-12',
      ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'].map(
        (month) => `pol:2026-${month}`,
      ),
    ])
    expect(ids).toContain('pol:2026-3M')
    expect(ids.filter((id) => id.includes('Q'))).toEqual([])
  })

  it.each([
    ['adm', 1, 'adm:2026-01'],
    ['adm', 3, 'adm:2026-Q1'],
    ['adm', 9, 'adm:2026-9M'],
    ['cal', 12, 'cal:2026'],
    ['pol', 1, 'pol:2025-12'],
    ['pol', 3, 'pol:2026-3M'],
    ['pol', 6, 'pol:2026-6M'],
  ] as const)('%s to date after %i months is %s', (family, months, id) => {
    expect(yearToDate(family, 2026, months).id).toBe(id)
  })

  it('refuses a year to date of 0 or 13 months', () => {
    expect(() => yearToDate('adm', 2026, 0)).toThrow(RangeError)
    expect(() => yearToDate('pol', 2026, 13)).toThrow(RangeError)
  })

  it('all belong to it', () => {
    fc.assert(
      fc.property(anyFamily, anyYear, (family, year) => {
        expect(new Set(windowsOf(family, year).map(planYearOf))).toEqual(new Set([year]))
      }),
    )
    expect(planYearOf(window('2020-06-15..2026-01-14'))).toBe(2026)
  })
})

describe('ids', () => {
  it('give back the window they were taken from', () => {
    fc.assert(
      fc.property(anyFamily, anyYear, (family, year) => {
        for (const w of windowsOf(family, year)) expect(window(w.id)).toEqual(w)
      }),
      { numRuns: 20 },
    )
  })

  it('of explicit windows hold the first and the last day', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
      .filter(isCalendarDate)
    fc.assert(
      fc.property(day, fc.nat({ max: 4000 }), (from, length) => {
        const last = addDays(from, length)
        const w = explicitWindow(from, last)
        expect(w.id).toBe(`${from}..${last}`)
        expect(daysBetween(w.from, w.to)).toBe(length + 1)
      }),
    )
  })

  it.each([
    'adm:2026-00',
    'adm:2026-13',
    'adm:2026-1',
    'adm:2026-Q5',
    'adm:2026-1M',
    'adm:2026-3M',
    'adm:2026-12M',
    'adm:2026-H1',
    'pol:2026-Q1',
    'xyz:2026-01',
    '2026-01',
    'adm:26-01',
    '2026-01-15..2026-01-14',
    '2026-02-30..2026-03-01',
    '2026-01-01..2026-01-02..2026-01-03',
    '',
  ])("'%s' is none, and the error says how they are written", (id) => {
    expect(isWindowId(id)).toBe(false)
    expect(windowOf(id)).toBeUndefined()
    expect(() => window(id)).toThrow(/adm:2026-Q1.*2020-06-15\.\.2026-01-14/)
  })
})

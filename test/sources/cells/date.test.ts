import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { interpret } from '#sources/cells/index.ts'
import { date } from '#sources/forms/columns.ts'
import { addDays, daysBetween, writeDate } from '#sources/vocabulary/date.ts'
import { cellContext, readAs } from './context.ts'

const past = date('Ngày', { need: 'optional', store: 'person' })
const planned = date('Ngày', { need: 'optional', store: 'person', future: true })

describe('days', () => {
  test.each<readonly [Parameters<typeof readAs>[1], string | null]>([
    ['5/8/2025', '2025-08-05'],
    ['05/08/2025', '2025-08-05'],
    [' 5-8-2025 ', '2025-08-05'],
    ['5.8.2025', '2025-08-05'],
    ['ngày 5 tháng 8 năm 2025', '2025-08-05'],
    ['Ngày 05 Tháng 08 Năm 2025', '2025-08-05'],
    ['2025-08-05', '2025-08-05'],
    ['2025-08-05T10:30:00', '2025-08-05'],
    ['2025-08-05T00:00:00.000Z', '2025-08-05'],
    // Midnight of the sixth in Vietnam.
    ['2025-08-05T17:00:00.000Z', '!not-a-date'],
    ['29/2/2024', '2024-02-29'],
    [{ day: '2025-08-05' }, '2025-08-05'],
    [{ kind: 'number', number: 45874.75, isDate: true }, '2025-08-05'],
    [45874, '2025-08-05'],
    [null, null],
    ['  ', null],
    ['-', null],
    ['29/2/2025', '!not-a-date'],
    ['31/11/2025', '!not-a-date'],
    ['8/25/2025', '!not-a-date'],
    ['5/8/25', '!not-a-date'],
    ['8/2025', '!not-a-date'],
    ['hôm qua', '!not-a-date'],
    ['2025', '!not-a-date'],
    [2025, '!not-a-date'],
    [20250805, '!not-a-date'],
    [true, '!not-a-date'],
    ['5/8/1025', '!date-out-of-range'],
    ['31/12/1989', '!date-out-of-range'],
    ['1/1/1990', '1990-01-01'],
    ['16/1/2026', '2026-01-16'],
    ['17/1/2026', '!date-out-of-range'],
    [{ day: '2026-01-17' }, '!date-out-of-range'],
    [{ kind: 'error', text: '#REF!' }, '!error-cell'],
    [{ kind: 'formula-without-value' }, '!formula-without-value'],
  ])('%j is %s', (typed, expected) => {
    expect(readAs(past, typed)).toBe(expected)
  })

  test('of plans may lie ahead, for thirty years', () => {
    expect(readAs(planned, '1/6/2027')).toBe('2027-06-01')
    expect(readAs(planned, '1/6/2062')).toBe('!date-out-of-range')
  })

  test('count from 1904 where the workbook says so', () => {
    const serial = daysBetween('1904-01-01', '2025-08-05')
    const cell = { kind: 'number', number: serial, isDate: true } as const
    expect(readAs(past, cell, { date1904: true })).toBe('2025-08-05')
    expect(readAs(past, cell)).toBe('2021-08-04')
  })

  test('are remembered by what they prove of the order of day and month', () => {
    const context = cellContext()
    for (const text of ['25/8/2025', '8/25/2025', '5/8/2025', '2025-08-05', 'hôm qua']) {
      interpret({ kind: 'text', text }, past, context)
    }
    expect(context.dates).toEqual({ dayFirst: 1, monthFirst: 1, either: 1 })
  })

  test('written as an officer writes them are read again, as text and as serial day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: daysBetween('1990-01-01', '2026-01-15') }), (n) => {
        const day = addDays('1990-01-01', n)
        expect(readAs(past, writeDate(day))).toBe(day)
        expect(readAs(past, { day })).toBe(day)
      }),
    )
  })
})

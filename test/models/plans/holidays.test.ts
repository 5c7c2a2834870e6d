import { expect, it } from 'vitest'
import { nextWorkingDay } from '#models/plans/holidays.ts'

it.each([
  ['a Wednesday', '2026-06-10', '2026-06-10'],
  ['a Saturday', '2026-06-13', '2026-06-15'],
  ['New Year with the bridge of Friday', '2026-01-01', '2026-01-05'],
  ['the Saturday worked for it', '2026-01-10', '2026-01-10'],
  ['the first day of Tết leave, a Saturday', '2026-02-14', '2026-02-23'],
  ['the day before Tết leave', '2026-02-13', '2026-02-13'],
  ['Giỗ Tổ on a Sunday, made up on Monday', '2026-04-26', '2026-04-28'],
  ['30/4, 1/5 and the weekend after', '2026-04-30', '2026-05-04'],
  ['the Saturday worked for 31/8', '2026-08-22', '2026-08-22'],
  ['Quốc khánh from its weekend on', '2026-08-29', '2026-09-03'],
] as const)('%s', (_, day, expected) => {
  expect(nextWorkingDay(day)).toBe(expected)
})

it('does not guess the holidays of a year without a table', () => {
  expect(nextWorkingDay('2031-02-03')).toBeNull()
})

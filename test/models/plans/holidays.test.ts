import { expect, it } from 'vitest'
import { holidayYears, nextWorkingDay } from '#models/plans/holidays.ts'

it.each([
  ['New Year 2022, a Saturday, made up on Monday', '2022-01-01', '2022-01-04'],
  ['the first day of Tết leave 2022, a Saturday', '2022-01-29', '2022-02-07'],
  ['Giỗ Tổ 2022 on a Sunday, made up on Monday', '2022-04-10', '2022-04-12'],
  ['30/4 and 1/5/2022 on a weekend, made up on two days', '2022-04-30', '2022-05-04'],
  ['Quốc khánh 2022 and the weekend after', '2022-09-01', '2022-09-05'],
  ['New Year 2023, a Sunday, made up on Monday', '2022-12-31', '2023-01-03'],
  ['Tết leave 2023, Friday to Thursday', '2023-01-20', '2023-01-27'],
  ['Giỗ Tổ, 30/4, 1/5/2023 and what they are made up with', '2023-04-29', '2023-05-04'],
  ['Quốc khánh 2023, made up on Monday', '2023-09-01', '2023-09-05'],
  ['New Year 2024, a Monday', '2023-12-30', '2024-01-02'],
  ['Tết leave 2024, Thursday to Wednesday', '2024-02-08', '2024-02-15'],
  ['Giỗ Tổ 2024, a Thursday', '2024-04-18', '2024-04-19'],
  ['29/4/2024 exchanged, from its weekend on', '2024-04-27', '2024-05-02'],
  ['the Saturday worked for 29/4/2024', '2024-05-04', '2024-05-04'],
  ['Quốc khánh 2024, two days after the weekend', '2024-08-31', '2024-09-04'],
  ['New Year 2025, a Wednesday', '2025-01-01', '2025-01-02'],
  ['Tết leave 2025 with both weekends', '2025-01-25', '2025-02-03'],
  ['Giỗ Tổ 2025, a Monday', '2025-04-05', '2025-04-08'],
  ['the Saturday worked for 2/5/2025', '2025-04-26', '2025-04-26'],
  ['30/4 to 4/5/2025', '2025-04-30', '2025-05-05'],
  ['Quốc khánh 2025 from its weekend on', '2025-08-30', '2025-09-03'],
  ['New Year 2026 with the bridge of Friday', '2026-01-01', '2026-01-05'],
  ['the Saturday worked for it', '2026-01-10', '2026-01-10'],
  ['the first day of Tết leave 2026, a Saturday', '2026-02-14', '2026-02-23'],
  ['the day before Tết leave', '2026-02-13', '2026-02-13'],
  ['Giỗ Tổ 2026 on a Sunday, made up on Monday', '2026-04-26', '2026-04-28'],
  ['30/4, 1/5 and the weekend after', '2026-04-30', '2026-05-04'],
  ['a Wednesday', '2026-06-10', '2026-06-10'],
  ['a Saturday', '2026-06-13', '2026-06-15'],
  ['the Saturday worked for 31/8', '2026-08-22', '2026-08-22'],
  ['Quốc khánh 2026 from its weekend on', '2026-08-29', '2026-09-03'],
  ['Ngày Văn hóa Việt Nam', '2026-11-24', '2026-11-25'],
] as const)('%s', (_, day, expected) => {
  expect(nextWorkingDay(day)).toBe(expected)
})

it('does not guess the leave of a year without a table, nor of a weekend that runs into one', () => {
  expect(holidayYears).toEqual([2022, 2023, 2024, 2025, 2026])
  expect(nextWorkingDay('2027-01-04')).toBeNull()
  expect(nextWorkingDay('2021-12-31')).toBeNull()
  expect(nextWorkingDay('2026-12-31')).toBe('2026-12-31')
})

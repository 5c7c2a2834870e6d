import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import { type HolidayYear, years } from './holiday-tables.ts'

/** The years of which the leave of state offices is known; it is announced year by year, and no year is guessed. */
export const holidayYears: readonly number[] = Object.keys(years).map(Number)

/**
 * The day itself when offices work on it, else the next day on which they do; null when no table covers a year that it meets.
 *
 * It is shown beside a due date and never changes what is late.
 */
export function nextWorkingDay(date: CalendarDate): CalendarDate | null {
  const year = years[date.slice(0, 4)]
  if (year === undefined) return null
  return works(date, year) ? date : nextWorkingDay(addDays(date, 1))
}

/** Whether the leave of the day's year is known; of another year only its weekends are. */
export function isLeaveKnown(date: CalendarDate): boolean {
  return years[date.slice(0, 4)] !== undefined
}

/** Whether offices work on a day; of a year whose leave is not known yet only Saturday and Sunday are taken off. */
export function isWorkingDay(date: CalendarDate): boolean {
  return works(date, years[date.slice(0, 4)] ?? { off: [], worked: [] })
}

function works(date: CalendarDate, { off, worked }: HolidayYear): boolean {
  if (worked.includes(date)) return true
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !off.includes(date)
}

/**
 * Calendar dates of Asia/Ho_Chi_Minh, written `YYYY-MM-DD`, so that `<` on the text is `<` on the day.
 *
 * No value of this type carries an hour: instants of receipt are UTC `Date`s and become a day by {@link dayOf}.
 */
export type CalendarDate = `${number}-${number}-${number}`

const SHAPE = /^\d{4}-\d{2}-\d{2}$/
const DAY = 86_400_000

/** True when the text is a day that exists: `2026-02-28` is, `2026-02-30` is not. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!SHAPE.test(text)) return false
  return new Date(`${text}T00:00:00Z`).getUTCDate() === Number(text.slice(8))
}

/** The text as a calendar date; throws a RangeError that repeats the text when no such day exists. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`'${text}' is no calendar date (YYYY-MM-DD)`)
  return text
}

/** The day at year, month (1–12; other values roll over into neighbouring years) and day of month. */
export function dateOf(year: number, month: number, day: number): CalendarDate {
  return isoOf(Date.UTC(year, month - 1, day))
}

/** The day `days` after (or, when negative, before) `date`. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return isoOf(Date.parse(`${date}T00:00:00Z`) + days * DAY)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

/** The calendar day in Asia/Ho_Chi_Minh (UTC+7, no daylight saving since 1975) at an instant. */
export function dayOf(instant: Date): CalendarDate {
  return isoOf(instant.getTime() + 7 * 3_600_000)
}

/** The last instant of a day in Asia/Ho_Chi_Minh, as `--as-of` means it. */
export function endOfDay(date: CalendarDate): Date {
  return new Date(Date.parse(`${addDays(date, 1)}T00:00:00Z`) - 7 * 3_600_000 - 1)
}

/** `2026-08-05` as an officer writes it: `5/8/2026`. */
export function writeDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-')
  return `${Number(day)}/${Number(month)}/${year}`
}

function isoOf(milliseconds: number): CalendarDate {
  return new Date(milliseconds).toISOString().slice(0, 10) as CalendarDate
}

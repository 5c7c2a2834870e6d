import { addDays, type CalendarDate, dateOf } from '../vocabulary/date.ts'
import type { Window } from '../vocabulary/window.ts'

/** The administrative year of a plan: from 15/12 of the year before, `to` exclusive (Nghị định 09/2019/NĐ-CP Điều 12). */
export interface PlanYear {
  readonly year: number
  readonly from: CalendarDate
  readonly to: CalendarDate
}

export function planYear(year: number): PlanYear {
  return Object.freeze({ year, from: dateOf(year - 1, 12, 15), to: dateOf(year, 12, 15) })
}

/** The 14th that closes the administrative month of a day. */
export function closeOf(day: CalendarDate): CalendarDate {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number]
  return dateOf(year, dayOfMonth <= 14 ? month : month + 1, 14)
}

/** The earlier of a day and the close of another one's month. */
export function withinMonthOf(start: CalendarDate, day: CalendarDate): CalendarDate {
  return earliest(day, closeOf(start))
}

/**
 * The day itself, but some days on when it is a 14th or 15th.
 *
 * Nobody moves over the border of two windows: which of two communes a day belongs to there is the rules' affair, not chance's.
 */
export function offTheBorder(day: CalendarDate): CalendarDate {
  const dayOfMonth = Number(day.slice(8))
  return dayOfMonth === 14 || dayOfMonth === 15 ? addDays(day, 4) : day
}

export function earliest(first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate {
  let least = first
  for (const day of others) if (day < least) least = day
  return least
}

export function latest(first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate {
  let most = first
  for (const day of others) if (day > most) most = day
  return most
}

/** 1 to 4: the quarter of the year in which the window's last month lies. */
export function quarterOf(window: Window): number {
  return Math.ceil(Number(window.closeId?.slice(-2)) / 3)
}

import { addDays, type CalendarDate, daysBetween } from '#sources/vocabulary/date.ts'
import type { Standing } from '#sources/vocabulary/reporter.ts'
import type { ExpectedReport } from '../measured.ts'

/**
 * Where an expected report stands on a day: `early`, `received` (in time), `late`; and of what is not there `awaited` or `overdue`.
 *
 * `early`: it arrived before the last day that its data tell of, so that they cannot be whole. `asked`: not there yet from a body that
 * the plan only asks ("Đề nghị"), past the day it was asked for; such a body is never late.
 */
export type DueState = 'early' | 'received' | 'late' | 'awaited' | 'overdue' | 'asked'

/** Strict: "trước ngày 15/6" excludes the 15th. */
export function isOnTime(arrivedOn: CalendarDate, dueBefore: CalendarDate): boolean {
  return arrivedOn < dueBefore
}

/**
 * Before the last day of its window (`to` is exclusive). A report of that day itself is not early: where a window closes on the 14th and
 * the report is due before the 15th, it is the only day in time that sees all of it.
 */
export function isEarly(arrivedOn: CalendarDate, to: CalendarDate): boolean {
  return arrivedOn < addDays(to, -1)
}

/**
 * What is said of a report on the business date; arrivals after that date are not known yet. `to` is the day on which its window is
 * over; without it nothing is called early.
 */
export function dueState(
  report: Pick<ExpectedReport, 'arrivedOn' | 'dueBefore'> & { readonly to?: CalendarDate },
  standing: Standing,
  businessDate: CalendarDate,
): DueState {
  const { arrivedOn, dueBefore, to } = report
  if (arrivedOn !== null && arrivedOn <= businessDate) {
    if (to !== undefined && isEarly(arrivedOn, to)) return 'early'
    return isOnTime(arrivedOn, dueBefore) || standing === 'requested' ? 'received' : 'late'
  }
  if (businessDate < dueBefore) return 'awaited'
  return standing === 'requested' ? 'asked' : 'overdue'
}

/** Days after the last day on which a report would have been on time; 0 when it came in time. */
export function daysLate(dueBefore: CalendarDate, on: CalendarDate): number {
  return Math.max(0, daysBetween(dueBefore, on) + 1)
}

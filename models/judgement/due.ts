import { type CalendarDate, daysBetween } from '#sources/vocabulary/date.ts'
import type { Standing } from '#sources/vocabulary/reporter.ts'
import type { ExpectedReport } from '../measured.ts'

/**
 * Where an expected report stands on a day.
 *
 * `asked`: not there yet from a body that the plan only asks ("Đề nghị"), past the day it was asked for; such a body is never late.
 */
export type DueState = 'received' | 'late' | 'awaited' | 'overdue' | 'asked'

/** Strict: "trước ngày 15/6" excludes the 15th. */
export function isOnTime(arrivedOn: CalendarDate, dueBefore: CalendarDate): boolean {
  return arrivedOn < dueBefore
}

/** What is said of a report on the business date; arrivals after that date are not known yet. */
export function dueState(
  report: Pick<ExpectedReport, 'arrivedOn' | 'dueBefore'>,
  standing: Standing,
  businessDate: CalendarDate,
): DueState {
  const { arrivedOn, dueBefore } = report
  if (arrivedOn !== null && arrivedOn <= businessDate)
    return isOnTime(arrivedOn, dueBefore) || standing === 'requested' ? 'received' : 'late'
  if (businessDate < dueBefore) return 'awaited'
  return standing === 'requested' ? 'asked' : 'overdue'
}

/** Days after the last day on which a report would have been on time; 0 when it came in time. */
export function daysLate(dueBefore: CalendarDate, on: CalendarDate): number {
  return Math.max(0, daysBetween(dueBefore, on) + 1)
}

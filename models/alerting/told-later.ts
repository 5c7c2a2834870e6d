import type { FormId } from '#sources/forms/index.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import { planYearOf, type Window, window } from '#sources/vocabulary/window.ts'
import { isEarly } from '../judgement/due.ts'
import type { ExpectedReport } from '../measured.ts'

/**
 * Forms whose report tells of the plan's year up to the close of its window, so that a later one of the same year holds what an earlier one
 * would have told: the register (Biểu 01), "everyone on the register on any day from the start of the plan's year"; the list of new
 * offences (Biểu 03), "all of the plan's year to date; the newest list decides"; what was told to the public (Biểu 06) and money (Biểu 14),
 * both "lũy kế từ đầu năm".
 *
 * Of no other form this is true. Notices (02), inmates released (07) and documents (16) are each of its own window; models (04), exemplars
 * (05), loans (08) and sentences in the community (09) are read at its close; what UBND signs (11) has a column of the window beside that
 * of the year, and progress (12) and words (13) are a report of that day: the missing one stays wanted, whatever came after it.
 */
export const toDate: readonly FormId[] = [
  'returnee-register',
  'reoffence',
  'communication',
  'funding',
]

/**
 * Gives of a report whether one of a later window of the same form, reporter, place and plan year is there, which tells of it, too.
 *
 * A later report that arrived before the earlier window was over cannot tell the whole of it and does not count; one of a window from one
 * day to another (a review) belongs to no year.
 */
export function toldLater(
  expected: readonly ExpectedReport[],
  reporterOf: (report: ExpectedReport) => Reporter,
  businessDate: CalendarDate,
): (report: ExpectedReport) => boolean {
  const arrived = new Map<string, ReportThere[]>()
  for (const report of expected) {
    const { arrivedOn, windowId } = report
    if (arrivedOn === null || arrivedOn > businessDate || !isToDate(report)) continue
    const key = keyOf(report, reporterOf(report))
    const { to } = window(windowId)
    arrived.set(key, [...(arrived.get(key) ?? []), { to, arrivedOn }])
  }
  return (report) => {
    if (!isToDate(report)) return false
    const { to } = window(report.windowId)
    return (arrived.get(keyOf(report, reporterOf(report))) ?? []).some(
      (later) => later.to > to && !isEarly(later.arrivedOn, to),
    )
  }
}

interface ReportThere extends Pick<Window, 'to'> {
  readonly arrivedOn: CalendarDate
}

function isToDate({ form, windowId }: ExpectedReport): boolean {
  return toDate.some((one) => one === form) && window(windowId).kind !== 'explicit'
}

function keyOf({ form, reporterId, windowId }: ExpectedReport, { unitId }: Reporter): string {
  const own = window(windowId)
  return [form, reporterId, unitId, own.family, planYearOf(own)].join('\n')
}

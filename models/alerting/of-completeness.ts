import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import { provinceOn, type Reporter } from '#sources/vocabulary/reporter.ts'
import { window } from '#sources/vocabulary/window.ts'
import type { ExpectedReport } from '../measured.ts'
import { type Condition, condition } from './condition.ts'

/**
 * Of each form and window whose day has passed, that fewer than 80 % of the obliged have sent it: its place is the province, its target the
 * form, its cycle the window.
 *
 * Whoever was given more time is left out until that day, unless the report has come already. A form that one body alone owes is told by its own reminder; none where nobody
 * reports for the province.
 */
export function ofCompleteness(
  plan: string,
  expected: readonly ExpectedReport[],
  reporters: readonly Reporter[],
  reporterOf: (report: ExpectedReport) => Reporter,
  businessDate: CalendarDate,
): readonly Condition[] {
  const due = expected.filter(
    (report) =>
      (report.dueBefore <= businessDate || isThere(report.arrivedOn, businessDate)) &&
      reporterOf(report).standing === 'obliged',
  )
  return [...grouped(due).values()].flatMap((reports) => {
    const { form, windowId } = reports[0]
    const obliged = reports.length
    const arrived = reports.filter(({ arrivedOn }) => isThere(arrivedOn, businessDate)).length
    const unitId = provinceOn(reporters, addDays(window(windowId).to, -1))
    if (obliged < 2 || !isSparse(arrived, obliged) || unitId === null) return []
    const evidence = { form, window: windowId, numerator: arrived, denominator: obliged }
    return [
      condition(
        { rule: 'incomplete', plan, target: form, unitId, windowId, cycle: windowId },
        evidence,
        { ...evidence, unitsCovered: arrived, unitsExpected: obliged },
      ),
    ]
  })
}

/** Fewer than 80 %, by whole numbers. */
export function isSparse(covered: number, expected: number): boolean {
  return covered * 100 < expected * 80
}

function isThere(arrivedOn: CalendarDate | null, businessDate: CalendarDate): boolean {
  return arrivedOn !== null && arrivedOn <= businessDate
}

function grouped(reports: readonly ExpectedReport[]) {
  const groups = new Map<string, [ExpectedReport, ...ExpectedReport[]]>()
  for (const report of reports) {
    const key = `${report.form} ${report.windowId}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [report])
    else group.push(report)
  }
  return groups
}

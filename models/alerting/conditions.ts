import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import type { ExpectedReport } from '../measured.ts'
import type { Condition } from './condition.ts'
import { ofCompleteness } from './of-completeness.ts'
import { type Finding, ofFindings } from './of-finding.ts'
import { ofOutlook } from './of-outlook.ts'
import { ofReport, reportersById } from './of-report.ts'
import { type Judged, ofVerdict } from './of-verdict.ts'
import { toldLater } from './told-later.ts'

/**
 * Every condition that fires on a day, in key order: rule × plan × target × unit × cycle.
 *
 * @throws RangeError when a report is expected of a reporter who is not listed.
 */
export function conditionsOf(
  plan: string,
  judged: readonly Judged[],
  expected: readonly ExpectedReport[],
  reporters: readonly Reporter[],
  businessDate: CalendarDate,
  findings: readonly Finding[] = [],
): readonly Condition[] {
  const reporterOf = reportersById(reporters)
  const isToldLater = toldLater(expected, reporterOf, businessDate)
  return [
    ...judged.flatMap((each) => ofVerdict(plan, each)),
    ...judged.flatMap((each) => ofOutlook(plan, each)),
    ...ofFindings(plan, findings),
    ...expected.flatMap((report) =>
      ofReport(plan, report, reporterOf(report), businessDate, isToldLater(report)),
    ),
    ...ofCompleteness(plan, expected, reporters, reporterOf, businessDate),
  ].sort(byKey)
}

function byKey(a: Condition, b: Condition): number {
  const [left, right] = [keyOf(a), keyOf(b)]
  if (left === right) return 0
  return left < right ? -1 : 1
}

function keyOf({ rule, plan, target, unit_id, cycle }: Condition): string {
  return [rule, plan, target, unit_id, cycle].join('\n')
}

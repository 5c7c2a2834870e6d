import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import { isReporterOn, type Reporter } from '#sources/vocabulary/reporter.ts'
import { window } from '#sources/vocabulary/window.ts'
import { dueState } from '../judgement/due.ts'
import type { ExpectedReport } from '../measured.ts'
import { type Condition, condition, type Rule } from './condition.ts'

/** What an expected report makes fire on a day; its target is `form/reporter`, its cycle the report's window. */
export function ofReport(
  plan: string,
  report: ExpectedReport,
  reporter: Reporter,
  businessDate: CalendarDate,
): readonly Condition[] {
  const state = dueState(report, reporter.standing, businessDate)
  if (state !== 'overdue' && state !== 'asked') return []
  const { form, reporterId, windowId, dueBefore, basis, reference } = report
  const rule: Rule = state === 'overdue' ? 'overdue' : 'reminder-requested'
  const evidence = { form, reporter: reporterId, window: windowId, dueBefore }
  const { unitId } = reporter
  const target = `${form}/${reporterId}`
  return [
    condition({ rule, plan, target, unitId, windowId, cycle: windowId }, evidence, {
      ...evidence,
      basis,
      reference,
    }),
  ]
}

/**
 * The reporters of a plan by id, each as it was on a day: an id may be another unit's at another time.
 *
 * @throws RangeError when a report is expected of a reporter who is not listed.
 */
export function reportersById(
  reporters: readonly Reporter[],
): (report: Pick<ExpectedReport, 'form' | 'reporterId' | 'windowId'>) => Reporter {
  const byId = new Map<string, Reporter[]>()
  for (const reporter of reporters)
    byId.set(reporter.id, [...(byId.get(reporter.id) ?? []), reporter])
  return ({ form, reporterId, windowId }) => {
    const lastDay = addDays(window(windowId).to, -1)
    const reporter = byId.get(reporterId)?.find((each) => isReporterOn(each, lastDay))
    if (reporter === undefined)
      throw new RangeError(
        `'${form}' of ${windowId} is expected of '${reporterId}', who is not among the ${byId.size} reporters of the plan`,
      )
    return reporter
  }
}

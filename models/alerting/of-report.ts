import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import { isReporterOn, type Reporter } from '#sources/vocabulary/reporter.ts'
import { window } from '#sources/vocabulary/window.ts'
import { dueState } from '../judgement/due.ts'
import type { ExpectedReport } from '../measured.ts'
import { type Condition, condition, type Facts, type Rule } from './condition.ts'
import { LAST_REQUEST, reminderDay, stageOn } from './reminder.ts'

/**
 * What an expected report makes fire on a day; its target is `form/reporter`, its cycle the report's window.
 *
 * Each stage of pressing is evidence of its own, once. A body that the plan only asks is not reminded before the day, and not pressed
 * beyond a second request. `isToldLater`: a later report of the same year is there and tells of this window, too; that is evidence (`later`
 * 1), since it makes the report less pressing.
 */
export function ofReport(
  plan: string,
  report: ExpectedReport,
  reporter: Reporter,
  businessDate: CalendarDate,
  isToldLater = false,
): readonly Condition[] {
  const pressed = pressedFor(report, reporter, businessDate)
  if (pressed === null) return []
  const { form, reporterId, windowId, dueBefore, basis, reference } = report
  const { rule, stage, leaveKnown } = pressed
  const about = { form, reporter: reporterId, window: windowId, dueBefore }
  const evidence: Facts =
    stage === null ? about : { ...about, stage, ...(isToldLater && { later: 1 }) }
  const { unitId } = reporter
  const target = `${form}/${reporterId}`
  return [
    condition({ rule, plan, target, unitId, windowId, cycle: windowId }, evidence, {
      ...evidence,
      basis,
      reference,
      leaveKnown: leaveKnown ? 1 : 0,
    }),
  ]
}

interface Pressed {
  readonly rule: Rule
  readonly stage: number | null
  readonly leaveKnown: boolean
}

function pressedFor(report: ExpectedReport, { standing }: Reporter, on: CalendarDate) {
  const { dueBefore } = report
  switch (dueState(report, standing, on)) {
    case 'awaited':
      return standing === 'requested' ? null : soon(dueBefore, on)
    case 'overdue':
      return staged('overdue', dueBefore, on)
    case 'asked':
      return staged('reminder-requested', dueBefore, on)
    default:
      return null
  }
}

function soon(dueBefore: CalendarDate, on: CalendarDate): Pressed | null {
  const { value: from, leaveKnown } = reminderDay(dueBefore)
  return on < from ? null : { rule: 'due-soon', stage: null, leaveKnown }
}

function staged(
  rule: 'overdue' | 'reminder-requested',
  dueBefore: CalendarDate,
  on: CalendarDate,
): Pressed {
  const { value, leaveKnown } = stageOn(dueBefore, on)
  const stage = rule === 'overdue' ? value : Math.min(value, LAST_REQUEST)
  return { rule, stage, leaveKnown }
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

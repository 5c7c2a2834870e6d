import { fits } from '#sources/forms/frequency.ts'
import { formById } from '#sources/forms/index.ts'
import { addDays, type CalendarDate, dateOf } from '#sources/vocabulary/date.ts'
import { isReporterOn, type Reporter, type ReporterId } from '#sources/vocabulary/reporter.ts'
import type { Window } from '#sources/vocabulary/window.ts'
import type { Database } from '../database.ts'
import { nextWorkingDay } from './holidays.ts'
import type { Collection, Due, Plan } from './plan.ts'
import { allWindows, windowsAt } from './plan-windows.ts'
import { isAmong, isAsked } from './senders.ts'

/**
 * Every report expected for windows that close by `upTo` (inclusive): one row per form, reporter and window.
 *
 * The collection says who sends what; where a clause of the plan covers the same report, its due date decides. Who reports is who did on
 * the window's last day.
 */
export function obligationsOf(
  plan: Plan,
  reporters: readonly Reporter[],
  upTo: CalendarDate,
): readonly Database['obligation'][] {
  return plan.collection.flatMap((line) =>
    windowsAt(plan, line.form, line.every)
      .filter(({ to }) => to <= upTo && (line.since === undefined || to > line.since))
      .flatMap((window) =>
        reporters
          .filter(
            (reporter) =>
              isAmong(line.by, reporter.id) && isReporterOn(reporter, lastDayOf(window)),
          )
          .map((reporter) => ({
            plan: plan.id,
            form: line.form,
            reporter_id: reporter.id,
            unit_id: reporter.unitId,
            window_id: window.id,
            ...dueOf(plan, line, reporter.id, window),
          })),
      ),
  )
}

/** True when the collection asks the reporter for the form. */
export function owes(plan: Plan, reporter: ReporterId, form: string): boolean {
  return plan.collection.some((line) => line.form === form && isAmong(line.by, reporter))
}

/** True when the reporter may send the form: the collection asks it, or it is taken when it is sent. */
export function maySend(plan: Plan, reporter: ReporterId, form: string): boolean {
  if (owes(plan, reporter, form)) return true
  return plan.taken.some((line) => line.form === form && isAmong(line.by, reporter))
}

/** The windows for which the reporter may send the form, over the plan's years: as the collection asks it, else as the form is made. */
export function windowsTaken(plan: Plan, reporter: ReporterId, form: string): readonly Window[] {
  const lines = plan.collection.filter((line) => line.form === form && isAmong(line.by, reporter))
  const every = formById(form)?.every
  if (lines.length > 0) {
    const asked = new Set(
      lines.flatMap((line) => windowsAt(plan, form, line.every)).map(({ id }) => id),
    )
    return allWindows(plan).filter(({ id }) => asked.has(id))
  }
  return allWindows(plan).filter(
    ({ kind }) => every !== undefined && fits(every, kind) && maySend(plan, reporter, form),
  )
}

/** The days of a due date: the strict last day ("trước ngày 15/6" → 14/6), and the first on which offices work from then on. */
export function strictDue(dueBefore: CalendarDate): {
  readonly lastDay: CalendarDate
  readonly workingDay: CalendarDate | null
} {
  const lastDay = addDays(dueBefore, -1)
  return { lastDay, workingDay: nextWorkingDay(lastDay) }
}

function lastDayOf({ to }: Window): CalendarDate {
  return addDays(to, -1)
}

function dueOf(plan: Plan, line: Collection, reporter: ReporterId, window: Window) {
  const clause = clauseFor(plan, line, reporter, window)
  if (clause !== undefined)
    return {
      due_before: clause.due.before,
      basis: 'clause' as const,
      reference: clause.obligation.clause,
    }
  return {
    due_before: inClosingMonth(window, line.beforeDay),
    basis: line.basis,
    reference: line.reference,
  }
}

function clauseFor(plan: Plan, line: Collection, reporter: ReporterId, window: Window) {
  const applying = plan.obligations.filter(
    (obligation) => obligation.forms.includes(line.form) && isAsked(obligation, reporter),
  )
  return applying
    .flatMap((obligation) => obligation.dues.map((due: Due) => ({ obligation, due })))
    .find(({ due }) => (due.foldedInto ?? due.window) === window.id)
}

function inClosingMonth(window: Window, day: number): CalendarDate {
  const [year, month] = addDays(window.to, -1).split('-').map(Number)
  return dateOf(year as number, month as number, day)
}

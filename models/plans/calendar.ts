import { fits, type Pace } from '#sources/forms/frequency.ts'
import { formById } from '#sources/forms/index.ts'
import { addDays, type CalendarDate, dateOf } from '#sources/vocabulary/date.ts'
import type { Reporter, ReporterId } from '#sources/vocabulary/reporter.ts'
import {
  monthsOf,
  type Window,
  type WindowKind,
  windowsOf,
  yearToDate,
} from '#sources/vocabulary/window.ts'
import type { Database } from '../database.ts'
import { nextWorkingDay } from './holidays.ts'
import type { Collection, Due, Obligation, Plan, Sender } from './plan.ts'
import type { Target } from './target.ts'

/**
 * Every report expected for windows that close by `upTo` (inclusive): one row per form, reporter and window.
 *
 * The collection says who sends what; where a clause of the plan covers the same report, its due date decides.
 */
export function obligationsOf(
  plan: Plan,
  reporters: readonly Reporter[],
  upTo: CalendarDate,
): readonly Database['obligation'][] {
  return plan.collection.flatMap((line) =>
    sendingWindows(plan, line.every, upTo).flatMap((window) =>
      reporters
        .filter((reporter) => covers(line.by, reporter.id))
        .map((reporter) => ({
          plan: plan.id,
          form: line.form,
          reporter_id: reporter.id,
          window_id: window.id,
          ...dueOf(plan, line, reporter.id, window),
        })),
    ),
  )
}

/** True when the collection asks the reporter for the form. */
export function owes(plan: Plan, reporter: ReporterId, form: string): boolean {
  return plan.collection.some((line) => line.form === form && covers(line.by, reporter))
}

/** True when the reporter may send the form: the collection asks it, or it is taken when it is sent. */
export function maySend(plan: Plan, reporter: ReporterId, form: string): boolean {
  if (owes(plan, reporter, form)) return true
  return plan.taken.some((line) => line.form === form && covers(line.by, reporter))
}

/** The windows for which the reporter may send the form, over the plan's years: as the collection asks it, else as the form is made. */
export function windowsTaken(plan: Plan, reporter: ReporterId, form: string): readonly Window[] {
  const lines = plan.collection.filter((line) => line.form === form && covers(line.by, reporter))
  const every = formById(form)?.every
  return allWindows(plan).filter(({ kind }) =>
    lines.length > 0
      ? lines.some((line) => kinds[line.every] === kind)
      : every !== undefined && fits(every, kind) && maySend(plan, reporter, form),
  )
}

/** All windows of the plan's family and years that are closed on a day: those whose last day lies before it. */
export function measuredWindows(plan: Plan, businessDate: CalendarDate): readonly Window[] {
  return allWindows(plan).filter((window) => window.to <= businessDate)
}

/**
 * The window in which a target is judged: the latest plan year to date that is closed, at the indicator's own pace.
 *
 * Figures that exist quarterly are judged in Q1, 6M, 9M and the year; monthly ones in every nM. Undefined before the first has closed.
 */
export function ownWindow(
  plan: Plan,
  target: Target,
  businessDate: CalendarDate,
): Window | undefined {
  const paces = target.indicator.finest === 'month' ? EVERY_MONTH : EVERY_QUARTER
  return plan.years
    .flatMap((year) => paces.map((months) => yearToDate(plan.windows.family, year, months)))
    .findLast((window) => window.to <= businessDate)
}

/** How many months of the plan's year follow a year-to-date window; 0 when the window is the year. */
export function monthsLeft(window: Window): number {
  return 12 - monthsOf(window).length
}

/** The days of a due date: the strict last day ("trước ngày 15/6" → 14/6), and the first on which offices work from then on. */
export function strictDue(dueBefore: CalendarDate): {
  readonly lastDay: CalendarDate
  readonly workingDay: CalendarDate | null
} {
  const lastDay = addDays(dueBefore, -1)
  return { lastDay, workingDay: nextWorkingDay(lastDay) }
}

const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
/** The windows that follow each other at a pace. */
const kinds: Readonly<Record<Pace, WindowKind>> = {
  month: 'month',
  quarter: 'quarter',
  'half-year': 'half',
  year: 'year',
  review: 'explicit',
}
const EVERY_QUARTER = [3, 6, 9, 12]

function allWindows(plan: Plan): readonly Window[] {
  return plan.years.flatMap((year) => windowsOf(plan.windows.family, year))
}

function sendingWindows(plan: Plan, every: Pace, upTo: CalendarDate) {
  return allWindows(plan).filter(({ kind, to }) => kind === kinds[every] && to <= upTo)
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
    (obligation) => obligation.forms.includes(line.form) && obliges(obligation, reporter),
  )
  return applying
    .flatMap((obligation) => obligation.dues.map((due: Due) => ({ obligation, due })))
    .find(({ due }) => due.window === window.id)
}

function obliges(obligation: Obligation, reporter: ReporterId): boolean {
  return covers(obligation.who, reporter) && !obligation.except.includes(reporter)
}

function covers(senders: readonly Sender[], reporter: ReporterId): boolean {
  return senders.some((sender) => sender === reporter || reporter.startsWith(`${sender}:`))
}

function inClosingMonth(window: Window, day: number): CalendarDate {
  const [year, month] = addDays(window.to, -1).split('-').map(Number)
  return dateOf(year as number, month as number, day)
}

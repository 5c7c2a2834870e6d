import { fits, type Pace } from '#sources/forms/frequency.ts'
import { formById } from '#sources/forms/index.ts'
import { addDays, type CalendarDate, dateOf } from '#sources/vocabulary/date.ts'
import { isReporterOn, type Reporter, type ReporterId } from '#sources/vocabulary/reporter.ts'
import {
  monthsOf,
  type Window,
  type WindowKind,
  window,
  windowsOf,
  yearToDate,
} from '#sources/vocabulary/window.ts'
import type { Database } from '../database.ts'
import type { Definition } from '../indicators/indicator.ts'
import { nextWorkingDay } from './holidays.ts'
import type { Collection, Due, Obligation, Plan, Sender } from './plan.ts'

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
            (reporter) => covers(line.by, reporter.id) && isReporterOn(reporter, lastDayOf(window)),
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

/**
 * How often the plan takes a form: as it collects it, else as the form is made, in the plan's own parts of the year; forms without a pace
 * of their own follow the plan's cycle. Undefined for a form that it does not take.
 */
export function paceOf(plan: Plan, form: string): Pace | undefined {
  const line = plan.collection.find((each) => each.form === form)
  if (line !== undefined) return line.every
  if (!plan.taken.some((each) => each.form === form)) return undefined
  const every = formById(form)?.every
  if (every === undefined || every === 'plan-cycle' || every === 'when-issued')
    return plan.windows.cycle
  return every === 'quarter' && plan.windows.family === 'pol' ? 'half-year' : every
}

/**
 * The windows of a form at a pace, over the plan's years. One whose report the text folds into the year's ("Quý IV lồng vào báo cáo năm")
 * gives its place to the year.
 */
export function windowsAt(plan: Plan, form: string, every: Pace): readonly Window[] {
  const own = allWindows(plan).filter(({ kind }) => kind === kinds[every])
  return distinct(own.map(({ id }) => window(countedAs(plan, form, id))))
}

/** The window for which a form of this one counts: itself, or the year into whose report the text folds it. */
export function countedAs(plan: Plan, form: string, windowId: string): string {
  const due = plan.obligations
    .filter(({ forms }) => forms.some((each) => each === form))
    .flatMap(({ dues }) => dues)
    .find((each) => each.window === windowId)
  return due?.foldedInto ?? windowId
}

/** All windows of the plan's family, years and reviews that are closed on a day: those whose last day lies before it. */
export function measuredWindows(plan: Plan, businessDate: CalendarDate): readonly Window[] {
  return allWindows(plan).filter((window) => window.to <= businessDate)
}

/**
 * The window in which a definition is judged: the latest plan year to date that is closed, at the pace of the slowest form it rests on.
 *
 * Figures that exist quarterly are judged in Q1, 6M, 9M and the year; monthly ones in every nM; half-yearly ones in 6M and the year; those
 * of a review in its window. Undefined before the first has closed.
 */
export function ownWindow(
  plan: Plan,
  { definition }: { readonly definition: Definition },
  businessDate: CalendarDate,
): Window | undefined {
  const { pace } = slowest(plan, definition)
  const own =
    pace === 'review'
      ? allWindows(plan).filter(({ kind }) => kind === 'explicit')
      : plan.years.flatMap((year) =>
          monthsAt[pace].map((months) => yearToDate(plan.windows.family, year, months)),
        )
  return own.findLast((window) => window.to <= businessDate)
}

/** The slowest form that a definition rests on, at whose pace it has values; every month where it rests on none. */
export function slowest(
  plan: Plan,
  { indicator, parameters }: Definition,
): { readonly form: string | null; readonly pace: Pace } {
  const paces = indicator
    .sources(parameters)
    .map(({ form }) => ({ form, pace: paceOf(plan, form) ?? ('month' as const) }))
    .sort((a, b) => ORDER.indexOf(b.pace) - ORDER.indexOf(a.pace))
  return paces[0] ?? { form: null, pace: 'month' }
}

/** How many months of the plan's year follow a year-to-date window; 0 when the window is the year, or a review. */
export function monthsLeft(window: Window): number {
  return window.family === 'explicit' ? 0 : 12 - monthsOf(window).length
}

/** The days of a due date: the strict last day ("trước ngày 15/6" → 14/6), and the first on which offices work from then on. */
export function strictDue(dueBefore: CalendarDate): {
  readonly lastDay: CalendarDate
  readonly workingDay: CalendarDate | null
} {
  const lastDay = addDays(dueBefore, -1)
  return { lastDay, workingDay: nextWorkingDay(lastDay) }
}

/** The windows that follow each other at a pace. */
const kinds: Readonly<Record<Pace, WindowKind>> = {
  month: 'month',
  quarter: 'quarter',
  'half-year': 'half',
  year: 'year',
  review: 'explicit',
}

/** After how many months of the year a figure of that pace is new. */
const monthsAt: Readonly<Record<Exclude<Pace, 'review'>, readonly number[]>> = {
  month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  quarter: [3, 6, 9, 12],
  'half-year': [6, 12],
  year: [12],
}

const ORDER: readonly Pace[] = ['month', 'quarter', 'half-year', 'year', 'review']

function allWindows(plan: Plan): readonly Window[] {
  return [
    ...plan.years.flatMap((year) => windowsOf(plan.windows.family, year)),
    ...(plan.windows.reviews ?? []).map((review) => window(review.window)),
  ]
}

function distinct(windows: readonly Window[]): readonly Window[] {
  return [...new Map(windows.map((each) => [each.id, each])).values()]
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
    (obligation) => obligation.forms.includes(line.form) && obliges(obligation, reporter),
  )
  return applying
    .flatMap((obligation) => obligation.dues.map((due: Due) => ({ obligation, due })))
    .find(({ due }) => (due.foldedInto ?? due.window) === window.id)
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

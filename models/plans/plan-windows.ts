import type { Pace } from '#sources/forms/frequency.ts'
import { formById } from '#sources/forms/index.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import {
  monthsOf,
  planYearOf,
  type Window,
  type WindowKind,
  window,
  windowsOf,
  yearToDate,
} from '#sources/vocabulary/window.ts'
import type { Definition } from '../indicators/indicator.ts'
import type { Plan } from './plan.ts'

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
  return ownWindowsOf(plan, definition).findLast((window) => window.to <= businessDate)
}

/** The windows of one plan year in which a definition was judged, up to the one in which it is judged now, newest first. */
export function ownWindowsToDate(
  plan: Plan,
  { definition }: { readonly definition: Definition },
  businessDate: CalendarDate,
): readonly Window[] {
  const closed = ownWindowsOf(plan, definition).filter((window) => window.to <= businessDate)
  const own = closed.at(-1)
  if (own === undefined || own.family === 'explicit') return own === undefined ? [] : [own]
  return closed.filter((each) => planYearOf(each) === planYearOf(own)).reverse()
}

function ownWindowsOf(plan: Plan, definition: Definition): readonly Window[] {
  const { pace } = slowest(plan, definition)
  if (pace === 'review') return allWindows(plan).filter(({ kind }) => kind === 'explicit')
  return plan.years.flatMap((year) =>
    monthsAt[pace].map((months) => yearToDate(plan.windows.family, year, months)),
  )
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

/** Every window of the plan: of its family, over its years, and its reviews. */
export function allWindows(plan: Plan): readonly Window[] {
  return [
    ...plan.years.flatMap((year) => windowsOf(plan.windows.family, year)),
    ...(plan.windows.reviews ?? []).map((review) => window(review.window)),
  ]
}

function distinct(windows: readonly Window[]): readonly Window[] {
  return [...new Map(windows.map((each) => [each.id, each])).values()]
}

import type { Pace } from '#sources/forms/frequency.ts'
import { formById } from '#sources/forms/index.ts'
import { type Period, periodsOf } from '../calendar.ts'
import { isFolded } from '../mail/due.ts'
import type { PlanFacts } from '../terms.ts'
import type { Known, Setting } from './known.ts'
import type { CountedAs } from './submission.ts'

/** The windows of a form's reports that have closed, at the pace at which the plan asks for it, else as the form is made. */
export function sentOf(known: Known, form: string): readonly Period[] {
  const pace = paceOf(known.plan, known.family, form)
  return pace === undefined ? [] : sentAt(known, form, pace)
}

/** The same at a pace. The last part of a year gives way to the year where the plan folds the one into the other. */
export function sentAt(known: Known, form: string, pace: Pace): readonly Period[] {
  const told = known.windows
    .filter(({ kind }) => kind === KINDS[pace])
    .map((window) => (isFolded(known.plan, form, window) ? known.yearAround(window) : window))
  return [...new Set(told)]
}

/** What a report of a folded part counts as: the year's. */
export function countingIn({ plan, family, years }: Setting): CountedAs {
  const wholes = years.flatMap((year) =>
    periodsOf(year, family).filter(({ kind }) => kind === 'year'),
  )
  return (form, window) =>
    isFolded(plan, form, window)
      ? (wholes.find(({ from, to }) => from <= window.from && window.to <= to) ?? window)
      : window
}

/** The report that closes with a window and tells of days in it, or the year's, into which that of a last part is folded. */
export function closing(known: Known, form: string, window: Period): Period | undefined {
  return related(known, form, window).find(
    ({ from, to, kind }) =>
      to === window.to && (from >= window.from || (kind === 'year' && window.kind !== 'month')),
  )
}

/** The reports of a window's parts. */
export function within(known: Known, form: string, window: Period): readonly Period[] {
  return related(known, form, window).filter(
    ({ from, to }) => from >= window.from && to <= window.to,
  )
}

/** Reports from a window's close on, of its year. */
export function since(known: Known, form: string, window: Period): readonly Period[] {
  return related(known, form, window).filter(
    (sent) => sent.to >= window.to && known.yearOf(sent) === known.yearOf(window),
  )
}

/** The report of just these days: of the window itself, or one that closes with it and says how much it has been since the year began. */
export function telling(known: Known, form: string, window: Period): Period | undefined {
  const sent = closing(known, form, window)
  const whole = window.kind !== 'explicit' && window.first === 1
  return sent === window || whole ? sent : undefined
}

/** A review asks only for its own reports. */
function related(known: Known, form: string, window: Period): readonly Period[] {
  const sent = sentOf(known, form)
  return window.kind === 'explicit'
    ? sent.filter((one) => one === window)
    : sent.filter(({ kind }) => kind !== 'explicit')
}

/** What is taken unasked keeps the form's own pace: a police year has half-years for quarters. */
function paceOf(plan: PlanFacts, family: string, form: string): Pace | undefined {
  const line = plan.collection.find((each) => each.form === form)
  if (line !== undefined) return line.every
  if (!(plan.taken ?? []).some((each) => each.form === form)) return undefined
  const every = formById(form)?.every
  if (every === undefined || every === 'plan-cycle' || every === 'when-issued')
    return plan.cycle ?? 'quarter'
  return every === 'quarter' && family === 'pol' ? 'half-year' : every
}

const KINDS: Readonly<Record<Pace, Period['kind']>> = {
  month: 'month',
  quarter: 'quarter',
  'half-year': 'half',
  year: 'year',
  review: 'explicit',
}

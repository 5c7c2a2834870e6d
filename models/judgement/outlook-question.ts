import { monthsOf, planYearOf, type Window, yearToDate } from '#sources/vocabulary/window.ts'
import type { Measured } from '../measured.ts'
import { monthsLeft } from '../plans/plan-windows.ts'
import type { Target } from '../plans/target.ts'
import { type Course, courseOf } from './course.ts'
import { fullMonths, seenOf } from './exposure.ts'
import { lastTwelveMonths } from './inflow.ts'
import type { Exposure, OutlookQuestion, Range } from './outlook.ts'
import { type Counts, priorFrom } from './prior.ts'
import { silentSubjects } from './verdict.ts'

/** The province's value of the target's definition in a window; null where none exists. */
export type ValueIn = (windowId: string) => Measured | null

/** The windows whose values an outlook looks at: the year so far, month by month and to date, and the year before. */
export function windowsBehind(own: Window): readonly string[] {
  const before = yearBefore(own)
  const behind = [...lastTwelveMonths(own), ...monthsOf(own)]
  const windows = [...behind, ...before, ...before.flatMap(monthsOf)]
  return windows.map(({ id }) => id)
}

/** The question of a target in its own window, from the province's values alone; null where nobody is concerned or nothing is known. */
export function outlookQuestion(
  target: Target,
  own: Window,
  valueIn: ValueIn,
): OutlookQuestion | null {
  const measured = valueIn(own.id)
  if (measured === null || own.family === 'explicit') return null
  const { numerator: x, denominator: n } = measured
  if (n === 0 || x < 0 || x > n) return null
  const course = courseOf(target.definition)
  const left = monthsLeft(own)
  return {
    target,
    course,
    x,
    n,
    silent: silentSubjects(measured),
    monthsGone: 12 - left,
    monthsLeft: left,
    coming: comingTo(measured, left, growthOf(own, valueIn)),
    exposure: course === 'exposed' ? exposureOf(own, measured, valueIn) : null,
    prior: priorFrom(lastYearOf(course, own, valueIn), course === 'exposed' ? 12 : 1),
  }
}

function yearBefore(own: Window): readonly Window[] {
  const { family } = own
  return family === 'explicit' ? [] : [yearToDate(family, planYearOf(own) - 1, 12)]
}

/** What was added to n, or taken, from one known window of the last twelve months to the next, so many months later. */
interface Growth {
  readonly added: number
  readonly months: number
}

/** Silent units count as large as the others, so that a report that comes late is nobody who came. */
function growthOf(own: Window, valueIn: ValueIn): readonly Growth[] {
  const known = lastTwelveMonths(own).flatMap((each) => {
    const value = valueIn(each.id)
    if (value === null) return []
    return [
      { ...each, months: monthsOf(each).length, n: value.denominator + silentSubjects(value) },
    ]
  })
  return known.flatMap(({ from, months, n }, index) => {
    const before = known[index - 1]
    return before?.from === from ? [{ added: n - before.n, months: months - before.months }] : []
  })
}

/**
 * By the least, the mean and the highest month; what silent units and withheld rows hold comes in any case.
 *
 * Where months lie between two figures each had its part of what came; only the highest, with which a certain miss is reckoned, takes
 * that all of it came in one.
 */
function comingTo(measured: Measured, left: number, growth: readonly Growth[]): Range | null {
  if (growth.length === 0) return null
  const owed = silentSubjects(measured) + measured.rowsWithheld
  const sum = (of: keyof Growth) => growth.reduce((whole, each) => whole + each[of], 0)
  const least = Math.min(...growth.map(({ added, months }) => added / months))
  const most = Math.max(...growth.map(({ added }) => added))
  const [low, mid, high] = [least, sum('added') / sum('months'), most].map(
    (each) => owed + Math.max(0, Math.round(left * each)),
  ) as [number, number, number]
  return { low, mid, high }
}

/** The months to come are as the last one; what silent units lived through is among what is not known yet. */
function exposureOf(own: Window, measured: Measured, valueIn: ValueIn): Exposure | null {
  const months = fullMonths(monthsOf(own).map(({ id }) => valueIn(id)))
  const last = months.at(-1)
  if (last === undefined) return null
  const whole = months.reduce((sum, each) => sum + each, 0)
  const seen = seenOf(whole, measured)
  return { seen, unseen: whole - seen + monthsLeft(own) * last }
}

function lastYearOf(course: Course, own: Window, valueIn: ValueIn): Counts | null {
  const [year] = yearBefore(own)
  const measured = year === undefined ? null : valueIn(year.id)
  if (year === undefined || measured === null) return null
  const { numerator: x, denominator } = measured
  if (course !== 'exposed') return { x, over: denominator }
  const months = fullMonths(monthsOf(year).map(({ id }) => valueIn(id)))
  return {
    x,
    over: seenOf(
      months.reduce((sum, each) => sum + each, 0),
      measured,
    ),
  }
}

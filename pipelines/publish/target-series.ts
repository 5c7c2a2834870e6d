import type { Limits, TrendRow } from '#dashboards/charts/trend.ts'
import type { TargetView } from '#dashboards/views.ts'
import type { CusumView, MonthsView } from '#dashboards/views-target.ts'
import { type Course, courseOf } from '#models/judgement/course.ts'
import { bernoulliCusum, thresholdFor } from '#models/judgement/cusum.ts'
import { FEWEST_POINTS } from '#models/judgement/limits.ts'
import { pChart } from '#models/judgement/p-chart.ts'
import { marksOf } from '#models/judgement/run-rules.ts'
import { isSparse, silentSubjects } from '#models/judgement/verdict.ts'
import { xmr } from '#models/judgement/xmr.ts'
import type { Measured } from '#models/measured.ts'
import { monthsOf, window } from '#sources/vocabulary/window.ts'
import type { Snapshot } from './snapshot.ts'

/** A month with its figure. */
interface Month {
  readonly windowId: string
  readonly x: number
  readonly n: number
  /** With those of the silent units. */
  readonly everyone: number
  /** Too few have reported: a figure to be seen, and no evidence of anything. */
  readonly sparse: boolean
}

/**
 * The single months of the year so far between limits of chance; null where none has a figure of its own, or none can: a quarterly one.
 *
 * Nor where persons come in one after the other and something is done for each: whoever came this month has had no time for it yet, and
 * every newest month would look worse.
 */
export function monthsView(snapshot: Snapshot, view: TargetView): MonthsView | null {
  const course = courseOf(view.target.definition)
  if (course === 'entering') return null
  const known = monthsWithin(snapshot, view)
  if (known.length === 0) return null
  const months = known.filter(({ sparse }) => !sparse)
  const { better } = view.target.indicator
  const values = months.map(({ x, n }) => x / n)
  const { kind, provisional, limits } = limitsOf(course, months, values)
  const marks = limits === null ? [] : marksOf(values, limits, { better })
  const rows = monthIds(view.windowId).map((windowId): TrendRow => {
    const at = months.findIndex((month) => month.windowId === windowId)
    const month = known.find((each) => each.windowId === windowId)
    return {
      windowId,
      numerator: month?.x ?? null,
      denominator: month?.n ?? null,
      limits: drawn(limits?.[at]),
      mark: marks[at]?.tone ?? null,
    }
  })
  return { kind, points: months.length, provisional, rows }
}

/**
 * By the size of each month where each is large enough, else by how one month differs from the next: so also where the months of a stock
 * are mostly the same persons, whom no binomial describes.
 */
function limitsOf(course: Course, months: readonly Month[], values: readonly number[]) {
  const sized = course === 'standing' ? null : pChart(months)
  if (sized !== null)
    return {
      kind: 'p-chart' as const,
      provisional: sized.provisional,
      limits: sized.points,
    }
  const single = values.length < FEWEST_POINTS ? null : xmr(values)
  if (single === null) return { kind: null, provisional: true, limits: null }
  return {
    kind: 'xmr' as const,
    provisional: single.provisional,
    limits: values.map(() => single),
  }
}

/** A share is none below 0 nor above 1, whatever a formula says; only the picture is cut, since marks go by thirds of the whole width. */
function drawn(limits: Limits | null | undefined): Limits | null {
  if (!limits) return null
  const { lower, mean, upper } = limits
  return { lower: Math.max(0, lower), mean, upper: Math.min(1, upper) }
}

/**
 * The sum over the year's months against twice the even monthly share of the goal; of events below a ceiling only.
 *
 * The goal is a share of all who were there in the year, more than in any month of it: where a tenth of them come and go, a year that just
 * reaches it has a tenth more cases a month than a twelfth of the share, and a threshold set without them signals after 42 months, not 68.
 */
export function cusumView(snapshot: Snapshot, view: TargetView): CusumView | null {
  const { target, measured } = view
  if (!('below' in target) || target.indicator.theme !== 'reoffending') return null
  const months = monthsWithin(snapshot, view).filter(({ sparse }) => !sparse)
  if (months.length === 0) return null
  const whole = measured === null ? 0 : everyone(measured)
  const month = months.reduce((sum, each) => sum + each.everyone, 0) / months.length
  const [num, den] = target.below
  const p0 = (num * Math.max(whole, month)) / (den * 12 * month)
  const size = months.reduce((sum, { n }) => sum + n, 0) / months.length
  const threshold = thresholdFor({ p0, size })
  if (threshold === null) return null
  const points = bernoulliCusum(months, { p0, threshold })
  const rows = monthIds(view.windowId).map((windowId) => {
    const point = points[months.findIndex((month) => month.windowId === windowId)]
    return { windowId, value: point?.sum ?? null, signal: point?.signal ?? false }
  })
  return { rows, threshold, p0 }
}

/** Silent units as large as the others. */
function everyone(measured: Measured): number {
  return measured.denominator + silentSubjects(measured)
}

function monthIds(windowId: string): readonly string[] {
  return monthsOf(window(windowId)).map(({ id }) => id)
}

/** Months whose province has a figure that concerns somebody; none of a quarterly figure. */
function monthsWithin(snapshot: Snapshot, { target, windowId }: TargetView): readonly Month[] {
  return monthIds(windowId).flatMap((id) => {
    const measured = snapshot.value(target.definition.id, id, snapshot.provinceIn(id))
    if (measured === null || measured.denominator === 0) return []
    const { numerator: x, denominator: n } = measured
    if (x < 0 || x > n) return []
    return [{ windowId: id, x, n, everyone: everyone(measured), sparse: isSparse(measured) }]
  })
}

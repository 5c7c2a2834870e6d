import type { Plan } from '#models/plans/plan.ts'
import { countedAs } from '#models/plans/plan-windows.ts'
import { addDays, type CalendarDate, daysBetween } from '#sources/vocabulary/date.ts'
import { type Family, readWindow, type Window, windowOf } from '#sources/vocabulary/window.ts'
import { UsageError } from './usage.ts'

/** How `--window` is explained before it is known which plan the site carries out. */
export const WINDOW_HELP =
  "of the plan's family: adm:2026-09, adm:2026-Q3, pol:2026-6M, 2020-06-15..2026-01-14, 'Tháng 9/2026' …"

/**
 * The window that an option means: by id or in words, of the plan's own family, or one of its reviews.
 *
 * @throws UsageError that shows how the plan's windows are written.
 */
export function windowSaid(text: string, plan: Plan): Window {
  const found = readWindow(text, plan.windows.family)
  if (found !== undefined) return found
  const why = windowOf(text) === undefined ? 'is no window' : 'is a window of another family'
  throw new UsageError(
    `'${text}' ${why}; windows of ${plan.id} are written ${windowExamples(plan)}`,
  )
}

/** The same for the report of one form: one that the plan's text folds into the year's report is the year's. */
export function windowOfForm(text: string, form: string, plan: Plan): string {
  return countedAs(plan, form, windowSaid(text, plan).id)
}

/** The year into whose report the plan's text folds that of a window; undefined for one that stands by itself. */
export function foldedInto(windowId: string, { obligations }: Plan): string | undefined {
  return obligations
    .flatMap(({ dues }) => dues)
    .find(({ window, foldedInto }) => window === windowId && foldedInto !== undefined)?.foldedInto
}

const SHAPES: Readonly<Record<Family, readonly string[]>> = {
  adm: ['-09', '-Q3', '-6M', '-9M', ''],
  cal: ['-09', '-Q3', '-6M', '-9M', ''],
  pol: ['-09', '-6M', '-9M', ''],
}

const WORDS: Readonly<Record<Family, readonly string[]>> = {
  adm: ['Tháng 9/', 'Quý III/', '6 tháng đầu năm '],
  cal: ['Tháng 9/', 'Quý III/', '6 tháng đầu năm '],
  pol: ['Tháng 9/', '6 tháng đầu năm ', 'Năm '],
}

/** `pol:2022-09, pol:2022-6M, pol:2022-9M, pol:2022, 'Tháng 9/2022', …`; of a plan that only reviews the windows of its reviews. */
export function windowExamples({ windows, years }: Plan): string {
  const { family, reviews = [] } = windows
  const [year] = years
  const ids = year === undefined ? [] : SHAPES[family].map((end) => `${family}:${year}${end}`)
  const words = year === undefined ? [] : WORDS[family].map((start) => `'${start}${year}'`)
  return [...ids, ...words, ...reviews.map(({ window }) => window)].join(', ')
}

/** All of a short list of windows; of a long one those near a day. */
export function someWindows(ids: readonly string[], day: CalendarDate): string {
  if (ids.length <= FEW) return ids.join(', ')
  const near = ids.filter((id) => {
    const last = addDays(windowOf(id)?.to ?? day, -1)
    const days = daysBetween(day, last)
    return days > -BEFORE && days < AFTER
  })
  return `${near.join(', ')} (${ids.length} in all)`
}

const FEW = 24
const BEFORE = 400
const AFTER = 200

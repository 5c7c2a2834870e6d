import { addDays, type CalendarDate, daysBetween } from '#sources/vocabulary/date.ts'
import type { Standing } from '#sources/vocabulary/reporter.ts'
import { developmentFactors, growth } from './triangle.ts'

/**
 * The delays at which arrivals are counted: whole days after the last day of the window, 0 being that day or any before it.
 *
 * Most schedules ask for a report within three days of the close and most plans before the day after it, so that the first days stand
 * singly; eight weeks after the close hardly anything comes.
 */
export const delays = Object.freeze([0, 1, 2, 3, 5, 7, 10, 14, 21, 28, 42, 56])

/** So many earlier windows must know a delay before it is told from them. */
export const FEWEST_WINDOWS = 3

/** So many reports of one form and window, of reporters of one standing, came on one day; null: not yet. */
export interface ArrivalCount {
  readonly form: string
  readonly standing: Standing
  readonly window_id: string
  /** The day after its last. */
  readonly to_date: CalendarDate
  readonly arrived_on: CalendarDate | null
  readonly reports: number
}

/** The expected reports of one form, of those who must send it or of those who are only asked. */
export interface FormLateness {
  readonly form: string
  readonly standing: Standing
  /** Closed windows in order of their close. */
  readonly windows: readonly WindowLateness[]
  /** By delay: what had come of what was expected, of all windows that know it together; null where none does. */
  readonly usual: readonly ({ readonly arrived: number; readonly expected: number } | null)[]
}

export interface WindowLateness {
  readonly windowId: string
  /** Whole days since its last day. */
  readonly age: number
  readonly expected: number
  /** By the business date. */
  readonly arrived: number
  /** By each of {@link delays}; null where that day has not come yet. */
  readonly byDelay: readonly (number | null)[]
  readonly outlook: ArrivalOutlook
}

/**
 * Whether a window is whole; if not, how many of its missing reports usually still come until so many days after its close.
 *
 * `past`: it is older than the last delay · `unknown`: too few earlier windows, or none of them awaited anything at its age.
 */
export type ArrivalOutlook =
  | { readonly kind: 'whole' | 'past' | 'unknown' }
  | {
      readonly kind: 'coming'
      /** A mean, between 0 and the number that is missing. */
      readonly reports: number
      readonly within: number
      /** How many earlier windows tell it. */
      readonly windows: number
    }

/**
 * A reporting triangle for each form and standing, with what is still to come of each window.
 *
 * What is developed is the number that is missing, not the number that has come: of those missing at a window's age, the share that the
 * other windows went on missing (chain ladder on awaited reports). So never more is foretold than is expected, and something also where
 * nothing has come.
 */
export function latenessOf(
  counts: readonly ArrivalCount[],
  businessDate: CalendarDate,
): readonly FormLateness[] {
  return groupsOf(counts, ({ form, standing }) => `${form} ${standing}`).map((rows) => {
    const windows = groupsOf(rows, (row) => row.window_id).map((own) => windowOf(own, businessDate))
    const { form, standing } = rows[0]
    return {
      form,
      standing,
      windows: windows.map((each) => ({
        windowId: each.windowId,
        age: each.age,
        expected: each.expected,
        arrived: each.by(each.age) ?? 0,
        byDelay: delays.map(each.by),
        outlook: outlookOf(each, windows),
      })),
      usual: delays.map((delay) => usualAt(delay, windows)),
    }
  })
}

interface Window {
  readonly windowId: string
  readonly age: number
  readonly expected: number
  /** How many had come by a delay; null where it lies after the business date. */
  readonly by: (delay: number) => number | null
}

function windowOf(rows: Group, businessDate: CalendarDate): Window {
  const last = addDays(rows[0].to_date, -1)
  const age = daysBetween(last, businessDate)
  const late = rows.map(({ arrived_on, reports }) => ({
    delay: arrived_on === null ? null : daysBetween(last, arrived_on),
    reports,
  }))
  return {
    windowId: rows[0].window_id,
    age,
    expected: sumOf(rows),
    by: (delay) =>
      delay > age ? null : sumOf(late.filter((row) => row.delay !== null && row.delay <= delay)),
  }
}

function outlookOf(window: Window, all: readonly Window[]): ArrivalOutlook {
  const missing = missingAt(window, window.age) ?? 0
  if (missing === 0) return { kind: 'whole' }
  const later = delays.filter((delay) => delay > window.age)
  if (later.length === 0) return { kind: 'past' }
  const older = all.filter((each) => each.age > window.age)
  const known = later.filter(
    (delay) => older.filter(({ age }) => age >= delay).length >= FEWEST_WINDOWS,
  )
  const triangle = older.map((each) =>
    [window.age, ...known].map((delay) => missingAt(each, delay)),
  )
  const [left = null] = growth(developmentFactors(triangle))
  const [next, within] = [known[0], known.at(-1)]
  if (next === undefined || within === undefined || left === null) return { kind: 'unknown' }
  const windows = older.filter(({ age }) => age >= next).length
  return { kind: 'coming', reports: missing * (1 - left), within, windows }
}

function missingAt({ expected, by }: Window, delay: number): number | null {
  const arrived = by(delay)
  return arrived === null ? null : expected - arrived
}

function usualAt(delay: number, windows: readonly Window[]): FormLateness['usual'][number] {
  const known = windows.filter(({ age }) => age >= delay)
  if (known.length === 0) return null
  return {
    arrived: known.reduce((sum, { by }) => sum + (by(delay) ?? 0), 0),
    expected: known.reduce((sum, { expected }) => sum + expected, 0),
  }
}

function sumOf(rows: readonly { readonly reports: number }[]): number {
  return rows.reduce((sum, { reports }) => sum + reports, 0)
}

type Group = readonly [ArrivalCount, ...ArrivalCount[]]

/** Rows that share a key, in the order in which the keys first occur. */
function groupsOf(
  rows: readonly ArrivalCount[],
  key: (row: ArrivalCount) => string,
): readonly Group[] {
  const groups = new Map<string, [ArrivalCount, ...ArrivalCount[]]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group === undefined) groups.set(key(row), [row])
    else group.push(row)
  }
  return [...groups.values()]
}

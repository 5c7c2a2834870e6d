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

/** So many reports of one form and window, of reporters of one standing, came on one day; null or a day to come: not yet. */
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
  /**
   * By delay: the share of what is expected that has usually come, of all windows together; null where no window knows it.
   *
   * From each delay to the next only windows count that know both (Kaplan and Meier 1958), so that it never falls.
   */
  readonly usual: readonly (number | null)[]
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
 * `past`: it is older than the last delay · `too-few`: earlier windows · `unprecedented`: none of them missed anything at its age.
 */
export type ArrivalOutlook =
  | { readonly kind: 'whole' | 'past' | 'too-few' | 'unprecedented' }
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
      usual: usualOf(windows),
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
  const known = later.filter(
    (delay) => all.filter(({ age }) => age >= delay).length >= FEWEST_WINDOWS,
  )
  const [next] = known
  if (next === undefined) return { kind: 'too-few' }
  const factors = developmentFactors(
    all.map((each) => [window.age, ...known].map((delay) => missingAt(each, delay))),
  )
  const told = factors.filter((_, at) => !factors.slice(0, at + 1).includes(null))
  const within = known[told.length - 1]
  const [left = null] = growth(told)
  if (within === undefined || left === null) return { kind: 'unprecedented' }
  const windows = all.filter(({ age }) => age >= next).length
  return { kind: 'coming', reports: missing * (1 - left), within, windows }
}

function missingAt({ expected, by }: Window, delay: number): number | null {
  const arrived = by(delay)
  return arrived === null ? null : expected - arrived
}

function usualOf(windows: readonly Window[]): FormLateness['usual'] {
  const [atClose = null, ...factors] = developmentFactors(
    windows.map((each) => [each.expected, ...delays.map((delay) => missingAt(each, delay))]),
  )
  let missing = atClose
  return [
    missing,
    ...factors.map((factor) => {
      if (missing !== 0) missing = factor === null || missing === null ? null : missing * factor
      return missing
    }),
  ].map((each) => (each === null ? null : 1 - each))
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

/**
 * The days and windows of the invented province, worked out here by whole numbers and nowhere else.
 *
 * The system has a calendar of its own; what must come out of it is computed by this one, so that a mistake in either shows.
 */
export type Day = `${number}-${number}-${number}`

/** The day at year, month (other values than 1 to 12 roll over) and day of month. */
export function dateOf(year: number, month: number, dayOfMonth: number): Day {
  const months = year * 12 + month - 1
  return dayAt(
    numberOf({ year: Math.floor(months / 12), month: (months % 12) + 1, dayOfMonth: 1 }) +
      dayOfMonth -
      1,
  )
}

/** The day `days` after (or, when negative, before) `day`. */
export function addDays(day: Day, days: number): Day {
  return dayAt(numberOf(partsOf(day)) + days)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(partsOf(to)) - numberOf(partsOf(from))
}

export function earliest(first: Day, ...others: readonly Day[]): Day {
  let least = first
  for (const day of others) if (day < least) least = day
  return least
}

export function latest(first: Day, ...others: readonly Day[]): Day {
  let most = first
  for (const day of others) if (day > most) most = day
  return most
}

/** `adm`: the administrative year (Nghị định 09/2019/NĐ-CP Điều 12) · `pol`: the police year (Cần Thơ's plan of 2024, IV.1). */
export type Family = 'adm' | 'pol'

/** The year of a plan, or the days that a review looks back on; `to` is exclusive. */
export interface PlanYear {
  readonly family: Family
  readonly year: number
  readonly from: Day
  readonly to: Day
}

/** How many months before its own January a year begins: on 15/12 or on 15/11 of the year before. */
const AHEAD: Readonly<Record<Family, number>> = { adm: 0, pol: 1 }

export function planYear(year: number, family: Family = 'adm'): PlanYear {
  const { from, to } = span(year, family, 1, 12)
  return Object.freeze({ family, year, from, to })
}

/** The 14th that closes the administrative month of a day. */
export function closeOf(day: Day): Day {
  const { year, month, dayOfMonth } = partsOf(day)
  return dateOf(year, dayOfMonth <= 14 ? month : month + 1, 14)
}

/** The earlier of a day and the close of another one's month. */
export function withinMonthOf(start: Day, day: Day): Day {
  return earliest(day, closeOf(start))
}

/** A window of a plan's year; `first` and `last` are its months, counted from 1, and 0 for a review, which has none. */
export interface Period {
  readonly id: string
  readonly family: Family | 'explicit'
  readonly grid: 'mid' | null
  readonly kind: 'month' | 'quarter' | 'half' | 'cumulative' | 'year' | 'explicit'
  readonly from: Day
  /** Exclusive. */
  readonly to: Day
  /** Null for a review. */
  readonly closeId: string | null
  readonly first: number
  readonly last: number
}

/** All windows of a year: months, quarters (`adm` only), halves, months to date (3M only in `pol`, which has no Q1), the year. */
export function periodsOf(year: number, family: Family = 'adm'): readonly Period[] {
  const key = `${family}:${year}`
  const known = calendars.get(key)
  if (known !== undefined) return known
  const part = (kind: Period['kind'], ending: string, first: number, last: number) =>
    period(year, family, kind, `${key}${ending}`, first, last)
  const police = family === 'pol'
  const periods = [
    ...upTo(12).map((n) => period(year, family, 'month', monthId(year, family, n), n, n)),
    ...(police ? [] : upTo(4).map((n) => part('quarter', `-Q${n}`, 3 * n - 2, 3 * n))),
    part('half', '-6M', 1, 6),
    part('half', '-H2', 7, 12),
    ...[2, ...(police ? [3] : []), 4, 5, 7, 8, 9, 10, 11].map((n) =>
      part('cumulative', `-${n}M`, 1, n),
    ),
    part('year', '', 1, 12),
  ]
  calendars.set(key, periods)
  return periods
}

const calendars = new Map<string, readonly Period[]>()

export function monthsOfYear(year: number, family: Family = 'adm'): readonly Period[] {
  return periodsOf(year, family).filter(({ kind }) => kind === 'month')
}

/** The window of a review, `2020-06-15..2026-01-14` with its last day inclusive. */
export function reviewOf(id: string): Period {
  const [from, last] = id.split('..') as [Day, Day]
  const to = addDays(last, 1)
  const none = { grid: null, closeId: null, first: 0, last: 0 }
  return Object.freeze({ id, family: 'explicit', kind: 'explicit', from, to, ...none })
}

/** How often a plan asks for a report. */
export type Pace = 'month' | 'quarter' | 'half-year' | 'year'

/**
 * The windows that a year's reports at a pace are about, one after the other.
 *
 * `folded`: the last quarter, or the second half, has no report of its own; the year's stands in its place ("Quý IV lồng vào báo cáo năm").
 */
export function reportsAt(
  pace: Pace,
  year: number,
  { family = 'adm', folded = false }: { readonly family?: Family; readonly folded?: boolean } = {},
): readonly Period[] {
  const kind = pace === 'half-year' ? 'half' : pace
  const all = periodsOf(year, family)
  const own = all.filter((window) => window.kind === kind)
  if (!folded || (kind !== 'quarter' && kind !== 'half')) return own
  return [...own.filter(({ last }) => last < 12), ...all.filter((each) => each.kind === 'year')]
}

/** 1 to 4: the quarter of the year in which the window's last month lies. */
export function quarterOf({ last }: Pick<Period, 'last'>): number {
  return Math.ceil(last / 3)
}

/** A month's id bears the calendar year and month in which it closes: the police year begins with December. */
function monthId(year: number, family: Family, n: number): string {
  return `${family}:${dateOf(year, n - AHEAD[family], 14).slice(0, 7)}`
}

function span(year: number, family: Family, first: number, last: number) {
  const ahead = AHEAD[family]
  return { from: dateOf(year, first - 1 - ahead, 15), to: dateOf(year, last - ahead, 15) }
}

function period(
  year: number,
  family: Family,
  kind: Period['kind'],
  id: string,
  first: number,
  last: number,
): Period {
  return Object.freeze({
    id,
    family,
    grid: 'mid',
    kind,
    ...span(year, family, first, last),
    closeId: monthId(year, family, last),
    first,
    last,
  })
}

function upTo(n: number): readonly number[] {
  return Array.from({ length: n }, (_, index) => index + 1)
}

interface Parts {
  readonly year: number
  readonly month: number
  readonly dayOfMonth: number
}

function partsOf(day: Day): Parts {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number]
  return { year, month, dayOfMonth }
}

/** Days since 1/1/1970 of the Gregorian calendar; years begin in March, so that the leap day is their last. */
function numberOf({ year, month, dayOfMonth }: Parts): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function dayAt(number: number): Day {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as Day
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0')
}

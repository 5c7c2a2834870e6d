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

/** The administrative year of a plan: from 15/12 of the year before, `to` exclusive (Nghị định 09/2019/NĐ-CP Điều 12). */
export interface PlanYear {
  readonly year: number
  readonly from: Day
  readonly to: Day
}

export function planYear(year: number): PlanYear {
  return Object.freeze({ year, from: dateOf(year - 1, 12, 15), to: dateOf(year, 12, 15) })
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

/** A window of the administrative year; `first` and `last` are its months, counted from 1. */
export interface Period {
  readonly id: string
  readonly family: 'adm'
  readonly grid: 'mid'
  readonly kind: 'month' | 'quarter' | 'half' | 'cumulative' | 'year'
  readonly from: Day
  /** Exclusive. */
  readonly to: Day
  readonly closeId: string
  readonly first: number
  readonly last: number
}

/** All 27 windows of a year: months, quarters, halves, months to date, the year. */
export function periodsOf(year: number): readonly Period[] {
  const known = calendars.get(year)
  if (known !== undefined) return known
  const periods = [
    ...upTo(12).map((n) => period(year, 'month', `-${twoDigits(n)}`, n, n)),
    ...upTo(4).map((n) => period(year, 'quarter', `-Q${n}`, 3 * n - 2, 3 * n)),
    period(year, 'half', '-6M', 1, 6),
    period(year, 'half', '-H2', 7, 12),
    ...[2, 4, 5, 7, 8, 9, 10, 11].map((n) => period(year, 'cumulative', `-${n}M`, 1, n)),
    period(year, 'year', '', 1, 12),
  ]
  calendars.set(year, periods)
  return periods
}

const calendars = new Map<number, readonly Period[]>()

export function monthsOfYear(year: number): readonly Period[] {
  return periodsOf(year).filter(({ kind }) => kind === 'month')
}

/** 1 to 4: the quarter of the year in which the window's last month lies. */
export function quarterOf({ last }: Pick<Period, 'last'>): number {
  return Math.ceil(last / 3)
}

function period(
  year: number,
  kind: Period['kind'],
  ending: string,
  first: number,
  last: number,
): Period {
  return Object.freeze({
    id: `adm:${year}${ending}`,
    family: 'adm',
    grid: 'mid',
    kind,
    from: dateOf(year, first - 1, 15),
    to: dateOf(year, last, 15),
    closeId: `adm:${year}-${twoDigits(last)}`,
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

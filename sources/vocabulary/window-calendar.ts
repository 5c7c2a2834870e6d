import { addDays, type CalendarDate, dateOf } from './date.ts'

/** `adm`: general state administration, year from 15/12 · `cal`: calendar · `pol`: police, year from 15/11. */
export type Family = 'adm' | 'cal' | 'pol'

/** `mid`: months run from the 15th to the 14th and bear the name of the month they close in. */
export type Grid = 'mid' | 'cal'

export type WindowKind = 'month' | 'quarter' | 'half' | 'cumulative' | 'year' | 'explicit'

/** The days that a report is about; its id always bears the family, because the same words mean other days elsewhere. */
export interface Window {
  readonly id: string
  readonly family: Family | 'explicit'
  readonly grid: Grid | null
  readonly kind: WindowKind
  readonly from: CalendarDate
  /** Exclusive. */
  readonly to: CalendarDate
  /** Id of its last month in the same family; null for explicit windows. */
  readonly closeId: string | null
}

export const families: readonly Family[] = ['adm', 'cal', 'pol']

/** A part of the family's year that is longer than a month: how its id ends, its first and last month counted from 1. */
interface Part {
  readonly ending: string
  readonly kind: WindowKind
  readonly first: number
  readonly last: number
}

const quarters: readonly Part[] = [1, 2, 3, 4].map((q) => ({
  ending: `-Q${q}`,
  kind: 'quarter',
  first: 3 * q - 2,
  last: 3 * q,
}))

const halves: readonly Part[] = [
  { ending: '-6M', kind: 'half', first: 1, last: 6 },
  { ending: '-H2', kind: 'half', first: 7, last: 12 },
]

const year: Part = { ending: '', kind: 'year', first: 1, last: 12 }

/** The police year has no quarters, so that its first three months stay cumulative. */
const parts: Readonly<Record<Family, readonly Part[]>> = {
  adm: [...quarters, ...halves, ...cumulative([2, 4, 5, 7, 8, 9, 10, 11]), year],
  cal: [...quarters, ...halves, ...cumulative([2, 4, 5, 7, 8, 9, 10, 11]), year],
  pol: [...halves, ...cumulative([2, 3, 4, 5, 7, 8, 9, 10, 11]), year],
}

/** The months that a window is made of, in order; a month is made of itself, an explicit window of none. */
export function monthsOf(w: Window): Window[] {
  if (w.family === 'explicit') return []
  const { family } = w
  const planYear = planYearOf(w)
  return monthsOfYear(family, planYear).filter((m) => m.from >= w.from && m.to <= w.to)
}

/** Every window of the family's year: the months, then the quarters, halves, cumulative ones and the year. */
export function windowsOf(family: Family, planYear: number): Window[] {
  const months = monthsOfYear(family, planYear)
  return [...months, ...parts[family].map((part) => partOf(family, planYear, part))]
}

/** The first `months` (1–12) of the family's year: 1 → its first month, 3 → Q1 (`pol`: 3M), 12 → the year. */
export function yearToDate(family: Family, planYear: number, months: number): Window {
  if (months === 1) return monthOf(family, planYear, 1)
  const part = parts[family].find((each) => each.first === 1 && each.last === months)
  if (part === undefined) throw new RangeError(`a year has no first ${months} months (1 to 12)`)
  return partOf(family, planYear, part)
}

/** The year that the window belongs to: 2026 for `pol:2025-12`; for an explicit window the year of its last day. */
export function planYearOf(w: Window): number {
  const last = addDays(w.to, -1)
  const named = Number(last.slice(0, 4))
  return w.family === 'pol' && last >= dateOf(named, 11, 15) ? named + 1 : named
}

/** The year of a family in which a day lies: 2027 for 20/12/2026 in `adm`, which begins its years on 15/12. */
export function planYearOn(family: Family, day: CalendarDate): number {
  const named = Number(day.slice(0, 4))
  return day < yearToDate(family, named, 12).to ? named : named + 1
}

/** The part of the family's year whose ids end so (`-Q1`, `-6M`, empty for the year), or undefined where the family has none. */
export function partEnding(family: Family, planYear: number, ending: string): Window | undefined {
  const part = parts[family].find((each) => each.ending === ending)
  return part && partOf(family, planYear, part)
}

/** Month `index` (1–12) of the family's year; the police year begins with the month that closes in December before it. */
export function monthOf(family: Family, planYear: number, index: number): Window {
  const closing = family === 'pol' ? index - 1 : index
  const day = family === 'cal' ? 1 : 15
  const first = family === 'cal' ? closing : closing - 1
  const name = dateOf(planYear, closing, 1).slice(0, 7)
  const id = `${family}:${name}`
  return Object.freeze({
    id,
    family,
    grid: gridOf(family),
    kind: 'month',
    from: dateOf(planYear, first, day),
    to: dateOf(planYear, first + 1, day),
    closeId: id,
  })
}

function cumulative(counts: readonly number[]): Part[] {
  return counts.map((n) => ({ ending: `-${n}M`, kind: 'cumulative', first: 1, last: n }))
}

function monthsOfYear(family: Family, planYear: number): Window[] {
  return Array.from({ length: 12 }, (_, index) => monthOf(family, planYear, index + 1))
}

function partOf(family: Family, planYear: number, part: Part): Window {
  const last = monthOf(family, planYear, part.last)
  return Object.freeze({
    id: `${family}:${planYear}${part.ending}`,
    family,
    grid: gridOf(family),
    kind: part.kind,
    from: monthOf(family, planYear, part.first).from,
    to: last.to,
    closeId: last.id,
  })
}

function gridOf(family: Family): Grid {
  return family === 'cal' ? 'cal' : 'mid'
}

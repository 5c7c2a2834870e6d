import { planFor } from '#models/plans/index.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import { windowsOf } from '#sources/vocabulary/window.ts'
import type { WorldOrder } from './order.ts'

/** Of which year a demonstration tells, and how many of its months have closed; `on`: the day as which it is looked at. */
interface Usual {
  readonly year?: number
  readonly months: number
  readonly on?: CalendarDate
}

/** Plans whose demonstration is not simply nine months of their first year. */
const usual: Readonly<Record<string, Usual>> = {
  // Looked at from today: its districts are gone, and 17 of its communes nobody knows where.
  'bac-giang-2022': { months: 12, on: '2026-09-20' },
  'ha-tinh-2026-2030': { months: 10 },
  // The first whole year of the plan; the districts end inside it.
  'can-tho-2024': { year: 2025, months: 12 },
  'hung-yen-2026': { months: 12, on: '2026-03-05' },
}

const OTHERS: Usual = { months: 9 }

/** Days after the last month's close on which everything is looked at: what was due before the 18th is late by then. */
const DAYS_AFTER = 6

/** What is ordered of a plan when nobody says otherwise: the whole province, small, as many months as its demonstration tells of. */
export function usualOrder(plan: string): Omit<WorldOrder, 'seed'> {
  return { plan, months: (usual[plan] ?? OTHERS).months, size: 'small' }
}

/** The year of the plan's family of which an order tells; of a plan that asks for reviews only, the one in which they end. */
export function yearOf({ plan: id, province }: Pick<WorldOrder, 'plan' | 'province'>): number {
  const { years, windows } = planFor(id, province)
  const last = windows.reviews?.at(-1)?.window.slice(-10, -6)
  const year = usual[id]?.year ?? years[0] ?? Number(last)
  if (Number.isInteger(year)) return year
  throw new RangeError(`plan '${id}' names neither a year nor a review; nothing can be told of it`)
}

/** The day as which a world is looked at: 20/9/2026 for nine months of Bắc Ninh. */
export function businessDayOf(
  order: Pick<WorldOrder, 'plan' | 'province' | 'months' | 'on'>,
): CalendarDate {
  const on = order.on ?? usual[order.plan]?.on
  if (on !== undefined) return on
  const { windows } = planFor(order.plan, order.province)
  const months = windowsOf(windows.family, yearOf(order)).filter(({ kind }) => kind === 'month')
  const last = months[order.months - 1]
  if (last === undefined) throw new RangeError(`${order.months} months; a year has 1 to 12`)
  return addDays(last.to, DAYS_AFTER - 1)
}

import { planFor } from '#models/plans/index.ts'
import type { Plan } from '#models/plans/plan.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { tasksFor } from '#models/plans/tasks.ts'
import { places } from '#sources/reference/places.ts'
import {
  type Besides,
  type Delivery,
  makeDeliveries,
  makeProvince,
  makeSchedule,
  type Personal,
  type PlanFacts,
  type Province,
  personalOf,
  type Schedule,
  type Senders,
  type Size,
} from '#sources/synthetic/index.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import type { Unit } from '#sources/vocabulary/unit.ts'

/** Which invented province: plain data, so that a child can make the same one. */
export interface WorldOrder {
  readonly seed: string
  /** Id of a plan; with `province`, that plan in another province. */
  readonly plan: string
  readonly province?: string
  /** Codes of some communes, or how many; all when left out. */
  readonly communes?: readonly string[] | number
  /** Months of the plan's year that have closed. */
  readonly months: number
  readonly size: Size
  readonly habits?: Senders['habits']
  /** Forms that are merely taken are sent, too. */
  readonly taken?: true
}

/** An invented province with everything that is sent about it, in order of arrival. */
export interface World {
  readonly plan: Plan
  readonly province: Province
  readonly schedule: Schedule
  readonly deliveries: readonly Delivery[]
  readonly personal: Personal
}

/** Days after the last month's close on which everything is looked at: what was due before the 18th is late by then. */
const DAYS_AFTER = 6

/** Provinces where people come from and move to: those whose codes lie around. */
const NEIGHBOURS = 4

/** The invented province of an order; the same order gives the same province. */
export function worldOf(order: WorldOrder): World {
  const plan = planOf(order)
  const year = plan.years[0] as number
  const unit = places().province(plan.provinceCode, plan.unitsOn) as Unit
  const communes = chosen(order, places().communesOf(plan.provinceCode, plan.unitsOn))
  const { seed, months, size, habits, taken = false } = order
  // A trial with some communes knows no place outside them: there nobody comes from elsewhere.
  const elsewhere = order.communes === undefined ? neighboursOf(plan) : []
  const province = makeProvince({ seed, unit, communes, year, months, size, elsewhere })
  const ids = new Set([unit.id, ...communes.map(({ id }) => id)])
  const schedule = makeSchedule(province, {
    plan: factsOf(plan),
    reporters: reportersOf(plan, places()).filter(({ unitId }) => ids.has(unitId)),
    until: businessDayOf(order),
    ...(habits === undefined ? {} : { habits }),
    ...(taken ? { besides: besidesOf(plan) } : {}),
  })
  const deliveries = makeDeliveries(province, schedule)
  return {
    plan,
    province,
    schedule,
    deliveries,
    personal: personalOf(province, schedule, deliveries),
  }
}

/** The day as which a world is looked at: 20/9/2026 for nine months. */
export function businessDayOf(order: WorldOrder): CalendarDate {
  const year = planOf(order).years[0] as number
  return addDays(`${year}-${String(order.months).padStart(2, '0')}-14` as CalendarDate, DAYS_AFTER)
}

/** The codes of the communes that take part, for the configuration; null for all. */
export function communesOf(order: WorldOrder): readonly string[] | null {
  return order.communes === undefined
    ? null
    : chosen(order, places().communesOf(planOf(order).provinceCode, planOf(order).unitsOn)).map(
        ({ code }) => code,
      )
}

function planOf({ plan, province }: WorldOrder): Plan {
  return planFor(plan, province)
}

/** What the generator is told of a plan: whom it asks for what, until when. */
function factsOf({ document, windows, collection, taken, obligations }: Plan): PlanFacts {
  const { number, title, date } = document
  const { cycle } = windows
  return { number: number ?? '', title, date, cycle, collection, taken, clauses: obligations }
}

/** What the generator is told of the forms that nobody is asked for. */
function besidesOf(plan: Plan): Besides {
  return {
    taken: plan.taken,
    tasksOf: (reporter) => tasksFor(plan, reporter).map((task) => ({ ...task })),
  }
}

function chosen({ communes }: WorldOrder, all: readonly Unit[]): readonly Unit[] {
  if (communes === undefined) return all
  if (typeof communes !== 'number') return all.filter(({ code }) => communes.includes(code))
  const step = all.length / Math.min(communes, all.length)
  return Array.from(
    { length: Math.min(communes, all.length) },
    (_, n) => all[Math.floor(n * step)] as Unit,
  )
}

function neighboursOf({ provinceCode, unitsOn }: Plan): readonly Unit[] {
  const distance = (code: string) => Math.abs(Number(code) - Number(provinceCode))
  return places()
    .units.filter(({ level, validTo }) => level === 'province' && validTo === null)
    .filter(({ code }) => code !== provinceCode)
    .toSorted((a, b) => distance(a.code) - distance(b.code) || Number(a.code) - Number(b.code))
    .slice(0, NEIGHBOURS)
    .flatMap(({ code }) => places().communesOf(code, unitsOn))
}

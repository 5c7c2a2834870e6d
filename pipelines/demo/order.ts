import { planFor } from '#models/plans/index.ts'
import { sectionsFor } from '#models/plans/outline.ts'
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
  type Rates,
  type Schedule,
  type Senders,
  type Size,
} from '#sources/synthetic/index.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import { formerNames, type Land, landOf } from './land.ts'
import { businessDayOf, yearOf } from './usual.ts'

export { businessDayOf } from './usual.ts'

/** Which invented province: plain data, so that a child can make the same one. */
export interface WorldOrder {
  readonly seed: string
  /** Id of a plan; with `province`, that plan in another province. */
  readonly plan: string
  readonly province?: string
  /** Codes of some communes, or how many; all when left out. */
  readonly communes?: readonly string[] | number
  /** Months of the plan's year that have closed; of no weight where a plan asks for reviews only. */
  readonly months: number
  readonly size: Size
  /** The day as which it is looked at; a few after its last month, or the plan's usual one, when left out. */
  readonly on?: CalendarDate
  readonly habits?: Senders['habits']
  /** Rates by chance in the place of the usual ones. */
  readonly rates?: Rates
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

/** The invented province of an order; the same order gives the same province. */
export function worldOf(order: WorldOrder): World {
  const plan = planOf(order)
  const land = landOf(plan, order)
  const province = provinceOf(plan, order, land)
  const schedule = makeSchedule(province, {
    plan: factsOf(plan),
    reporters: reportersIn(plan, land),
    until: businessDayOf(order),
    ...(order.habits === undefined ? {} : { habits: order.habits }),
    ...(order.taken === true ? { besides: besidesOf(plan) } : {}),
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

/** The codes of the communes that take part, for the configuration; null for all. */
export function communesOf(order: WorldOrder): readonly string[] | null {
  if (order.communes === undefined) return null
  return landOf(planOf(order), order).communes.map(({ code }) => code)
}

function provinceOf(plan: Plan, order: WorldOrder, land: Land): Province {
  const { windows } = plan
  const reviews = plan.years.length === 0 ? (windows.reviews ?? []) : []
  return makeProvince({
    seed: order.seed,
    unit: land.province,
    communes: land.communes,
    year: yearOf(order),
    family: windows.family === 'pol' ? 'pol' : 'adm',
    months: order.months,
    size: order.size,
    elsewhere: land.elsewhere,
    ...(order.rates === undefined ? {} : { rates: order.rates }),
    ...(land.districts.length === 0 ? {} : { districts: land.districts }),
    ...(land.reform === null ? {} : { reform: land.reform }),
    ...(reviews.length === 0
      ? {}
      : { reviews: reviews.map(({ window }) => window), formerly: formerNames(land.communes) }),
  })
}

/** The plan's reporters as far as they report of the land's places; a province that is merged goes on. */
function reportersIn(plan: Plan, { communes, districts, reform }: Land): readonly Reporter[] {
  const own = new Set([...communes, ...districts, ...(reform?.communes ?? [])].map(({ id }) => id))
  return reportersOf(plan, places()).filter(
    ({ unitId }) => own.has(unitId) || places().byId(unitId)?.level === 'province',
  )
}

function planOf({ plan, province }: WorldOrder): Plan {
  return planFor(plan, province)
}

/** What the generator is told of a plan: whom it asks for what, until when. */
function factsOf(plan: Plan): PlanFacts {
  const { document, collection, taken, obligations, windows, unitsOn } = plan
  const { number, title, date } = document
  const { cycle } = windows
  return {
    number: number ?? '',
    title,
    // What is undated asks from the day of its units on.
    date: date ?? unitsOn,
    cycle,
    collection,
    taken,
    clauses: obligations,
    sectionsOf: (reporter, windowId) => sectionsFor(plan, reporter, windowId),
  }
}

/** What the generator is told of the forms that nobody is asked for. */
function besidesOf(plan: Plan): Besides {
  return {
    taken: plan.taken,
    tasksOf: (reporter) => tasksFor(plan, reporter).map((task) => ({ ...task })),
  }
}

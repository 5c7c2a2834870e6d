/**
 * A small province that does not exist, from a seed: lives, the reports that tell of them, and the values that must come out.
 *
 *     const province = makeProvince({ seed, communes, family: 'adm', year: 2026, months: 9, size: 'small' })
 *     const schedule = makeSchedule(province, { agencies })
 *     const deliveries = makeDeliveries(province, schedule, plan)
 *     const truth = truthOf(province, schedule)
 *
 * Pure: the same order gives the same province and the same deliveries; nobody in it exists.
 */
export type { Size } from './commune.ts'
export type { Delivery, PlanLine } from './delivery.ts'
export type { BadCell, Fault, NoTick } from './fault.ts'
export type { Person } from './person.ts'
export { type Personal, personalOf } from './personal.ts'
export { makeProvince, type Order, type Province } from './province.ts'
export { makeDeliveries } from './reports.ts'
export { makeSchedule, type Schedule, type Senders } from './schedule.ts'
export type { Sending } from './sending.ts'
export { type TruthValue, truthOf } from './truth.ts'

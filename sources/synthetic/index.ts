/**
 * A province that does not exist, from a seed: lives, the reports that tell of them, and what those must come out as.
 *
 *     order ─▶ world/ (what happens) ─▶ mail/ (what is sent of it, with mistakes) ─▶ workbooks
 *                                          └─▶ expected/ (what the accepted rows imply)
 *
 *     const province = makeProvince({ seed, unit, communes, year: 2026, months: 9, size: 'small' })
 *     const schedule = makeSchedule(province, { plan, reporters })
 *     const deliveries = makeDeliveries(province, schedule)
 *     const expected = expectedOf(province, schedule, deliveries, { asked })
 *
 * Pure: the same order gives the same province and the same deliveries; nobody in it exists. It imports forms and the writing of
 * workbooks only: days and sums are worked out here a second time, so that what the system makes of the reports is told by another.
 */
export { type Asked, type Expected, expectedOf, type Looking } from './expected/index.ts'
export type { Delivery } from './mail/delivery.ts'
export { type Personal, personalOf } from './mail/personal.ts'
export { makeDeliveries } from './mail/reports.ts'
export { makeSchedule, type Schedule, type Senders } from './mail/schedule.ts'
export type { Sending } from './mail/sending.ts'
export type { Slip } from './mail/slip.ts'
export type { Besides, PlanFacts } from './terms.ts'
export type { Size } from './world/commune.ts'
export type { Person } from './world/person.ts'
export { makeProvince, type Order, type Province } from './world/province.ts'
export type { Rates } from './world/rates.ts'

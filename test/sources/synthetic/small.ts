import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { places } from '#sources/reference/places.ts'
import { makeDeliveries, makeProvince, makeSchedule, type Order } from '#sources/synthetic/index.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Unit } from '#sources/vocabulary/unit.ts'

const ON: CalendarDate = '2026-09-14'

/** The communes of Bắc Ninh, all 99 or the first `n`. */
export function communesOfBacNinh(n = 99): readonly Unit[] {
  return places().communesOf('24', ON).slice(0, n)
}

/** Some communes over the border. */
export function neighbours(): readonly Unit[] {
  return ['01', '20', '22'].flatMap((code) => places().communesOf(code, ON).slice(0, 4))
}

export const reporters = reportersOf(bacNinh2026, places())
export const agencies = reporters.filter(({ kind }) => kind === 'agency' || kind === 'facility')
export const planLine = {
  number: bacNinh2026.document.number ?? '',
  title: bacNinh2026.document.title,
}

/** Nine months of 2026, with what an order changes. */
export function made(order: Partial<Order> = {}) {
  const province = makeProvince({
    seed: 'thử',
    communes: communesOfBacNinh(),
    family: 'adm',
    year: 2026,
    months: 9,
    size: 'small',
    elsewhere: neighbours(),
    ...order,
  })
  const schedule = makeSchedule(province, { agencies })
  return { province, schedule, deliveries: makeDeliveries(province, schedule, planLine) }
}

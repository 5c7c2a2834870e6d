import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { places } from '#sources/reference/places.ts'
import {
  type Delivery,
  makeDeliveries,
  makeProvince,
  makeSchedule,
  type Province,
  personalOf,
  type Schedule,
} from '#sources/synthetic/index.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'

/** The day as which the demo is computed: the ninth month closed on 14/9 and was due before 18/9. */
export const demoDay: CalendarDate = '2026-09-20'

/** The invented province of a seed with everything that is sent about it, in order of arrival. */
export interface DemoProvince {
  readonly province: Province
  readonly schedule: Schedule
  readonly deliveries: readonly Delivery[]
  readonly personal: ReturnType<typeof personalOf>
}

const MONTHS = 9

/** Hà Nội, Lạng Sơn, Hải Phòng, Hưng Yên: where people come from and move to. */
const NEIGHBOURS = ['01', '20', '31', '33']

/** All of Bắc Ninh's communes for the nine months that have closed; the same seed gives the same province. */
export function demoProvince(seed: string, communes?: readonly string[]): DemoProvince {
  const plan = bacNinh2026
  const all = places().communesOf(plan.provinceCode, plan.unitsOn)
  const province = makeProvince({
    seed,
    communes: communes === undefined ? all : all.filter(({ code }) => communes.includes(code)),
    family: 'adm',
    year: 2026,
    months: MONTHS,
    size: 'small',
    elsewhere: NEIGHBOURS.flatMap((code) => places().communesOf(code, plan.unitsOn)),
  })
  const reporters = reportersOf(plan, places())
  const schedule = makeSchedule(province, {
    agencies: reporters.filter(({ kind }) => kind === 'agency' || kind === 'facility'),
    agenciesFromQuarter: 1,
    until: demoDay,
  })
  const { number, title } = plan.document
  const deliveries = makeDeliveries(province, schedule, { number: number ?? '', title })
  return { province, schedule, deliveries, personal: personalOf(province, schedule) }
}

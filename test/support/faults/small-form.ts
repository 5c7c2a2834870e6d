import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { places } from '#sources/reference/places.ts'
import { makeDeliveries, makeProvince, makeSchedule } from '#sources/synthetic/index.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { writeWorkbook } from '#sources/workbooks/template.ts'

/** Five communes with few and many people. */
export const smallCommunes = ['07210', '07246', '07264', '09169', '09340'] as const

/** The day as which the small form is computed: its third month closed on 14/3/2026. */
export const smallDay: CalendarDate = '2026-03-20'

/** One file that some sender of the small form sends. */
export interface SmallFile {
  readonly name: string
  readonly arrivedOn: CalendarDate
  readonly bytes: Uint8Array
}

/** The small form: what five communes, the province's police and its prison send about January to March, 27 files in order of arrival. */
export async function smallForm(): Promise<readonly SmallFile[]> {
  const { document, provinceCode, unitsOn } = bacNinh2026
  const own = new Set<string>(smallCommunes)
  const province = makeProvince({
    seed: 'faults',
    communes: places()
      .communesOf(provinceCode, unitsOn)
      .filter(({ code }) => own.has(code)),
    family: 'adm',
    year: 2026,
    months: 3,
    size: 'small',
    elsewhere: places().communesOf('01', unitsOn),
  })
  const schedule = makeSchedule(province, {
    agencies: reportersOf(bacNinh2026, places()).filter(
      ({ id, kind }) => kind === 'facility' || id === 'agency:cong-an-tinh',
    ),
    agenciesFromQuarter: 1,
    until: smallDay,
  })
  const plan = { number: document.number ?? '', title: document.title }
  const deliveries = makeDeliveries(province, schedule, plan)
  return Promise.all(
    deliveries.map(async ({ name, arrivedOn, spec }) => ({
      name,
      arrivedOn,
      bytes: spec instanceof Uint8Array ? spec : await writeWorkbook(spec),
    })),
  )
}

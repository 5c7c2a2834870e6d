import { businessDayOf, communesOf, type WorldOrder, worldOf } from '#pipelines/demo/order.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { writeWorkbook } from '#sources/workbooks/template.ts'

/** Five communes with few and many people, January to March. */
const order: WorldOrder = {
  seed: 'faults',
  plan: 'bac-ninh-2026',
  communes: ['07210', '07246', '07264', '09169', '09340'],
  months: 3,
  size: 'small',
}

export const smallCommunes = communesOf(order)

/** The day as which the small form is computed: its third month closed on 14/3/2026. */
export const smallDay: CalendarDate = businessDayOf(order)

/** One file that some sender of the small form sends. */
export interface SmallFile {
  readonly name: string
  readonly arrivedOn: CalendarDate
  readonly bytes: Uint8Array
}

/** What communes, the province's police and its prison send about the months, in order of arrival; the other agencies keep silent. */
export async function smallForm(): Promise<readonly SmallFile[]> {
  const deliveries = worldOf(order).deliveries.filter(
    ({ spec }) =>
      spec instanceof Uint8Array ||
      spec.reporter.kind !== 'agency' ||
      spec.reporter.id === 'agency:cong-an-tinh',
  )
  return Promise.all(
    deliveries.map(async ({ name, arrivedOn, spec }) => ({
      name,
      arrivedOn,
      bytes: spec instanceof Uint8Array ? spec : await writeWorkbook(spec),
    })),
  )
}

import type { Form } from '#sources/forms/form.ts'
import { formById } from '#sources/forms/index.ts'
import { addDays, monthsOfYear, type Period } from '../calendar.ts'
import type { Unit } from '../terms.ts'
import type { Province } from '../world/province.ts'
import type { Delivery } from './delivery.ts'
import { windowName } from './file-name.ts'
import type { Schedule } from './schedule.ts'
import { sheetSlip } from './slip.ts'

/** What arrives and is no report: a picture that was renamed, and a workbook of a commune that does not exist. */
export function strays(province: Province, { plan }: Schedule): Delivery[] {
  const { year, months, reviews } = province
  const last = (reviews.at(-1) ?? monthsOfYear(year.year, year.family)[months - 1]) as Period
  const nowhere = placeIn(province)
  const arrivedOn = addDays(last.to, 1)
  return [
    {
      name: 'Bao cao (ban chup).xlsx',
      arrivedOn,
      spec: Uint8Array.of(...JPEG),
      slips: [sheetSlip('-', null, 'unknown-file', 'file')],
      copyOf: null,
    },
    {
      name: `${windowName(last)} Cong an xa Tan Phong Thuong.xlsx`,
      arrivedOn,
      spec: {
        plan,
        reporter: {
          id: 'police:99999',
          kind: 'police',
          name: 'Công an xã Tân Phong Thượng',
          unitId: nowhere.id,
          standing: 'obliged',
        },
        unit: nowhere,
        window: last,
        cover: { data_to: addDays(last.to, -1), prepared_by: 'Công an xã' },
        sheets: [{ form: formById('returnee-register') as Form, nil: true, rows: [] }],
      },
      slips: [sheetSlip('cover', 'unit_code', 'unknown-unit', 'file')],
      copyOf: null,
    },
  ]
}

/** How every such picture begins. */
const JPEG = [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01]

function placeIn({ unit, year }: Province): Unit {
  return {
    id: `99999@${year.from}`,
    code: '99999',
    name: 'Tân Phong Thượng',
    level: 'commune',
    type: 'xa',
    parentId: unit.id,
    validFrom: year.from,
    validTo: null,
    mapColumn: null,
    mapRow: null,
  }
}

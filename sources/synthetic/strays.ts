import type { Form } from '../forms/form.ts'
import { formById } from '../forms/index.ts'
import { addDays } from '../vocabulary/date.ts'
import type { Unit } from '../vocabulary/unit.ts'
import { type Window, windowsOf } from '../vocabulary/window.ts'
import type { Delivery, PlanLine } from './delivery.ts'
import type { Province } from './province.ts'

import type { Schedule } from './schedule.ts'

/** What arrives and is no report: a scan that was renamed, and a workbook of a commune that does not exist. */
export function strays(province: Province, schedule: Schedule, plan: PlanLine): Delivery[] {
  const months = windowsOf('adm', province.year.year).filter(({ kind }) => kind === 'month')
  const last = months[province.months - 1] as Window
  const arrivedOn = addDays(last.to, 1)
  if (arrivedOn > schedule.until) return []
  return [
    {
      name: 'Bao cao (ban chup).xlsx',
      arrivedOn,
      spec: new TextEncoder().encode('%PDF-1.7\n% một bản chụp được đổi đuôi tệp\n%%EOF\n'),
      bad: [{ kind: 'not-a-workbook' }],
    },
    {
      name: `T${last.id.slice(-2)}-${province.year.year} Cong an xa Tan Phong Thuong.xlsx`,
      arrivedOn,
      spec: {
        plan,
        reporter: {
          id: 'police:99999',
          kind: 'police',
          name: 'Công an xã Tân Phong Thượng',
          unitId: nowhere(province).id,
          standing: 'obliged',
        },
        unit: nowhere(province),
        window: last,
        cover: { data_to: addDays(last.to, -1), prepared_by: 'Công an xã' },
        sheets: [{ form: formById('returnee-register') as Form, nil: true, rows: [] }],
      },
      bad: [{ kind: 'unknown-unit' }],
    },
  ]
}

function nowhere({ unitId, year }: Province): Unit {
  return {
    id: `99999@${year.from}`,
    code: '99999',
    name: 'Tân Phong Thượng',
    level: 'commune',
    type: 'xa',
    parentId: unitId,
    validFrom: year.from,
    validTo: null,
    mapColumn: null,
    mapRow: null,
  }
}

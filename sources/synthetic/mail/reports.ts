import type { Form } from '#sources/forms/form.ts'
import { formById } from '#sources/forms/index.ts'
import type { WorkbookSpec } from '#sources/workbooks/template.ts'
import { random } from '../random.ts'
import type { Province } from '../world/province.ts'
import { coverOf, coverSlip } from './cover-of.ts'
import type { Delivery } from './delivery.ts'
import { fileName } from './file-name.ts'
import type { Row } from './register-row.ts'
import { rowsOf } from './rows.ts'
import type { Schedule } from './schedule.ts'
import type { Sending } from './sending.ts'
import { type Slip, sheetSlip, slipsIn, typedOver } from './slip.ts'
import { strays } from './strays.ts'

/** All deliveries in order of arrival: one workbook per sending, some of them once more, and two files that nobody can use. */
export function makeDeliveries(province: Province, schedule: Schedule): readonly Delivery[] {
  const workbooks = schedule.sendings.flatMap((sending) =>
    deliveriesOf(province, schedule, sending),
  )
  return [...workbooks, ...strays(province, schedule)]
    .filter(({ arrivedOn }) => arrivedOn <= schedule.until)
    .toSorted((a, b) => compare(a.arrivedOn, b.arrivedOn) || compare(a.name, b.name))
}

function deliveriesOf(province: Province, schedule: Schedule, sending: Sending): Delivery[] {
  const name = fileName(sending)
  const { spec, slips } = workbookOf(province, schedule, sending)
  const first: Delivery = { name, arrivedOn: sending.arrivedOn, spec, slips, copyOf: null }
  if (sending.againOn === null) return [first]
  const again = name.replace(/\.xlsx$/, ' (gui lai).xlsx')
  return [first, { ...first, name: again, arrivedOn: sending.againOn, copyOf: name }]
}

/** A sheet as its sender means it, and the mistakes in it. */
interface Written {
  readonly form: Form
  readonly nil: boolean
  readonly rows: readonly Row[]
  readonly slips: readonly Slip[]
}

function workbookOf(
  province: Province,
  schedule: Schedule,
  sending: Sending,
): { readonly spec: WorkbookSpec; readonly slips: readonly Slip[] } {
  const chance = random(
    `${province.seed}/slips/${sending.reporter.id}/${sending.window.id}/${sending.nth}`,
  )
  const sheets = sending.forms.map((id) => sheetOf(province, schedule, sending, id))
  const careless = sending.care === 'careless' ? chance.pick(sheets).form.id : null
  const written = sheets.map((sheet) =>
    mistaken(sheet, sending, careless, chance.stream(sheet.form.id)),
  )
  const onCover =
    sending.care === 'bad-cover' ? [coverSlip(chance.stream('cover'), sending, schedule.plan)] : []
  const spec = {
    plan: schedule.plan,
    reporter: sending.reporter,
    unit: sending.commune?.unit ?? province.unit,
    window: sending.window,
    cover: { ...coverOf(province.seed, sending), ...onCover[0]?.typed },
    sheets: written.map(({ form, nil, rows }) => ({ form, nil, rows })),
  }
  return { spec, slips: [...onCover, ...written.flatMap(({ slips }) => slips)] }
}

function sheetOf(province: Province, schedule: Schedule, sending: Sending, id: string): Written {
  const form = formById(id) as Form
  const rows = rowsOf(province, schedule, sending, id).map((row) => known(form, row))
  return { form, nil: rows.length === 0, rows, slips: [] }
}

/** The sheet with what goes wrong when it is filled in. */
function mistaken(
  sheet: Written,
  { care }: Sending,
  careless: string | null,
  chance: Parameters<typeof slipsIn>[0],
): Written {
  const { form, rows } = sheet
  if (care === 'unticked' && rows.length === 0) {
    return {
      ...sheet,
      nil: false,
      slips: [sheetSlip(form.id, null, 'nothing-and-not-ticked', 'sheet')],
    }
  }
  if (care === 'ticked' && rows.length > 0) {
    return { ...sheet, nil: true, slips: [sheetSlip(form.id, null, 'ticked-with-rows', 'sheet')] }
  }
  if (careless !== form.id) return sheet
  const slips = slipsIn(chance, form.id, rows)
  return { ...sheet, rows: typedOver(rows, form.id, slips), slips }
}

/** Only the columns that the form has. */
function known(form: Form, row: Row): Row {
  return Object.fromEntries(Object.keys(form.columns).map((field) => [field, row[field] ?? null]))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

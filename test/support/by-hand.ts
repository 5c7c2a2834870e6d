import type { Setting as Site } from '#pipelines/station.ts'
import type { Form } from '#sources/forms/form.ts'
import { formById } from '#sources/forms/index.ts'
import type { Value } from '#sources/submission.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import { window } from '#sources/vocabulary/window.ts'
import { type WorkbookSpec, writeWorkbook } from '#sources/workbooks/template.ts'
import { tableOf } from './table.ts'

type Row = Readonly<Record<string, string>>
type Setting = Pick<Site, 'plan' | 'places' | 'reporters'>

const folder = new URL('../months/by-hand/', import.meta.url)

/** The three communes of the month by hand. */
export const byHandCommunes = ['07210', '07246', '07264'] as const

export const byHandTable = (name: string) => tableOf(new URL(`${name}.csv`, folder))

/** One line of `deliveries.csv` as the workbook that its reporter would have sent. */
export interface ByHandDelivery {
  readonly name: string
  readonly form: string
  readonly arrivedOn: CalendarDate
  readonly bytes: Uint8Array
}

/** All deliveries in their order; columns that the tables leave out are filled with what harms no figure. */
export async function byHandDeliveries(setting: Setting): Promise<readonly ByHandDelivery[]> {
  const made: ByHandDelivery[] = []
  for (const { spec, ...delivery } of byHandSpecs(setting)) {
    made.push({ ...delivery, bytes: await writeWorkbook(spec) })
  }
  return made
}

/** The same before they are written. */
export function byHandSpecs(
  setting: Setting,
): readonly (Omit<ByHandDelivery, 'bytes'> & { readonly spec: WorkbookSpec })[] {
  return byHandTable('deliveries').map((delivery) => ({
    name: `${delivery['order']?.padStart(2, '0')} ${delivery['form']}.xlsx`,
    form: delivery['form'] as string,
    arrivedOn: delivery['arrived_on'] as CalendarDate,
    spec: specOf(setting, delivery),
  }))
}

/** The workbook of one line of `deliveries.csv` with another revision and only its first rows. */
export function byHandWorkbook(
  setting: Setting,
  order: string,
  { revision, most }: { readonly revision: string; readonly most: number },
): Promise<Uint8Array> {
  const delivery = byHandTable('deliveries').find((row) => row['order'] === order)
  if (delivery === undefined) throw new RangeError(`deliveries.csv has no line ${order}`)
  return writeWorkbook(specOf(setting, delivery, { revision, most }))
}

function specOf(
  setting: Setting,
  delivery: Row,
  { revision = delivery['revision'] as string, most = Number.POSITIVE_INFINITY } = {},
): WorkbookSpec {
  const reporter = setting.reporters.find(({ id }) => id === delivery['reporter'])
  const form = formById(delivery['form'] as string)
  const unit = setting.places.byId(reporter?.unitId as never)
  if (reporter === undefined || form === undefined || unit === undefined) {
    throw new RangeError(
      `deliveries.csv names ${delivery['reporter']} and ${delivery['form']}, which are unknown`,
    )
  }
  const covered = window(delivery['window'] as string)
  return {
    plan: { number: setting.plan.document.number ?? '', title: setting.plan.document.title },
    reporter,
    unit,
    window: covered,
    cover: {
      data_to: addDays(covered.to, -1),
      revision_no: Number(revision),
      ...(revision === '1' ? {} : { revision_reason: 'Bổ sung người còn thiếu' }),
      document_no: '01/BC',
      document_date: delivery['arrived_on'] as CalendarDate,
      signer_name: 'Người Ký',
      signer_title: 'Trưởng đơn vị',
      prepared_by: 'Người Lập Biểu',
    },
    sheets: [{ form, nil: delivery['nil'] === 'nil', rows: rowsOf(form, delivery).slice(0, most) }],
  }
}

function rowsOf(form: Form, delivery: Row): readonly Record<string, Value>[] {
  return byHandTable(form.id)
    .filter((row) => isOf(row, delivery, form))
    .map((row) => ({ ...fillers[form.id]?.(row), ...given(form, row) }))
}

/** A row belongs to a delivery when window, revision and sender agree; lists of the province name no sender. */
function isOf(row: Row, delivery: Row, form: Form): boolean {
  const sender = delivery['reporter'] as string
  const code = sender.slice(sender.indexOf(':') + 1)
  return (
    row['window'] === delivery['window'] &&
    row['revision'] === delivery['revision'] &&
    (row['unit_code'] ?? code) === code &&
    (row['reporter'] ?? sender) === sender &&
    (form.id !== 'pre-release' || row['facility'] === sender)
  )
}

function given(form: Form, row: Row): Record<string, Value> {
  const fields = Object.entries(form.columns).filter(([field]) => (row[field] ?? '') !== '')
  return Object.fromEntries(
    fields.map(([field, column]) => [
      field,
      column.sql === 'BIGINT' ? Number(row[field]) : (row[field] as string),
    ]),
  )
}

const personNames = new Map(
  byHandTable('returnee-register').map((row) => [row['person'], row['full_name']]),
)

const fillers: Readonly<Record<string, (row: Row) => Record<string, Value>>> = {
  'returnee-register': (row) => {
    const onProbation = row['release_basis'] === 'tha_tu_co_dieu_kien'
    return {
      amnesty_round: row['release_basis'] === 'dac_xa' ? '2025-2' : null,
      certificate_date: onProbation ? null : (row['release_date'] as string),
      completion_date: onProbation ? null : (row['release_date'] as string),
      probation_end: onProbation ? '2027-05-01' : null,
      residence_kind: 'thuong_tru',
      reported_on: row['received_on'] || null,
      training_need: 'khong',
      loan_need: 'khong',
      digitised: 'khong',
      group: 'chua',
    }
  },
  reoffence: (row) => ({
    full_name: personNames.get(row['person']) ?? '',
    place: 'trong_tinh',
    offence_group: 'so_huu',
    source: 'dieu_tra',
  }),
  'release-notice': () => ({}),
  'support-model': (row) => ({
    name: `Mô hình ${row['model_code']}`,
    decision_no: '15/QĐ-UBND',
  }),
  exemplar: () => ({ display_name: 'Nguyễn Văn Mẫu', decision_no: '16/QĐ-UBND' }),
  communication: () => ({}),
  'pre-release': (row) => ({
    facility: 'Trại tạm giam Công an tỉnh',
    inmates_end: 40,
    working_age_end: 38,
    working_age_trained: 12,
    informed_end: 40,
    law_advised_end: 40,
    job_skill_end: 30,
    all_three_end: 30,
    released_completed: Number(row['released']),
    released_amnesty: 0,
    released_conditional: 0,
    notified: Number(row['released']),
  }),
}

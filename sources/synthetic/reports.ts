import type { Form } from '../forms/form.ts'
import { formById } from '../forms/index.ts'
import { places } from '../reference/places.ts'
import type { Unit } from '../vocabulary/unit.ts'
import type { WorkbookSpec } from '../workbooks/template.ts'
import {
  agencyAudience,
  audienceOf,
  exemplarRows,
  modelRows,
  outreachRow,
} from './committee-rows.ts'
import { coverOf } from './cover-of.ts'
import type { Delivery, PlanLine } from './delivery.ts'
import { facilityRow } from './facility-row.ts'
import type { Fault } from './fault.ts'
import { fileName } from './file-name.ts'
import { noticeRows, offenceRows } from './list-rows.ts'
import type { Province } from './province.ts'
import { listedOn, type Row, registerRow } from './register-row.ts'
import type { Schedule } from './schedule.ts'
import type { Sending } from './sending.ts'
import { strays } from './strays.ts'

/** All deliveries in order of arrival: one workbook per reporter and window, corrections, and two files that nobody can use. */
export function makeDeliveries(
  province: Province,
  schedule: Schedule,
  plan: PlanLine,
): readonly Delivery[] {
  const workbooks = schedule.sendings.map((sending) => ({
    name: fileName(sending),
    arrivedOn: sending.arrivedOn,
    spec: workbookOf(province, schedule, plan, sending),
    bad: sending.faults,
  }))
  return [...workbooks, ...strays(province, schedule, plan)].toSorted(
    (a, b) => compare(a.arrivedOn, b.arrivedOn) || compare(a.name, b.name),
  )
}

function workbookOf(
  province: Province,
  schedule: Schedule,
  plan: PlanLine,
  sending: Sending,
): WorkbookSpec {
  const unit = sending.commune?.unit ?? (places().byId(province.unitId) as Unit)
  return {
    plan,
    reporter: sending.reporter,
    unit,
    window: sending.window,
    cover: coverOf(province.seed, sending),
    sheets: sending.forms.map((id) => {
      const form = formById(id) as Form
      const rows = rowsOf(province, schedule, sending, id).map((row) => known(form, row))
      const forgotten = sending.faults.some(
        (fault) => fault.kind === 'no-tick' && fault.form === id,
      )
      return { form, nil: rows.length === 0 && !forgotten, rows }
    }),
  }
}

/** The rows of one form in a sending: what its reporter knows by `dataTo`, with the bad cells typed over. */
function rowsOf(province: Province, schedule: Schedule, sending: Sending, form: string): Row[] {
  const { seed, persons, models, exemplars, year } = province
  const { reporter, commune, window, dataTo } = sending
  switch (form) {
    case 'returnee-register': {
      const residents = schedule.residents.get(reporter.unitId) ?? []
      return listedOn(residents, year.from, dataTo).map((resident) =>
        spoilt(registerRow(resident, dataTo), resident.person.key, sending.faults),
      )
    }
    case 'release-notice':
      return noticeRows(persons, window, dataTo)
    case 'reoffence':
      return offenceRows(persons, dataTo)
    case 'support-model':
      return modelRows(seed, models, reporter.unitId, window, dataTo)
    case 'exemplar':
      return exemplarRows(exemplars, reporter.unitId, dataTo)
    case 'communication': {
      const audience = commune ? audienceOf(commune) : agencyAudience(seed, reporter.id)
      return [outreachRow(seed, reporter.id, audience, window)]
    }
    case 'pre-release':
      return [facilityRow(seed, reporter.name, window)]
    default:
      throw new RangeError(`no synthetic rows for form '${form}'`)
  }
}

function spoilt(row: Row, person: string, faults: readonly Fault[]): Row {
  const cells = faults.flatMap((fault) =>
    fault.kind === 'bad-cell' && fault.person === person ? [[fault.field, fault.typed]] : [],
  )
  return { ...row, ...Object.fromEntries(cells) }
}

/** Only the columns that the form has. */
function known(form: Form, row: Row): Row {
  return Object.fromEntries(Object.keys(form.columns).map((field) => [field, row[field] ?? null]))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

import { maySend } from '#models/plans/calendar.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import type { World } from '#pipelines/demo/order.ts'
import { setupOf } from '#pipelines/station.ts'
import type { Form } from '#sources/forms/form.ts'
import { type ReadContext, read } from '#sources/read.ts'
import { places } from '#sources/reference/places.ts'
import type { Reading } from '#sources/submission.ts'
import { expectedOf } from '#sources/synthetic/index.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { ReporterId } from '#sources/vocabulary/reporter.ts'
import type { WorkbookSpec } from '#sources/workbooks/template.ts'
import type { Sheet, Values } from '#test/support/typed.ts'
import { made } from './small.ts'

/** One form of one workbook of the invented province, about which nothing is to be asked. */
export interface Written {
  readonly spec: WorkbookSpec
  readonly sheet: Sheet
  readonly arrivedOn: CalendarDate
}

/** A half-year of eight communes that send all sixteen forms, in time and right. */
export function halfYear(seed: string): World {
  return made({ seed, communes: 8, months: 6, habits: 'perfect', taken: true })
}

/** The sheets of a form that have rows, one of each kind of reporter and window; agencies differ in what they fill in. */
export function sheetsOf(world: World, formId: string): readonly Written[] {
  const { province, schedule, deliveries } = world
  const asked = new Set(
    expectedOf(province, schedule, deliveries, { asked: [] }).problems.map(
      ({ file, sheet }) => `${file} ${sheet}`,
    ),
  )
  const kinds = new Map<string, Written>()
  for (const { name, spec, arrivedOn } of deliveries) {
    if (spec instanceof Uint8Array || spec.reporter.id === 'police:99999') continue
    for (const { form, rows } of spec.sheets) {
      const { reporter, window } = spec
      const kind = `${reporter.kind === 'agency' ? reporter.id : reporter.kind} ${window.id}`
      if (form.id !== formId || rows.length === 0 || kinds.has(kind)) continue
      if (asked.has(`${name} ${form.sheet}`)) continue
      const sheet = {
        form,
        reporter: reporter.id,
        window: window.id,
        dataTo: String(spec.cover['data_to']),
        rows: rows as readonly Values[],
      }
      kinds.set(kind, { spec: { ...spec, sheets: [{ form, nil: false, rows }] }, sheet, arrivedOn })
    }
  }
  return [...kinds.values()]
}

const contexts = new WeakMap<World, Omit<ReadContext, 'receivedOn'>>()

/** What the product makes of bytes that the province received on a day. */
export function readIn(
  world: World,
  bytes: Uint8Array,
  receivedOn: CalendarDate,
): Promise<Reading> {
  const known = contexts.get(world) ?? contextOf(world)
  contexts.set(world, known)
  return read(bytes, { ...known, receivedOn })
}

function contextOf({ plan }: World): Omit<ReadContext, 'receivedOn'> {
  const reporters = reportersOf(plan, places())
  const { plan: facts } = setupOf(plan, reporters, null)
  const owed = (reporter: ReporterId, form: string) => maySend(plan, reporter, form)
  return { fileName: 'bo-bieu.xlsx', places: places(), reporters, plan: { ...facts, owed } }
}

/** What a sheet must become: the rows with every field that is kept, nothing asked. */
export function meant({ form, rows }: Pick<Sheet, 'form' | 'rows'>) {
  return { outcome: 'accepted', problems: [], rows: rows.map((row) => kept(form, row)) }
}

/** What it became: where the rows stood in the file is no part of it. */
export function understood({ outcome, sheets, problems }: Reading) {
  return {
    outcome,
    problems: problems.map(({ code, severity, field }) => `${severity} ${code} ${field}`).sort(),
    rows: sheets.flatMap(({ rows }) => rows.map(({ values }) => values)),
  }
}

/** Besides the values: the place and the person that each row is about. */
export function about({ sheets }: Reading) {
  return sheets.flatMap(({ rows }) =>
    rows.map(({ unitId, identifiers }) => [unitId, ...identifiers].join(' ')),
  )
}

function kept({ columns }: Form, row: Values): Values {
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([, { store }]) => store !== 'none')
      .map(([field]) => [field, row[field] ?? null]),
  )
}

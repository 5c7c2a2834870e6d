import type { Form, RowContext } from '#sources/forms/form.ts'
import type { Delivery } from '#sources/synthetic/index.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { UnitId } from '#sources/vocabulary/unit.ts'
import { monthsOf, type Window } from '#sources/vocabulary/window.ts'
import type { WorkbookSpec } from '#sources/workbooks/template.ts'

/*
 * The rules once more, told from the other end: from the rows of the workbooks, as the pipeline sees them. Nothing here knows a
 * life, a fault or a schedule; rows that the form's own checks complain of are left out, and persons are joined by identifiers.
 */

type Row = Readonly<Record<string, string | number | null>>

interface Sheet {
  readonly spec: WorkbookSpec
  readonly form: Form
  readonly revision: number
  readonly rows: readonly Row[]
}

/** Which sheet counts for each form, reporter and window. */
export function sheetsInForce(deliveries: readonly Delivery[]): ReadonlyMap<string, Sheet> {
  const counting = new Map<string, Sheet>()
  for (const { spec, arrivedOn } of deliveries) {
    if (spec instanceof Uint8Array || spec.unit.code === '99999') continue
    for (const { form, nil, rows } of spec.sheets) {
      if (rows.length === 0 && !nil) continue
      const revision = Number(spec.cover['revision_no'])
      const key = `${form.id} ${spec.reporter.id} ${spec.window.id}`
      if ((counting.get(key)?.revision ?? 0) >= revision) continue
      const sound = rows.filter((row) => complaints(form, row as Row, spec, arrivedOn).length === 0)
      counting.set(key, { spec, form, revision, rows: sound as readonly Row[] })
    }
  }
  return counting
}

/** Errors of a row: columns that refuse the value, and row checks; an unknown place of origin is a warning. */
export function complaints(
  form: Form,
  row: Row,
  { window, reporter, unit }: WorkbookSpec,
  receivedOn: CalendarDate,
): string[] {
  const refused = Object.entries(form.columns)
    .filter(
      ([field, { schema, hints }]) => !hints.elsewhere && !schema.safeParse(row[field]).success,
    )
    .map(([field]) => field)
  if (refused.length > 0) return refused
  const context: RowContext = {
    from: window.from,
    to: window.to,
    receivedOn,
    unitId: unit.id,
    reporterKind: reporter.kind,
  }
  return form.rowChecks
    .flatMap((check) => check(row as never, context))
    .filter(({ severity }) => severity !== 'warning')
    .map(({ field, code }) => `${field} ${code}`)
}

/** Joins whatever shares an identifier; a person is the smallest of theirs. */
function joinPersons(sheets: Iterable<Sheet>): (identifiers: readonly string[]) => string {
  const parent = new Map<string, string>()
  const root = (id: string): string => {
    const up = parent.get(id) ?? id
    return up === id ? id : root(up)
  }
  for (const { form, rows, spec } of sheets) {
    for (const row of rows) {
      const [first, ...others] = form.identifiers?.(row as never, spec.unit.id) ?? []
      for (const other of others) parent.set(root(other), root(first as string))
    }
  }
  return (identifiers) => root(identifiers[0] as string)
}

interface Entry {
  readonly unit: UnitId
  readonly row: Row
}

export type Recounted = Record<string, Map<UnitId | 'province', [number, number]>>

/** Every value of a window, by indicator and unit; units without a value are absent. */
export function recount(
  inForce: ReadonlyMap<string, Sheet>,
  communes: readonly { readonly id: UnitId; readonly code: string }[],
  window: Window,
  newestList: string,
): Recounted {
  const who = joinPersons(inForce.values())
  const { from, to, closeId } = window
  const covered = communes.filter(({ code }) =>
    inForce.has(`returnee-register police:${code} ${closeId}`),
  )
  const persons = new Map<string, Entry[]>()
  for (const { id, code } of covered) {
    const sheet = inForce.get(`returnee-register police:${code} ${closeId}`) as Sheet
    for (const row of sheet.rows) {
      const person = who(sheet.form.identifiers?.(row as never, id) ?? [])
      persons.set(person, [...(persons.get(person) ?? []), { unit: id, row }])
    }
  }
  const values: Recounted = {}
  const open = (indicator: string, units: readonly { readonly id: UnitId }[]) => {
    values[indicator] = new Map(units.map(({ id }) => [id, [0, 0]]))
    return (unit: UnitId, counted: boolean) => {
      const pair = values[indicator]?.get(unit)
      if (pair === undefined) return
      pair[1] += 1
      if (counted) pair[0] += 1
    }
  }
  const before = (value: unknown) => typeof value === 'string' && value < to
  const done = (entries: readonly Entry[], field: string) =>
    entries.some(({ row }) => before(row[field]))
  const ends = ({ row }: Entry) => (row['left_on'] as string | null) ?? '9999-12-31'
  const lastDay = (entry: Entry) => [ends(entry), to].toSorted()[0] as string
  const begins = ({ row }: Entry) => row['arrived_on'] as string

  const prosecuted = new Map<string, UnitId>()
  const cases = inForce.get(`reoffence agency:cong-an-tinh ${newestList}`)
  for (const row of cases?.rows ?? []) {
    const on = row['prosecuted_on'] as string | null
    if (on === null || on < from || on >= to || row['dropped_on'] !== null) continue
    const unit = row['commune'] as UnitId
    prosecuted.set(who(cases?.form.identifiers?.(row as never, unit) ?? []), unit)
  }

  const reoffending = open('reoffending-rate', covered)
  const counselling = open('counselling-coverage', covered)
  const legal = open('legal-support-coverage', covered)
  const papers = open('papers-coverage', covered)
  const jobs = open('job-introduction-coverage', covered)
  const employment = open('employment-rate', covered)
  const stock = new Map<UnitId, number>()
  for (const [person, entries] of persons) {
    const byEnd = entries
      .filter((entry) => begins(entry) < to && ends(entry) > from)
      .toSorted(
        (a, b) =>
          lastDay(b).localeCompare(lastDay(a)) ||
          begins(b).localeCompare(begins(a)) ||
          a.unit.localeCompare(b.unit),
      )
    const [last] = byEnd
    const act = prosecuted.get(person)
    if (last !== undefined) reoffending(act ?? last.unit, act !== undefined)
    if (last !== undefined && ends(last) >= to) {
      employment(last.unit, last.row['employment'] === 'on_dinh')
      stock.set(last.unit, (stock.get(last.unit) ?? 0) + 1)
    }
    const home = entries.find(({ row }) => row['entry_kind'] === 'ra_trai')
    const released = home?.row['release_date'] as string | undefined
    if (home === undefined || released === undefined || released < from || released >= to) continue
    counselling(home.unit, done(entries, 'counselled_on'))
    jobs(home.unit, done(entries, 'job_intro_on'))
    if (home.row['legal_need'] !== 'khong') legal(home.unit, done(entries, 'legal_on'))
    if (home.row['papers_need'] !== 'khong') papers(home.unit, done(entries, 'papers_on'))
  }

  const reception = open('reception-coverage', covered)
  for (const { id } of monthsOf(window)) {
    const list = inForce.get(`release-notice agency:cong-an-tinh ${id}`)
    for (const row of list?.rows ?? []) {
      const person = who(list?.form.identifiers?.(row as never, row['commune'] as UnitId) ?? [])
      reception(row['commune'] as UnitId, done(persons.get(person) ?? [], 'received_on'))
    }
  }

  const month = Number(closeId?.slice(-2))
  if (window.kind !== 'month' && month % 3 === 0) {
    const quarter = `adm:2026-Q${month / 3}`
    const sheet = (form: string, code: string) =>
      inForce.get(`${form} committee:${code} ${quarter}`)
    const working = new Set(
      communes.flatMap(({ id, code }) =>
        (sheet('support-model', code)?.rows ?? [])
          .filter((row) => row['status'] === 'hoat_dong')
          .flatMap((row) => [id, ...String(row['covers'] ?? '').split('; ')]),
      ),
    )
    const models = open(
      'model-coverage',
      covered.filter(({ code }) => sheet('support-model', code)),
    )
    for (const unit of stock.keys()) models(unit, working.has(unit))
    const reported = communes.filter(({ code }) => sheet('exemplar', code))
    const exemplars = open('exemplar-coverage', reported)
    for (const { id, code } of reported) {
      const rows = sheet('exemplar', code)?.rows ?? []
      exemplars(
        id,
        rows.some((row) => String(row['recognised_on']) >= '2025-12-15'),
      )
    }
    const reach = new Map<UnitId | 'province', [number, number]>()
    for (const [key, { spec, rows }] of inForce) {
      if (!key.startsWith('communication ') || !key.endsWith(` ${quarter}`)) continue
      const unit = spec.reporter.kind === 'committee' ? spec.unit.id : 'province'
      for (const row of rows) {
        const pair = reach.get(unit) ?? [0, 0]
        pair[0] += Number(row['officials_reached']) + Number(row['adults_reached'] ?? 0)
        pair[1] += Number(row['officials_total']) + Number(row['adults_total'] ?? 0)
        reach.set(unit, pair)
      }
    }
    values['communication-reach'] = reach
  }

  const facility: [number, number] = [0, 0]
  for (const { id } of monthsOf(window)) {
    for (const row of inForce.get(`pre-release facility:trai-tam-giam ${id}`)?.rows ?? []) {
      facility[0] += Number(row['all_four'])
      facility[1] += Number(row['released'])
    }
  }
  values['pre-release-preparation-coverage'] = new Map([['province', facility]])

  for (const pairs of Object.values(values)) {
    const all = [...pairs.values()]
    const sum = (part: 0 | 1) => all.reduce((total, pair) => total + pair[part], 0)
    pairs.set('province', [sum(0), sum(1)])
  }
  return values
}

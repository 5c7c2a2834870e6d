import type { Database } from '#models/database.ts'
import { issuersOf } from '#models/plans/issuance.ts'
import type { Plan } from '#models/plans/plan.ts'
import { paceOf, windowsAt } from '#models/plans/plan-windows.ts'
import { storedFields, tableOf } from '#sources/forms/form.ts'
import { anyForms, formById } from '#sources/forms/index.ts'
import type { Places } from '#sources/reference/places.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import type { Unit, UnitId } from '#sources/vocabulary/unit.ts'
import { planYearOf, type Window, window } from '#sources/vocabulary/window.ts'
import type { Parsed } from '../vault/parsed.ts'
import type { Cell, Engine } from './engine.ts'
import { formerProvinces } from './former-provinces.ts'

/** The rows of a fixed table, in the order of its columns. */
type Rows = Iterable<readonly Cell[]>

/** The places, reporters and windows of the plan. */
export async function loadReference(
  engine: Engine,
  of: {
    readonly plan: Plan
    readonly places: Places
    readonly reporters: readonly Reporter[]
    readonly windows: readonly Window[]
    readonly obligations: readonly Database['obligation'][]
  },
): Promise<void> {
  const units = unitsOf(of.places, of.reporters)
  const ours = new Set(units.map(({ id }) => id))
  await engine.append(
    'unit',
    units.map((u) => [
      u.id,
      u.code,
      u.name,
      u.level,
      u.type,
      u.parentId,
      u.validFrom,
      u.validTo,
      u.mapColumn,
      u.mapRow,
    ]),
  )
  await engine.append(
    'inside',
    units.flatMap((unit) => insideRows(of.places, unit)),
  )
  await engine.append(
    'succession',
    of.places.successions
      .filter((s) => ours.has(s.fromUnit) || ours.has(s.toUnit))
      .map((s) => [s.fromUnit, s.toUnit, s.onDate, s.kind]),
  )
  await engine.append('former_province', formerProvinces(of.places, ours))
  await engine.append(
    'reporter',
    of.reporters.map((r) => [
      r.id,
      r.kind,
      r.name,
      r.unitId,
      r.standing,
      r.from ?? of.places.byId(r.unitId)?.validFrom ?? null,
      r.to ?? null,
    ]),
  )
  await engine.append('win', of.windows.map(windowRow))
  await engine.append('source_window', sourceRows(of.plan, of.windows))
  await engine.append(
    'obligation',
    of.obligations.map((o) => [
      o.plan,
      o.form,
      o.reporter_id,
      o.unit_id,
      o.window_id,
      o.due_before,
      o.basis,
      o.reference,
    ]),
  )
  await engine.append(
    'taken',
    of.plan.taken.flatMap(({ form, by }) => by.map((sender) => [form, sender])),
  )
  await engine.append('issuer', issuerRows(of.plan, of.reporters))
}

function issuerRows(plan: Plan, reporters: readonly Reporter[]): readonly (readonly Cell[])[] {
  const { number, date } = plan.document
  const askedOn = date ?? plan.unitsOn
  const issuers = issuersOf(plan, reporters)?.issuers ?? []
  return issuers.map(({ id, unitId }) => [id, unitId, number, askedOn])
}

/** The units that somebody reports of, those that succeed them, the districts and provinces around, and every province of today. */
function unitsOf(places: Places, reporters: readonly Reporter[]): readonly Unit[] {
  const own = new Set<string>()
  const add = (unitId: UnitId) => {
    for (let unit = places.byId(unitId); unit !== undefined; unit = parentOf(places, unit))
      own.add(unit.id)
  }
  for (const { unitId } of reporters) add(unitId)
  for (const { fromUnit, toUnit } of places.successions) if (own.has(fromUnit)) add(toUnit)
  return places.units.filter(
    ({ id, level, validTo }) => own.has(id) || (level === 'province' && validTo === null),
  )
}

function insideRows(places: Places, unit: Unit): readonly (readonly Cell[])[] {
  const rows: Cell[][] = unit.level === 'commune' ? [] : [[unit.id, unit.id, unit.level]]
  for (let up = parentOf(places, unit); up !== undefined; up = parentOf(places, up))
    rows.push([unit.id, up.id, up.level])
  return rows
}

function parentOf(places: Places, { parentId }: Unit): Unit | undefined {
  return parentId === null ? undefined : places.byId(parentId)
}

function windowRow(w: Window): readonly Cell[] {
  const yearFrom = w.family === 'explicit' ? w.from : window(`${w.family}:${planYearOf(w)}`).from
  return [w.id, w.family, w.grid, w.kind, w.from, w.to, w.closeId, yearFrom]
}

/** Which submission windows serve a window, form by form; forms sent for the same windows share the working out. */
function sourceRows(plan: Plan, all: readonly Window[]): readonly (readonly Cell[])[] {
  const closed = new Set(all.map(({ id }) => id))
  const made = new Map<string, readonly (readonly Cell[])[]>()
  return anyForms.flatMap(({ id: form }) => {
    const pace = paceOf(plan, form)
    if (pace === undefined) return []
    const sent = windowsAt(plan, form, pace).filter(({ id }) => closed.has(id))
    const key = sent.map(({ id }) => id).join(' ')
    const rows = made.get(key) ?? all.flatMap((w) => servedBy(w, sent))
    made.set(key, rows)
    return rows.map((row) => [form, ...row])
  })
}

/**
 * The sent windows that serve a window: each that lies in it, the one that closes with it, those of its year from its close on; and
 * for forms that also say how much it has been since the start of the year, the one that tells of just these days.
 *
 * A year's report into which the last quarter is folded closes with that quarter, too; a month is served by months alone.
 */
function servedBy(w: Window, sent: readonly Window[]): readonly (readonly Cell[])[] {
  const same = sent.filter((part) =>
    w.family === 'explicit' ? part.id === w.id : part.family === w.family,
  )
  const within = same.filter((part) => part.from >= w.from && part.to <= w.to)
  const closing = same.filter(
    (part) =>
      part.to === w.to && (part.from >= w.from || (part.kind === 'year' && w.kind !== 'month')),
  )
  const since = same.filter((part) => part.to >= w.to && sameYear(part, w))
  return [
    ...within.map((part) => ['each', w.id, part.id]),
    ...closing.slice(0, 1).map((part) => ['close', w.id, part.id]),
    ...since.map((part) => ['since', w.id, part.id]),
    ...closing
      .slice(0, 1)
      .filter((part) => part.id === w.id || beginsYear(w))
      .map((part) => ['told', w.id, part.id]),
  ]
}

function beginsYear(w: Window): boolean {
  return w.family !== 'explicit' && w.from === window(`${w.family}:${planYearOf(w)}`).from
}

function sameYear(part: Window, w: Window): boolean {
  return w.family === 'explicit' ? part.id === w.id : planYearOf(part) === planYearOf(w)
}

/** One submission's rows into its form's table, with its columns, problems and the pseudonyms of its persons. */
export function rowsOf({ header, rows }: Parsed): ReadonlyMap<string, Rows> {
  const id = header.submissionId
  const problems = [...header.fileProblems, ...header.problems].map((p, seq) => [
    id,
    seq,
    'reading',
    p.code,
    p.severity,
    p.sheet,
    p.cell,
    p.field,
    p.value,
    JSON.stringify(p.facts),
  ])
  const form = formById(header.form)
  if (form === undefined) return new Map([['problem', problems]])
  const fields = storedFields(form)
  return new Map<string, Rows>([
    ['problem', problems],
    [
      'form_column',
      Object.entries(header.columns).map(([field, letter]) => [id, field, header.sheet, letter]),
    ],
    [
      'row_identifier',
      rows.flatMap((row) => row.ids.map((identifier) => [id, row.row, identifier])),
    ],
    [
      tableOf(form),
      rows.map((row) => [
        id,
        row.row,
        row.unitId,
        ...fields.map((field) => row.values[field] ?? null),
      ]),
    ],
  ])
}

/** Collects rows by table, so that each table is appended once. */
export class Batch {
  readonly #tables = new Map<string, (readonly Cell[])[]>()

  add(rows: ReadonlyMap<string, Rows>): void {
    for (const [table, more] of rows) {
      const had = this.#tables.get(table) ?? []
      this.#tables.set(table, had)
      for (const row of more) had.push(row)
    }
  }

  async appendTo(engine: Engine): Promise<void> {
    for (const [table, rows] of this.#tables) await engine.append(table, rows)
    this.#tables.clear()
  }
}

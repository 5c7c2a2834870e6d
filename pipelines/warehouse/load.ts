import type { Database } from '#models/database.ts'
import { storedFields, tableOf } from '#sources/forms/form.ts'
import type { Pace } from '#sources/forms/frequency.ts'
import { formById } from '#sources/forms/index.ts'
import type { Places } from '#sources/reference/places.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import {
  monthsOf,
  planYearOf,
  type Window,
  type WindowKind,
  window,
} from '#sources/vocabulary/window.ts'
import type { Parsed } from '../vault/parsed.ts'
import type { Cell, Engine } from './engine.ts'

/** The rows of a fixed table, in the order of its columns. */
type Rows = Iterable<readonly Cell[]>

/** The places, reporters and windows of the plan. */
export async function loadReference(
  engine: Engine,
  of: {
    readonly places: Places
    readonly reporters: readonly Reporter[]
    readonly windows: readonly Window[]
    readonly obligations: readonly Database['obligation'][]
  },
): Promise<void> {
  const inProvince = new Set(of.reporters.map((reporter) => reporter.unitId))
  await engine.append(
    'unit',
    of.places.units
      .filter((unit) => inProvince.has(unit.id) || unit.level === 'province')
      .map((u) => [
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
    'succession',
    of.places.successions
      .filter((s) => inProvince.has(s.toUnit))
      .map((s) => [s.fromUnit, s.toUnit, s.onDate, s.kind]),
  )
  await engine.append(
    'reporter',
    of.reporters.map((r) => [r.id, r.kind, r.name, r.unitId, r.standing]),
  )
  await engine.append('win', of.windows.map(windowRow))
  await engine.append(
    'source_window',
    of.windows.flatMap((w) => sourceRows(w, of.windows)),
  )
  await engine.append(
    'obligation',
    of.obligations.map((o) => [
      o.plan,
      o.form,
      o.reporter_id,
      o.window_id,
      o.due_before,
      o.basis,
      o.reference,
    ]),
  )
}

function windowRow(w: Window): readonly Cell[] {
  const year = window(`${w.family}:${planYearOf(w)}`)
  return [w.id, w.family, w.grid, w.kind, w.from, w.to, w.closeId, year.from]
}

/**
 * Which submission windows serve a window: its months, the last of them, any month of its year from the last one on, its quarters and
 * halves, those that close with it.
 */
function sourceRows(w: Window, all: readonly Window[]): readonly (readonly Cell[])[] {
  const months = monthsOf(w)
  const since = all.filter(
    ({ kind, to, id }) =>
      kind === 'month' && to >= w.to && planYearOf(window(id)) === planYearOf(w),
  )
  return [
    ...months.map((month) => ['month', 'each', w.id, month.id]),
    ...since.map((month) => ['month', 'since', w.id, month.id]),
    ['month', 'close', w.id, (months.at(-1) as Window).id],
    ...partRows('quarter', 'quarter', w, all),
    ...partRows('half-year', 'half', w, all),
  ]
}

/** The whole parts of one kind within a window, and the one that closes with it. */
function partRows(every: Pace, kind: WindowKind, w: Window, all: readonly Window[]): Cell[][] {
  const parts = all.filter(
    (part) =>
      part.kind === kind && part.family === w.family && part.from >= w.from && part.to <= w.to,
  )
  const closing = parts.filter((part) => part.to === w.to)
  return [
    ...parts.map((part) => [every, 'each', w.id, part.id]),
    ...closing.map((part) => [every, 'close', w.id, part.id]),
  ]
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

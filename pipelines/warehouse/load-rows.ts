import { storedFields, tableOf } from '#sources/forms/form.ts'
import { formById } from '#sources/forms/index.ts'
import type { Parsed } from '../vault/parsed.ts'
import type { Cell, Engine } from './engine.ts'

/** The rows of a table, in the order of its columns. */
type Rows = Iterable<readonly Cell[]>

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

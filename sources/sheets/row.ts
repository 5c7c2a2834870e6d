import { z } from 'zod'
import {
  bad,
  type CellContext,
  type CellProblem,
  empty,
  type Interpreted,
  shown,
} from '../cells/cell.ts'
import { interpret } from '../cells/index.ts'
import { type Column, type Complaint, type Form, isAsked, type RowContext } from '../forms/form.ts'
import type { Problem } from '../problem.ts'
import { cellAddress, type SheetRow } from '../readers/book.ts'
import type { Value } from '../submission.ts'
import type { ReporterId } from '../vocabulary/reporter.ts'
import type { UnitId } from '../vocabulary/unit.ts'
import { disclosureIn, isNameField, isPersonal, type Names } from './privacy.ts'
import { isError } from './problems.ts'

/** What all rows of one sheet share. */
export interface Table {
  readonly form: Form
  readonly sheet: string
  /** Field → 1-based column. */
  readonly columns: ReadonlyMap<string, number>
  readonly cells: CellContext
  /** The submission's; `unitId` is the reporter's own place. */
  readonly context: RowContext
  readonly reporter: ReporterId
  readonly names: Names
}

export interface ReadRow {
  readonly source: SheetRow
  /** Null when an error withholds the row. */
  readonly values: Row | null
  readonly unitId: UnitId
  readonly problems: readonly Problem[]
}

export type Row = Readonly<Record<string, Value>>

const schemas = new WeakMap<Form, z.ZodType<Row>>()

/** Cells → values → zod row → row checks; the first stage that finds an error ends it. */
export function readRow(source: SheetRow, table: Table): ReadRow {
  const { values, problems } = readCells(source, table)
  const unitId = unitOf(values, table)
  const read = (found: readonly Problem[]): ReadRow => ({
    source,
    values: found.some(isError) ? null : values,
    unitId,
    problems: found,
  })
  if (problems.some(isError)) return read(problems)
  const misfits = checkSchema(values, source, table)
  if (misfits.length > 0) return read([...problems, ...misfits])
  return read([...problems, ...checkRow(values, unitId, problems, source, table)])
}

/** A problem at a field of a row; its value is what stands in the cell. */
function problemAt(
  source: SheetRow,
  field: string,
  found: CellProblem,
  { form, sheet, columns, cells, names }: Table,
): Problem {
  const at = columns.get(field)
  const column = form.columns[field] ?? null
  const cell = at === undefined ? undefined : source.cells.get(at)
  const value = shown(cell, cells.date1904)
  const slipped = value !== null && disclosureIn(value, names) !== null
  return {
    ...found,
    sheet,
    cell: at === undefined ? null : cellAddress(source.row, at),
    field,
    value,
    personal: found.code === 'id-in-free-text' || slipped || isPersonal(value, column, form),
  }
}

/** What a check said, as a problem of the cell; the other field that it named becomes a cell too. */
export function problemOf(complaint: Complaint, source: SheetRow, table: Table): Problem {
  const { field, code, severity = 'error', facts = {} } = complaint
  const other = table.columns.get(String(facts['otherField'] ?? ''))
  const pointed =
    other === undefined ? facts : { ...facts, otherCell: cellAddress(source.row, other) }
  return problemAt(source, field, { code, severity, facts: pointed }, table)
}

function readCells(source: SheetRow, table: Table): { values: Row; problems: readonly Problem[] } {
  const { form, columns, cells } = table
  const values: Record<string, Value> = {}
  const problems: Problem[] = []
  for (const [field, column] of Object.entries(form.columns)) {
    const at = columns.get(field)
    const cell = at === undefined ? undefined : source.cells.get(at)
    if (column.store === 'none') continue
    const { value, problems: found } = isAsked(column, table.reporter)
      ? asked(interpret(cell, column, cells), column)
      : unasked(interpret(cell, column, cells), column)
    values[field] = value
    for (const problem of found) problems.push(problemAt(source, field, problem, table))
    if (column.kind === 'text' && typeof value === 'string' && !isNameField(field)) {
      const disclosure = disclose(value, column, table.names)
      if (disclosure !== null) problems.push(problemAt(source, field, disclosure, table))
    }
  }
  return { values, problems }
}

/** A cell that must hold something and holds nothing, neither good nor bad. */
function asked(read: Interpreted, { need }: Column): Interpreted {
  const left = read.value === null && read.problems.length === 0
  return left && need === 'required' ? bad('required') : read
}

/** What one reporter writes into another's column is told and never used, whatever it is. */
function unasked({ value, problems }: Interpreted, { owners }: Column): Interpreted {
  if (value === null && problems.length === 0) return empty
  return bad('other-owner', { owner: owners?.name ?? '' }, 'warning')
}

/** An identifier or a known name in free text: said in the vault, refused on its way out of it. */
function disclose(value: string, column: Column, names: Names): CellProblem | null {
  if (column.store === 'identifier') return null
  const reason = disclosureIn(value, names)
  if (reason === null) return null
  const severity = column.store === 'vault' || reason === 'id-9' ? 'warning' : 'error'
  return { code: 'id-in-free-text', severity, facts: { reason } }
}

function checkSchema(values: Row, source: SheetRow, table: Table): Problem[] {
  const checked = schemaOf(table.form).safeParse(values)
  if (checked.success) return []
  return checked.error.issues.map((issue) => {
    const field = String(issue.path[0] ?? '')
    return problemAt(source, field, misfitOf(issue, table.form.columns[field]), table)
  })
}

function schemaOf(form: Form): z.ZodType<Row> {
  const known = schemas.get(form)
  if (known !== undefined) return known
  const stored = Object.entries(form.columns).filter(([, { store }]) => store !== 'none')
  const shape = Object.fromEntries(stored.map(([field, { schema }]) => [field, schema]))
  const schema = z.object(shape) as z.ZodType<Row>
  schemas.set(form, schema)
  return schema
}

function misfitOf(issue: z.core.$ZodIssue, column: Column | undefined): CellProblem {
  const severity = 'error'
  if (issue.code === 'too_big' && column?.kind === 'text') {
    return { code: 'too-long', severity, facts: { most: Number(issue.maximum) } }
  }
  if (column?.kind === 'year') {
    return { code: 'out-of-range', severity, facts: { least: 1900, most: 2100 } }
  }
  return { code: 'out-of-range', severity, facts: {} }
}

/** The checks speak of values; a field that its cell already complained of is not called empty as well. */
function checkRow(
  values: Row,
  unitId: UnitId,
  before: readonly Problem[],
  source: SheetRow,
  table: Table,
): Problem[] {
  const context = { ...table.context, unitId }
  const named = new Set(before.map(({ field }) => field))
  return table.form.rowChecks
    .flatMap((check) => check(values, context))
    .filter(({ field, code }) => !(code === 'required-when' && named.has(field)))
    .map((complaint) => problemOf(complaint, source, table))
}

function unitOf(values: Row, { form, context }: Table): UnitId {
  if (form.unit === 'reporter') return context.unitId
  return (values[form.unit.column] as UnitId | null | undefined) ?? context.unitId
}

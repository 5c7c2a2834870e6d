import type { DateTally } from '../cells/cell.ts'
import { interpret } from '../cells/index.ts'
import { checksOf } from '../forms/checks.ts'
import type { Problem } from '../problem.ts'
import { cellAddress, type SheetRow } from '../readers/book.ts'
import { cellValue } from '../workbooks/values.ts'
import { ofSheet } from './problems.ts'
import { problemOf, type ReadRow, type Row, readRow, type Table } from './row.ts'

/** More problems than anybody mends one by one: the sheet as a whole is wrong. */
const MOST_PROBLEMS = 5_000

export interface ReadRows {
  readonly rows: readonly ReadRow[]
  /** Problems that reject the whole sheet, beside those of its rows. */
  readonly problems: readonly Problem[]
}

/** Every row, then what only all of them together show: equal keys, the form's own table checks, the order of day and month. */
export function readRows(sources: readonly SheetRow[], table: Table): ReadRows {
  const rows: ReadRow[] = []
  let found = 0
  for (const source of sources) {
    const row = readRow(source, table)
    rows.push(row)
    found += row.problems.length
    if (found > MOST_PROBLEMS) {
      const facts = { problems: MOST_PROBLEMS, row: source.row }
      return { rows, problems: [ofSheet(table.sheet, 'too-many-rows', facts)] }
    }
  }
  const problems = [
    ...checkPreset(sources, table),
    ...checkTable(rows, table),
    ...checkDayOrder(table.cells.dates, table.sheet),
  ]
  return { rows, problems }
}

/** Rows with errors stand aside: they are compared once they are mended. */
function checkTable(rows: readonly ReadRow[], table: Table): Problem[] {
  const sound = rows.filter((row): row is ReadRow & { values: Row } => row.values !== null)
  const values = sound.map((row) => row.values)
  const complaints = [
    ...equalKeys(values, table),
    ...table.form.tableChecks.flatMap((check) => check(values, table.context)),
  ]
  return complaints.map(({ index, ...complaint }) => {
    const at = sound[index ?? -1]
    if (at === undefined) return ofSheet(table.sheet, complaint.code, complaint.facts)
    const other = sound[Number(complaint.facts?.['otherIndex'] ?? -1)]
    const problem = problemOf(complaint, at.source, table)
    const column = table.columns.get(complaint.field)
    if (other === undefined || column === undefined) return problem
    const { otherIndex, ...facts } = problem.facts
    return { ...problem, facts: { ...facts, otherCell: cellAddress(other.source.row, column) } }
  })
}

/**
 * Rows of a blank sheet that did not come; one that came with a mistake is there. Without one of a fixed list its sums are not whole, and
 * what another sheet leaves out may be nothing or forgotten. A review of years has its own rows.
 */
function checkPreset(
  sources: readonly SheetRow[],
  { form, sheet, columns, cells, context }: Table,
): Problem[] {
  const { preset } = form
  const [field = ''] = preset?.fields ?? []
  const column = form.columns[field]
  const at = columns.get(field)
  if (preset === undefined || column === undefined || at === undefined) return []
  if (preset.kind === 'suggested' || sources.length === 0) return []
  if (context.windowKind === 'explicit') return []
  const came = new Set(sources.map((row) => interpret(row.cells.get(at), column, cells).value))
  const missing = preset.rows
    .map((row) => row[field] ?? null)
    .filter((value) => !came.has(value))
    .map((value) => String(cellValue(column, value)))
  const severity = preset.kind === 'fixed' ? 'error' : 'warning'
  return missing.length === 0 ? [] : [ofSheet(sheet, 'category-missing', { missing }, severity)]
}

function equalKeys(rows: readonly Row[], { form, context }: Table) {
  const [first, ...others] = form.key
  if (first === undefined) return []
  return checksOf(form.columns).unique([first, ...others])(rows, context)
}

/**
 * Dates typed month first make every other typed date of the sheet doubtful: `5/8` may be the fifth of August or the eighth of May.
 *
 * Where another one proves that the sender writes the day first, it was a slip.
 */
function checkDayOrder({ dayFirst, monthFirst, either }: DateTally, sheet: string): Problem[] {
  if (monthFirst === 0 || either === 0) return []
  const facts = { reason: 'month-first', monthFirst, either }
  return [ofSheet(sheet, 'not-a-date', facts, dayFirst > 0 ? 'warning' : 'error')]
}

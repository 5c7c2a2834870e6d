import { type Column, type Form, isAsked } from '../forms/form.ts'
import type { Problem } from '../problem.ts'
import { cellAddress, type Sheet, type SheetRow } from '../readers/book.ts'
import { nearest } from '../vocabulary/text.ts'
import { dataRows } from './body.ts'
import type { FileContext } from './file.ts'
import { type Header, headerOf } from './header.ts'
import { isPersonal } from './privacy.ts'
import { ofSheet } from './problems.ts'
import { type Tick, tickOf } from './tick.ts'

/** What stands where in a sheet, and what is wrong with that. */
export interface Layout {
  readonly header: Header | null
  readonly tick: Tick
  readonly rows: readonly SheetRow[]
  readonly problems: readonly Problem[]
}

/** Header, tick and rows of a sheet: each column once, none missing, and rows or the tick, not both and not neither. */
export function layoutOf(sheet: Sheet, form: Form, file: FileContext): Layout {
  const header = headerOf(sheet, form)
  const tick =
    file.nil === null
      ? tickOf(sheet, header?.row ?? Number.POSITIVE_INFINITY)
      : { ticked: file.nil, cell: null }
  if (header === null) {
    return { header, tick, rows: [], problems: checkBareness(sheet, form, tick, file) }
  }
  const rows = dataRows(sheet, header, form)
  const problems = [
    ...checkColumns(sheet, form, header, file),
    ...checkUnknown(sheet, form, header, rows, file),
    ...checkNothing(sheet, tick, rows.length),
    ...checkHidden(sheet, rows),
  ]
  return { header, tick, rows, problems }
}

/** No header row at all: right only in csv and json that say that nothing happened. */
function checkBareness(sheet: Sheet, form: Form, tick: Tick, file: FileContext): Problem[] {
  if (file.nil !== null && sheet.rows.length === 0) return checkNothing(sheet, tick, 0)
  const headers = Object.values(form.columns)
    .filter(({ need }) => need === 'required')
    .map(({ header }) => header)
  return [ofSheet(sheet.name, 'column-missing', { title: form.title, headers })]
}

function checkColumns(sheet: Sheet, form: Form, header: Header, file: FileContext): Problem[] {
  const free = header.others.filter((text) => !isPersonal(text, null, null))
  const missing = Object.entries(form.columns)
    .filter(([field, column]) => !header.columns.has(field) && !mayBeAbsent(column, file))
    .map(([field, { header: name }]) => ({
      ...ofSheet(sheet.name, 'column-missing', {
        header: name,
        headerRow: header.row,
        nearest: nearest(name, free, 1),
      }),
      field,
    }))
  const twice = [...header.twice].map(([field, columns]) => {
    const cells = columns.map((column) => cellAddress(header.row, column))
    const facts = { header: form.columns[field]?.header ?? field, cells }
    return { ...ofSheet(sheet.name, 'column-twice', facts, 'error', cells[1]), field }
  })
  return [...missing, ...twice]
}

/**
 * A column with data under a header that is none of the form's, where a column that may be absent is: renamed, it would be lost without a
 * word.
 */
function checkUnknown(
  sheet: Sheet,
  form: Form,
  { row, lines, columns, twice }: Header,
  rows: readonly SheetRow[],
  file: FileContext,
): Problem[] {
  const { reporter } = file.identity
  const isMissed = (column: Column) =>
    column.store !== 'none' &&
    mayBeAbsent(column, file) &&
    (reporter === null || isAsked(column, reporter.id))
  const absent = Object.entries(form.columns)
    .filter(([field, column]) => !columns.has(field) && isMissed(column))
    .map(([, { header }]) => header)
  if (absent.length === 0) return []
  const known = new Set([...columns.values(), ...[...twice.values()].flat()])
  const filled = new Set(rows.flatMap(({ cells }) => [...cells.keys()]))
  const unknown = [...filled].filter((column) => !known.has(column)).sort((a, b) => a - b)
  const line = lines.find((each) => each.row === row)
  return unknown.map((column) => {
    const cell = line?.cells.get(column)
    const title = cell?.kind === 'text' && !isPersonal(cell.text, null, null) ? cell.text : ''
    const address = cellAddress(row, column)
    return ofSheet(sheet.name, 'column-unknown', { title, absent }, 'warning', address)
  })
}

/** In JSON a key left out is null; elsewhere columns from which no figure is made may be left out, and those of other reporters. */
function mayBeAbsent(column: Column, { kind, identity: { reporter } }: FileContext): boolean {
  if (reporter !== null && !isAsked(column, reporter.id)) return true
  return column.need !== 'required' && (kind === 'json' || column.hints.droppable === true)
}

/** Rows hidden by a filter are rows of the report all the same; whoever forgot them hears of it. */
function checkHidden(sheet: Sheet, rows: readonly SheetRow[]): Problem[] {
  const hidden = rows.filter((row) => row.hidden)
  const [first] = hidden
  if (first === undefined) return []
  const facts = { rows: hidden.length, row: first.row }
  return [ofSheet(sheet.name, 'hidden-rows', facts, 'warning')]
}

function checkNothing(sheet: Sheet, { ticked, cell }: Tick, rows: number): Problem[] {
  if (ticked && rows > 0) {
    return [ofSheet(sheet.name, 'ticked-with-rows', { rows }, 'error', cell)]
  }
  if (!ticked && rows === 0) {
    return [ofSheet(sheet.name, 'nothing-and-not-ticked', {}, 'error', cell)]
  }
  return []
}

import type { Book, Cell, SheetRow } from './book.ts'
import { envelopeOf } from './envelope.ts'
import { guardJson } from './json-guard.ts'
import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'
import { textCell } from './strings.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * `{ form, version, reporter, window, revision, nil, dataTo?, plan?, rows: [ { field: value } ] }`, or the same envelope without `rows` as
 * the first line and one row a line after it. Becomes a sheet whose first row holds the field names; row n of the file is row n + 1.
 */
export function readJson(text: string): Book {
  guardJson(text)
  const { head, rows } = parsed(text)
  const envelope = envelopeOf(
    new Map(
      Object.entries(head).map(([key, value]) => [
        key === 'dataTo' ? 'data_to' : key,
        textOf(key, value),
      ]),
    ),
  )
  if (rows.length > LIMITS.rows) refuse('too-large', { limit: 'rows', most: LIMITS.rows })
  const sheet = { name: envelope.form, hidden: false, rows: rowsOf(rows) }
  return { kind: 'json', sheets: [sheet], date1904: false, envelope }
}

function parsed(text: string): { head: Row; rows: readonly Row[] } {
  const whole = tryJson(text)
  if (whole === undefined) return parsedLines(text)
  const { rows = [], ...head } = asObject(whole, 1)
  if (!Array.isArray(rows)) refuse('bad-envelope', { field: 'rows', expected: '[ … ]' })
  return { head, rows: rows.map((row, index) => asObject(row, index + 2)) }
}

function parsedLines(text: string): { head: Row; rows: readonly Row[] } {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
  const [head, ...rows] = lines
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => {
      const value = tryJson(line)
      if (value === undefined) refuse('damaged-file', { reason: 'json', line: number })
      return asObject(value, number)
    })
  return { head: head ?? {}, rows }
}

/** A header row of every field that some row names, in order of first appearance, and the rows under it. */
function rowsOf(rows: readonly Row[]): readonly SheetRow[] {
  const columns = new Map<string, number>()
  const body = rows.map((values, index) => {
    const cells = new Map<number, Cell>()
    for (const [field, value] of Object.entries(values)) {
      const column = columns.get(field) ?? columns.size + 1
      if (column > LIMITS.columns) refuse('too-large', { limit: 'columns', most: LIMITS.columns })
      columns.set(field, column)
      const cell = cellOf(field, value, index + 2)
      if (cell !== null) cells.set(column, cell)
    }
    return { row: index + 2, cells }
  })
  const header = new Map(
    [...columns].map(([text, column]) => [column, { kind: 'text', text } as Cell]),
  )
  return [{ row: 1, cells: header }, ...body].filter(({ cells }) => cells.size > 0)
}

function cellOf(field: string, value: unknown, row: number): Cell | null {
  if (value === null) return null
  if (typeof value === 'string') return textCell(value)
  if (typeof value === 'number' && Number.isFinite(value))
    return { kind: 'number', number: value, isDate: false }
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value }
  return refuse('bad-envelope', { field, line: row, expected: 'text, number, true, false, null' })
}

function textOf(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'object') refuse('bad-envelope', { field, expected: 'text' })
  return String(value).trim()
}

function asObject(value: unknown, line: number): Row {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Row
  return refuse('bad-envelope', { line, expected: '{ … }' })
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { harmless } from './harmless.ts'
import { type ExtractRow, extractColumns } from './rows.ts'

/** The rows as UTF-8 text after RFC 4180: a header, CRLF, every text in quotes; a value that does not exist is empty, without quotes. */
export function extractCsv(rows: readonly ExtractRow[]): string {
  const lines = rows.map((row) => extractColumns.map((column) => cell(row[column])).join(','))
  return [extractColumns.map(quoted).join(','), ...lines].map((line) => `${line}\r\n`).join('')
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  return typeof value === 'number' ? String(value) : quoted(harmless(value))
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

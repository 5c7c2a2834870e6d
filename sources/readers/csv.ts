import type { Book, Cell, SheetRow } from './book.ts'
import { csvRecords, delimiterOf } from './csv-records.ts'
import { envelopeOf } from './envelope.ts'
import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'
import { textCell } from './strings.ts'

const ENVELOPE_LINE = /^#\s*([a-z_]+)\s*:(.*)$/s
/** Lines above the header that are looked through for it; an envelope has eight. */
const HEAD_LINES = 200

/**
 * Delimited text (comma, semicolon, tab or bar) with the envelope above the header row:
 *
 *     # form: returnee-register
 *     # version: 1
 *     # reporter: police:07210
 *     # window: adm:2026-01
 *     # revision: 1
 *     # nil: khong
 *     # data_to: 2026-01-14      (may be left out)
 *     # plan: 195/KH-UBND        (may be left out)
 *     # secrecy: khong           (may be left out; anything else is refused)
 *
 * Every cell is text. Row numbers count records from the top of the file, envelope included, as Excel shows them.
 */
export function readCsv(text: string): Book {
  const delimiter = delimiterIn(text)
  const envelope = new Map<string, string>()
  const rows: SheetRow[] = []
  let row = 0
  let cells = 0
  for (const record of csvRecords(text, delimiter)) {
    row += 1
    if (row > LIMITS.lastRow) refuse('too-large', { limit: 'rows', most: LIMITS.rows })
    const [first = ''] = record
    if (rows.length === 0 && first.trimStart().startsWith('#'))
      readEnvelopeLine(first, row, envelope)
    else if (!(row === 1 && first.startsWith('sep='))) cells += addRow(rows, row, record)
    if (cells > LIMITS.cells) refuse('too-large', { limit: 'cells', most: LIMITS.cells })
  }
  const identity = envelopeOf(envelope)
  const sheet = { name: identity.form, hidden: false, rows }
  return { kind: 'csv', sheets: [sheet], date1904: false, envelope: identity }
}

function readEnvelopeLine(line: string, row: number, envelope: Map<string, string>): void {
  const [, key, value] = ENVELOPE_LINE.exec(line.trim()) ?? []
  if (key === undefined || value === undefined) refuse('bad-envelope', { line: row })
  if (envelope.has(key)) refuse('bad-envelope', { line: row, field: key, twice: 1 })
  envelope.set(key, value.trim())
}

/** The number of cells that hold something. */
function addRow(rows: SheetRow[], row: number, record: readonly string[]): number {
  const cells = new Map<number, Cell>()
  record.forEach((text, index) => {
    const cell = textCell(text)
    if (cell !== null) cells.set(index + 1, cell)
  })
  if (cells.size === 0) return 0
  if (Math.max(...cells.keys()) > LIMITS.columns) {
    refuse('too-large', { limit: 'columns', most: LIMITS.columns, row })
  }
  if (rows.push({ row, cells }) > LIMITS.rows) {
    refuse('too-large', { limit: 'rows', most: LIMITS.rows })
  }
  return cells.size
}

/** From Excel's own first line `sep=;`, else from the first line that is neither empty nor of the envelope. */
function delimiterIn(text: string): string {
  const said = /^sep=([,;\t|])/.exec(text)?.[1]
  if (said !== undefined) return said
  const lines = firstLines(text, HEAD_LINES)
  return delimiterOf(lines.find((line) => !/^[",;|\s]*(#|$)/.test(line)) ?? '')
}

function firstLines(text: string, most: number): readonly string[] {
  const lines: string[] = []
  const ends = /\r\n?|\n/g
  for (let from = 0; lines.length < most && from < text.length; from = ends.lastIndex) {
    const end = ends.exec(text)
    lines.push(text.slice(from, end?.index))
    if (end === null) break
  }
  return lines
}

import { type CoverField, cover } from './forms/cover.ts'
import type { Column, Form } from './forms/form.ts'
import { formById } from './forms/index.ts'
import { type Book, type Cell, cellPlace } from './readers/book.ts'
import { isRefusal, readBook } from './readers/index.ts'
import { coverCells } from './sheets/cover.ts'
import { headerOf } from './sheets/header.ts'
import { matchSheets } from './sheets/match.ts'
import { type Change, rewritten } from './workbooks/marked/index.ts'
import { isSlip } from './workbooks/slip.ts'

/** What a sender said by telephone about one form of a file that he had sent. */
export interface Correction {
  readonly form: string
  /** Values as he would have typed them, by address in the sheet: `F12`. */
  readonly cells: Readonly<Record<string, string>>
  /** Of the file as it will be sent in his place. */
  readonly revision: number
  readonly reason: string
}

/** A file in which what is to be corrected does not stand; it was read as another one. */
export class CorrectionError extends Error {
  override readonly name = 'CorrectionError'
}

const NUMBERS: readonly Column['kind'][] = ['count', 'year', 'money']

/**
 * The file with those cells changed, as a replacement of the whole report: the workbook with its next “Lần gửi” and the reason on its cover; of
 * delimited text and JSON a JSON document with the same rows.
 */
export async function corrected(bytes: Uint8Array, correction: Correction): Promise<Uint8Array> {
  const read = await readBook(bytes)
  const form = formById(correction.form)
  if (isRefusal(read) || form === undefined) {
    throw new CorrectionError(`no ${correction.form} can be read in it`)
  }
  const book = { ...read, sheets: read.sheets.filter(({ name }) => !isSlip(name)) }
  return book.envelope === null
    ? rewritten(bytes, workbookChanges(book, form, correction))
    : new TextEncoder().encode(documentOf(book, form, correction))
}

function workbookChanges(
  book: Book,
  form: Form,
  { cells, revision, reason }: Correction,
): readonly Change[] {
  const matched = matchSheets(book)
  const sheet = matched.forms.find((found) => found.form.id === form.id)?.sheet
  const front = matched.cover
  if (sheet === undefined || front === null) {
    throw new CorrectionError(`it has no cover, or no sheet of ${form.id}`)
  }
  const columns = new Map([...(headerOf(sheet, form)?.columns ?? [])].map(([f, at]) => [at, f]))
  const changes = Object.entries(cells).map(([cell, value]) => {
    const column = form.columns[columns.get(cellPlace(cell).column) ?? '']
    return { sheet: sheet.name, cell, value: typed(value, column) }
  })
  const places = coverCells(front)
  const said: readonly (readonly [CoverField, string | number])[] = [
    ['revision_no', revision],
    ['submission_kind', cover.columns.submission_kind.choices?.['thay_the'] ?? ''],
    ['revision_reason', reason],
  ]
  const onCover = said.flatMap(([field, value]) => {
    const cell = places.get(field)
    return cell === undefined ? [] : [{ sheet: front.name, cell, value }]
  })
  return [...changes, ...onCover]
}

/** Row n of the sheet becomes row n − 1 of the document's, and is its row n again when that is read. */
function documentOf(book: Book, form: Form, { cells, revision }: Correction): string {
  const { envelope } = book
  const [sheet] = book.sheets
  const header = sheet === undefined ? null : headerOf(sheet, form)
  if (envelope === null || sheet === undefined || header === null) {
    throw new CorrectionError(`it has no row of headers of ${form.id}`)
  }
  const fields = [...header.columns]
  const said = new Map(
    Object.entries(cells).map(([cell, value]) => {
      const { row, column } = cellPlace(cell)
      return [`${row} ${column}`, value]
    }),
  )
  const rows = sheet.rows
    .filter(({ row }) => row > header.row)
    .map(({ row, cells: own }) =>
      Object.fromEntries(
        fields.flatMap(([field, at]) => {
          const column = form.columns[field]
          const value = said.get(`${row} ${at}`)
          const now = value === undefined ? given(own.get(at), column) : typed(value, column)
          return now === null || now === '' ? [] : [[field, now]]
        }),
      ),
    )
  return `${JSON.stringify({ ...envelope, revision, rows }, null, 2)}\n`
}

/** Digits of delimited text may have lost the zeros in front: as a number they get them back, as text they would not. */
function given(cell: Cell | undefined, column: Column | undefined) {
  if (cell === undefined || cell.kind === 'formula-without-value') return null
  if (cell.kind === 'number') return cell.number
  if (cell.kind === 'boolean') return cell.boolean
  const text = cell.text
  const mayHaveLost = column !== undefined && !NUMBERS.includes(column.kind)
  return mayHaveLost && /^[1-9]\d{0,14}$/.test(text.trim()) ? Number(text) : text
}

/** A plain number for a column of numbers; anything else is read as text by the rules for what officers type. */
function typed(value: string, column: Column | undefined): string | number {
  const isNumber = column !== undefined && NUMBERS.includes(column.kind)
  return isNumber && /^\d{1,9}$/.test(value) ? Number(value) : value
}

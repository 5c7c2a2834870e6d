import type { Worksheet } from 'exceljs'
import type { Column, Form } from '../forms/form.ts'
import { columnLetter } from '../readers/book.ts'
import type { Heading, SheetSpec } from './form-sheet.ts'
import { layout } from './layout.ts'
import { looks, widthOf } from './looks.ts'
import { type Page, titleEnd } from './page.ts'
import { type Lists, listOf, validate } from './validations.ts'
import { words } from './words.ts'

/** Rows 1–8: number and title of the form, who and when, the tick, groups, headers with their comments, column numbers. */
export function writeHead(
  sheet: Worksheet,
  spec: SheetSpec,
  heading: Heading,
  { page, lists }: { readonly page: Page; readonly lists: Lists },
): void {
  const columns = Object.entries(spec.form.columns)
  writeTitles(sheet, spec, heading, page)
  writeTick(sheet, spec.nil, columns.length, lists)
  writeGroups(sheet, columns)
  writeHeaders(sheet, columns)
}

/** Characters' widths that a bold capital of a title takes. */
const CAPITAL = 1.5

function writeTitles(sheet: Worksheet, { form }: SheetSpec, heading: Heading, page: Page): void {
  const [from, end] = [page.from, titleEnd(page)]
  const who = [
    heading.reporter === null ? null : words.reporter(heading.reporter),
    heading.window === null ? null : words.window(heading.window),
  ].filter((line) => line !== null)
  const lines = [form.subtitle, who.join(' · ')].filter((line) => line !== null && line !== '')
  const texts = [
    { row: 1, text: numberLine(form, page), look: looks.bold },
    { row: layout.titleRow, text: form.title, look: looks.title },
    { row: layout.subtitleRow, text: lines.join('\n'), look: looks.subtitle },
  ]
  for (const { row, text, look } of texts) {
    const cell = sheet.getCell(row, from)
    cell.value = text === '' ? null : text
    if (end > from) sheet.mergeCells(row, from, row, end)
    cell.style = look
  }
  if (from > 1) writeCorner(sheet, form, from - 1)
  const width = page.widths.slice(from - 1, end).reduce((sum, each) => sum + each, 0)
  sheet.getRow(layout.titleRow).height = 24 * Math.ceil((form.title.length * CAPITAL) / width)
  sheet.getRow(layout.subtitleRow).height = Math.max(1, lines.length) * 17
}

/** On several pages the number of the form stands on each, above the columns that are repeated. */
function numberLine({ number }: Form, { from }: Page): string {
  return from > 1 ? words.issuedWith : `${words.number(number)}  ${words.issuedWith}`
}

function writeCorner(sheet: Worksheet, { number }: Form, end: number): void {
  for (const row of [1, layout.titleRow, layout.subtitleRow]) {
    for (let column = 1; column <= end; column++) sheet.getCell(row, column).style = looks.bold
  }
  sheet.getCell(1, 1).value = words.number(number)
  sheet.mergeCells(1, 1, 1, end)
}

function writeTick(sheet: Worksheet, nil: boolean, columns: number, lists: Lists): void {
  const { tickRow } = layout
  const cell = sheet.getCell(`A${tickRow}`)
  cell.value = nil ? words.nothingTicked : words.nothing
  sheet.mergeCells(`A${tickRow}:${columnLetter(Math.min(3, columns))}${tickRow}`)
  cell.style = looks.tick
  sheet.getRow(tickRow).height = 21
  validate(sheet, `A${tickRow}`, listOf([words.nothing, words.nothingTicked], lists))
  sheet.getCell(`A${tickRow + 1}`).style = looks.plain
}

function writeGroups(sheet: Worksheet, columns: readonly [string, Column][]): void {
  const starts = columns.flatMap(([, { group }], at) => (group === null ? [] : [at + 1]))
  starts.forEach((start, index) => {
    const end = (starts[index + 1] ?? columns.length + 1) - 1
    const cell = sheet.getCell(layout.groupRow, start)
    cell.value = columns[start - 1]?.[1].group ?? null
    if (end > start) sheet.mergeCells(layout.groupRow, start, layout.groupRow, end)
    cell.style = looks.group
  })
}

function writeHeaders(sheet: Worksheet, columns: readonly [string, Column][]): void {
  const headers = sheet.getRow(layout.headerRow)
  const numbers = sheet.getRow(layout.numberRow)
  columns.forEach(([field, column], at) => {
    const header = headers.getCell(at + 1)
    header.value = column.header
    header.style = column.need === 'required' ? looks.requiredHeader : looks.header
    const note = noteOf(column)
    if (field !== 'row_no' && note !== '') header.note = note
    const number = numbers.getCell(at + 1)
    number.value = `(${at + 1})`
    number.style = looks.number
  })
  headers.height = 15 * Math.max(...columns.map(([field, column]) => linesOf(field, column)))
}

/** What the comment on a header says: how to fill the column in, whether it must be, and what may be chosen. */
export function noteOf({ help, need, kind, choices, owners }: Column): string {
  const lines = [
    help,
    owners === null ? null : words.owner(owners.name),
    need === 'required' ? words.required : need === 'conditional' ? words.requiredWhen : null,
    kind === 'date' ? words.day : kind === 'money' ? words.money : null,
    choices === null ? null : words.choices(Object.values(choices)),
  ]
  return lines.filter((line) => line !== null).join('\n')
}

/** Lines that the wrapped header takes, a third more than its letters need, since words are not cut. */
function linesOf(field: string, column: Column): number {
  return Math.ceil(((column.header.length + 4) * 1.33) / widthOf(field, column))
}

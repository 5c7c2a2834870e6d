import type { Worksheet } from 'exceljs'
import type { Column } from '../forms/form.ts'
import { columnLetter } from '../readers/book.ts'
import type { Heading, SheetSpec } from './form-sheet.ts'
import { layout } from './layout.ts'
import { looks, widthOf } from './looks.ts'
import { type Lists, listOf, validate } from './validations.ts'
import { words } from './words.ts'

/** Characters that fit beside each other on one screen; titles are centred over them, not over the whole table. */
const SCREEN = 150

/** Rows 1–8: number and title of the form, who and when, the tick, groups, headers with their comments, column numbers. */
export function writeHead(sheet: Worksheet, spec: SheetSpec, heading: Heading, lists: Lists): void {
  const columns = Object.entries(spec.form.columns)
  writeTitles(sheet, spec, heading, columns)
  writeTick(sheet, spec.nil, columns.length, lists)
  writeGroups(sheet, columns)
  writeHeaders(sheet, columns)
}

function writeTitles(
  sheet: Worksheet,
  { form }: SheetSpec,
  heading: Heading,
  columns: readonly [string, Column][],
): void {
  const span = columnLetter(onScreen(columns))
  const who = [
    heading.reporter === null ? null : words.reporter(heading.reporter),
    heading.window === null ? null : words.window(heading.window),
  ].filter((line) => line !== null)
  const lines = [form.subtitle, who.join(' · ')].filter((line) => line !== null && line !== '')
  const texts = [
    { row: 1, text: `${words.number(form.number)}  ${words.issuedWith}`, look: looks.bold },
    { row: layout.titleRow, text: form.title, look: looks.title },
    { row: layout.subtitleRow, text: lines.join('\n'), look: looks.subtitle },
  ]
  for (const { row, text, look } of texts) {
    const cell = sheet.getCell(`A${row}`)
    cell.value = text === '' ? null : text
    sheet.mergeCells(`A${row}:${span}${row}`)
    cell.style = look
  }
  const room = columns.slice(0, onScreen(columns)).map(([field, column]) => widthOf(field, column))
  sheet.getRow(layout.titleRow).height = titleHeight(form.title, room)
  sheet.getRow(layout.subtitleRow).height = Math.max(1, lines.length) * 17
}

/** Capitals of that size take half as much room again as the letters by which columns are measured. */
function titleHeight(title: string, widths: readonly number[]): number {
  const room = widths.reduce((sum, width) => sum + width, 0)
  return 24 * Math.ceil((title.length * 1.5) / room)
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

function onScreen(columns: readonly [string, Column][]): number {
  let width = 0
  const over = columns.findIndex(([field, column]) => {
    width += widthOf(field, column)
    return width > SCREEN
  })
  return over === -1 ? columns.length : over
}

/** Lines that the wrapped header takes, a third more than its letters need, since words are not cut. */
function linesOf(field: string, column: Column): number {
  return Math.ceil(((column.header.length + 4) * 1.33) / widthOf(field, column))
}

import type { Workbook, Worksheet } from 'exceljs'
import { type Column, type Form, isAsked } from '../forms/form.ts'
import { columnLetter } from '../readers/book.ts'
import type { Value } from '../submission.ts'
import type { ReporterId } from '../vocabulary/reporter.ts'
import { writeFoot } from './foot.ts'
import { writeHead } from './head.ts'
import { layout } from './layout.ts'
import { entryLooks, looks, presetLooks, widthOf } from './looks.ts'
import { type Page, pageOf } from './page.ts'
import { type Lists, validate, validationOf } from './validations.ts'
import { cellValue } from './values.ts'
import { words } from './words.ts'

export interface SheetSpec {
  readonly form: Form
  /** Whether "Không phát sinh trong kỳ" is ticked. */
  readonly nil: boolean
  /** By field; what a row does not name comes from `defaults`. Preset columns that are filled in are locked, unless only suggested. */
  readonly rows: readonly Readonly<Record<string, Value | undefined>>[]
  readonly defaults?: Readonly<Record<string, Value>>
  /** Empty rows below; a usual number when left out. */
  readonly spare?: number
  /** Comments on cells, by field, for each of the rows in turn. */
  readonly notes?: readonly Readonly<Record<string, string>>[]
}

/** What stands above the table: who reports, about which window; null on a form nobody has filled in yet. */
export interface Heading {
  readonly reporter: string | null
  readonly window: string | null
  /** Whose sheet it is: nobody is asked for the columns of another. */
  readonly asked: ReporterId | null
}

/** Adds the sheet of one form: head, header rows, the rows given, `spare` empty rows, foot. */
export function addFormSheet(
  workbook: Workbook,
  spec: SheetSpec,
  heading: Heading,
  lists: Lists,
  spare: number,
): void {
  const columns = Object.entries(spec.form.columns)
  const last = columnLetter(columns.length)
  const end = layout.dataFrom + spec.rows.length + (spec.spare ?? spare) - 1
  const page = pageOf(spec.form)
  const sheet = workbook.addWorksheet(spec.form.sheet)
  describeColumns(sheet, columns)
  writeHead(sheet, spec, heading, { page, lists })
  writeRows(sheet, columns, spec)
  guideEntry(sheet, spec.form, heading, end, lists)
  const bottom = writeFoot(sheet, spec.form, page, end + 2)
  setUpPage(sheet, page, `A1:${last}${bottom}`)
  protect(sheet)
}

function describeColumns(sheet: Worksheet, columns: readonly [string, Column][]): void {
  sheet.columns = [
    ...columns.map(([field, column]) => ({
      width: widthOf(field, column),
      style: entryLooks[column.kind],
    })),
    { width: 9.5, style: looks.entry },
  ]
}

function writeRows(sheet: Worksheet, columns: readonly [string, Column][], spec: SheetSpec): void {
  const { rows, defaults = {}, notes = [], form } = spec
  const locked =
    form.preset === undefined || form.preset.kind === 'suggested' ? [] : form.preset.fields
  rows.forEach((values, index) => {
    const row = sheet.getRow(layout.dataFrom + index)
    let lines = 1
    columns.forEach(([field, column], at) => {
      const given = values[field] ?? defaults[field] ?? (field === 'row_no' ? index + 1 : null)
      const value = cellValue(column, given)
      const note = notes[index]?.[field]
      if (value === null && note === undefined) return
      const cell = row.getCell(at + 1)
      cell.value = value
      cell.style = locked.includes(field) ? presetLooks[column.kind] : entryLooks[column.kind]
      if (note !== undefined) cell.note = note
      lines = Math.max(lines, linesIn(value, widthOf(field, column)))
    })
    if (lines > 1) row.height = LINE * lines
  })
}

/** Points of a line of text. */
const LINE = 15
/** The typeface is narrower than the digits in which widths are counted. */
const NARROW = 0.85

/** Lines that a wrapped text takes: not every program makes a row as high as what stands in it. */
function linesIn(value: string | number | null, width: number): number {
  if (typeof value !== 'string') return 1
  return value.split('\n').reduce((sum, text) => sum + Math.ceil((text.length * NARROW) / width), 0)
}

/** Lines around the rows, drop-downs and ranges, and yellow where a row that was begun lacks something required. */
function guideEntry(
  sheet: Worksheet,
  form: Form,
  { asked }: Heading,
  end: number,
  lists: Lists,
): void {
  const columns = Object.entries(form.columns)
  const from = layout.dataFrom
  const range = (at: number) => `${columnLetter(at + 1)}${from}:${columnLetter(at + 1)}${end}`
  columns.forEach(([, column], at) => {
    const validation = validationOf(column, lists)
    if (validation !== null) validate(sheet, range(at), validation)
  })
  const last = columnLetter(columns.length)
  const begins = columns.findIndex(([field]) => !isGiven(field, form))
  const required = columns.flatMap(([, column], at) => (mustBeFilled(column, asked) ? [at] : []))
  const [first] = required
  if (first !== undefined) {
    const cell = `${columnLetter(first + 1)}${from}`
    const begun = `$${columnLetter(begins + 1)}${from}:$${last}${from}`
    const formulae = [`AND(LEN(TRIM(${cell}))=0,COUNTA(${begun})>0)`]
    sheet.addConditionalFormatting({
      ref: required.map(range).join(' '),
      rules: [{ type: 'expression', priority: 1, formulae, style: looks.missing }],
    })
  }
  sheet.addConditionalFormatting({
    ref: `A${from}:${last}${end}`,
    rules: [{ type: 'expression', priority: 2, formulae: ['TRUE'], style: looks.grid }],
  })
}

/** A running number, or what a blank sheet has filled in: it begins no row. */
function isGiven(field: string, { preset }: Form): boolean {
  return field === 'row_no' || (preset?.fields ?? []).includes(field)
}

/** While nobody knows whose sheet it is, columns with owners are nobody's duty. */
function mustBeFilled(column: Column, asked: ReporterId | null): boolean {
  if (column.need !== 'required') return false
  return asked === null ? column.owners === null : isAsked(column, asked)
}

/** With headers and first columns on every page. */
function setUpPage(sheet: Worksheet, { paper, across, frozen }: Page, area: string): void {
  const { groupRow, numberRow } = layout
  sheet.views = [{ state: 'frozen', xSplit: frozen, ySplit: numberRow, showGridLines: false }]
  sheet.pageSetup = {
    paperSize: paper as 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: across,
    fitToHeight: 0,
    printTitlesRow: `${groupRow}:${numberRow}`,
    printTitlesColumn: `A:${columnLetter(frozen)}`,
    printArea: area,
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  }
  sheet.headerFooter.oddFooter = `&C${words.page}`
}

/** Without a password: it keeps hands off the headers, it keeps no secret. */
function protect(sheet: Worksheet): void {
  void sheet.protect('', {
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
  })
}

import ExcelJS from 'exceljs'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { fontFamily, palette } from '../theme.ts'
import { draftExtract } from '../words.ts'
import { harmless } from './harmless.ts'
import { retimed } from './retimed.ts'
import { type ExtractField, type ExtractRow, extractColumns, extractFields } from './rows.ts'

const HEADER_ROW = 5

interface Title {
  readonly heading: string
  readonly subtitle: string
  /** The business date, printed as the workbook's day of making. */
  readonly on: CalendarDate
}

/** The rows as a workbook for people: a title that says what it is, headings in Vietnamese, dates as dates; the same bytes each time. */
export async function extractXlsx(rows: readonly ExtractRow[], title: Title): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'Hòa Nhập'
  workbook.created = workbook.modified = dayAt(title.on)
  const sheet = workbook.addWorksheet('So lieu', {
    views: [{ state: 'frozen', ySplit: HEADER_ROW, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  })
  writeTitle(sheet, title)
  writeHeader(sheet)
  for (const row of rows) writeRow(sheet, row)
  sheet.autoFilter = {
    from: { row: HEADER_ROW, column: 1 },
    to: { row: HEADER_ROW, column: extractColumns.length },
  }
  return retimed(new Uint8Array(await workbook.xlsx.writeBuffer()))
}

function writeTitle(sheet: ExcelJS.Worksheet, { heading, subtitle }: Title) {
  sheet.getCell('A1').value = draftExtract.toUpperCase()
  sheet.getCell('A1').font = { name: fontFamily, bold: true, color: { argb: argb(palette.red) } }
  sheet.getCell('A2').value = harmless(heading)
  sheet.getCell('A2').font = { name: fontFamily, bold: true, size: 14 }
  sheet.getCell('A3').value = harmless(subtitle)
  sheet.getCell('A3').font = { name: fontFamily, color: { argb: argb(palette.muted) } }
}

function writeHeader(sheet: ExcelJS.Worksheet) {
  extractColumns.forEach((column, index) => {
    const cell = sheet.getCell(HEADER_ROW, index + 1)
    cell.value = extractFields[column].heading
    cell.font = { name: fontFamily, bold: true }
    cell.alignment = { wrapText: true, vertical: 'middle' }
    cell.border = { bottom: { style: 'medium', color: { argb: argb(palette.navy) } } }
    sheet.getColumn(index + 1).width = widths[column] ?? 14
  })
}

const widths: Partial<Record<ExtractField, number>> = {
  notice: 26,
  indicator: 46,
  definition: 60,
  verdict_words: 40,
  definition_id: 30,
}

function writeRow(sheet: ExcelJS.Worksheet, row: ExtractRow) {
  const added = sheet.addRow(extractColumns.map((column) => cellValue(row, column)))
  added.eachCell((cell, index) => {
    const column = extractColumns[index - 1] as ExtractField
    const { kind } = extractFields[column]
    cell.font = { name: fontFamily }
    cell.alignment = { vertical: 'top', wrapText: kind === 'text' }
    if (kind === 'count') cell.numFmt = '#,##0'
    if (kind === 'date') cell.numFmt = 'dd/mm/yyyy'
  })
}

function cellValue(row: ExtractRow, column: ExtractField): string | number | Date | null {
  const value = row[column]
  if (typeof value !== 'string') return value
  return extractFields[column].kind === 'date' ? dayAt(value) : harmless(value)
}

function dayAt(date: string): Date {
  return new Date(`${date}T00:00:00Z`)
}

function argb(colour: string): string {
  return `FF${colour.slice(1).toUpperCase()}`
}

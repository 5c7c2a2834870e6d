import type { Slip, SlipTable } from '../slip.ts'
import { cellText, escaped } from './edits.ts'
import type { Look } from './slip-styles.ts'

/** The fill that a marked cell had before, which a later answer gives back. */
export interface Remembered {
  readonly sheet: string
  readonly cell: string
  readonly fill: string
}

/** What the workbook makes of the slip's words. */
export interface SlipPlace {
  readonly styles: Readonly<Record<Look, number>>
  /** Names of the sheets that a link may lead to. */
  readonly sheets: ReadonlySet<string>
  readonly remembered: readonly Remembered[]
  /** Namespace of the workbook's elements. */
  readonly main: string
}

const WIDTHS = [6, 24, 12, 96]
/** Hidden: sheet, cell and fill of every marked cell that had one of its own. */
export const MEMORY = 6
/** Letters of Times New Roman 11 in a line of the last column, and of all four. */
const [LINE, WIDE_LINE] = [108, 155]
const LINE_HEIGHT = 15

interface Cell {
  readonly column: string
  readonly look: Look
  readonly text: string
}

interface Row {
  readonly cells: readonly Cell[]
  readonly height?: number
  readonly merged?: boolean
  readonly link?: { readonly column: string; readonly to: string }
}

/** The worksheet of the slip: who and what, the verdict, the forms, then each problem with a link to its cell. */
export function slipSheet(slip: Slip, place: SlipPlace): string {
  const rows = [
    ...headOf(slip),
    ...formsOf(slip, place),
    ...slip.lists.flatMap((list) => listOf(list, place)),
  ]
  const lines = rows.map((row, index) => rowXml(row, index + 1, place))
  const links = rows.flatMap(({ link }, index) =>
    link === undefined
      ? []
      : [`<hyperlink ref="${link.column}${index + 1}" location="${escaped(link.to)}"/>`],
  )
  const merges = rows.flatMap(({ merged }, index) =>
    merged === true ? [`<mergeCell ref="A${index + 1}:D${index + 1}"/>`] : [],
  )
  const widths = WIDTHS.map(
    (width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${place.main}">`,
    '<sheetPr><tabColor rgb="FFC0392B"/><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews>',
    `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/>`,
    `<cols>${widths.join('')}<col min="${MEMORY}" max="${MEMORY + 2}" width="9" hidden="1" customWidth="1"/></cols>`,
    `<sheetData>${lines.join('')}${memoryRows(rows.length, place)}</sheetData>`,
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`,
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '</worksheet>',
  ].join('')
}

function headOf({ title, facts, verdict, ask }: Slip): readonly Row[] {
  return [
    { cells: [{ column: 'A', look: 'title', text: title }], height: 24 },
    ...facts.map(([label, value]) => ({
      cells: [
        { column: 'A', look: 'label', text: label },
        { column: 'C', look: 'plain', text: value },
      ] as const,
    })),
    { cells: [] },
    { cells: across(verdict.tone, verdict.text), height: 24, merged: true },
    ...ask.map((text) => ({
      cells: across('ask', text),
      height: heightOf(text, WIDE_LINE),
      merged: true,
    })),
  ]
}

function across(look: Look, text: string): readonly Cell[] {
  return ['A', 'B', 'C', 'D'].map((column) => ({ column, look, text: column === 'A' ? text : '' }))
}

function formsOf({ forms }: Slip, { sheets }: SlipPlace): readonly Row[] {
  return tableOf(forms, 'section', ({ sheet, rows, text }, number) => ({
    cells: [
      { column: 'A', look: 'number', text: number },
      { column: 'B', look: sheets.has(sheet) ? 'link' : 'text', text: sheet },
      { column: 'C', look: 'number', text: rows },
      { column: 'D', look: 'text', text },
    ],
    height: heightOf(text, LINE),
    ...linked('B', sheets.has(sheet) ? linkTo(sheet, 'A1') : null),
  }))
}

function listOf(list: Slip['lists'][number], { sheets }: SlipPlace): readonly Row[] {
  const look = list.colour === 'error' ? 'swatchError' : 'swatchWarning'
  return tableOf(list, 'section', ({ sheet, place, cell, text }, number) => {
    const to = cell !== null && sheets.has(sheet) ? linkTo(sheet, cell) : null
    return {
      cells: [
        { column: 'A', look, text: number },
        { column: 'B', look: 'text', text: sheet },
        { column: 'C', look: to === null ? 'number' : 'link', text: place },
        { column: 'D', look: 'text', text },
      ],
      height: heightOf(text, LINE),
      ...linked('C', to),
    }
  })
}

function tableOf<T>(
  { title, head, rows }: SlipTable<T>,
  look: Look,
  rowOf: (row: T, number: string) => Row,
): readonly Row[] {
  if (rows.length === 0) return []
  return [
    { cells: [{ column: 'A', look, text: title }], height: 26 },
    {
      cells: head.map((text, n) => ({ column: 'ABCD'[n] ?? 'D', look: 'header' as const, text })),
      height: 2 * LINE_HEIGHT + 4,
    },
    ...rows.map((row, index) => rowOf(row, String(index + 1))),
  ]
}

function linked(column: string, to: string | null): Pick<Row, 'link'> {
  return to === null ? {} : { link: { column, to } }
}

/** `'01.Danh sach'!F12` */
function linkTo(sheet: string, cell: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${cell}`
}

function heightOf(text: string, line: number): number {
  const lines = text.split('\n').map((each) => Math.max(1, Math.ceil(each.length / line)))
  return Math.min(400, lines.reduce((sum, n) => sum + n, 0) * LINE_HEIGHT + 3)
}

function rowXml({ cells, height }: Row, row: number, { styles, remembered }: SlipPlace): string {
  const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`
  const own = cells.map(({ column, look, text }) => {
    const style = styles[look]
    return text === ''
      ? `<c r="${column}${row}" s="${style}"/>`
      : `<c r="${column}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`
  })
  return `<row r="${row}"${tall}>${own.join('')}${memoryCells(remembered[row - 1], row)}</row>`
}

function memoryRows(used: number, { remembered }: SlipPlace): string {
  const rest = remembered.slice(used).map((each, index) => {
    const row = used + index + 1
    return `<row r="${row}" hidden="1">${memoryCells(each, row)}</row>`
  })
  return rest.join('')
}

function memoryCells(each: Remembered | undefined, row: number): string {
  if (each === undefined) return ''
  return [each.sheet, each.cell, each.fill]
    .map(
      (text, n) =>
        `<c r="${'FGH'[n]}${row}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`,
    )
    .join('')
}

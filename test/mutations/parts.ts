import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { columnLetter } from '#sources/readers/book.ts'
import { daysBetween, isCalendarDate } from '#sources/vocabulary/date.ts'

/** The parts of an .xlsx by name, as they lie in the zip. */
export type Parts = Readonly<Record<string, Uint8Array>>

/** What somebody types into a cell; `null` empties it, `{ day }` is a day as Excel keeps it, a formula has no value until it is calculated. */
export type Typed =
  | string
  | number
  | boolean
  | null
  | { readonly day: string }
  | { readonly formula: string }
  | { readonly error: string }

/** Cells of a sheet as their XML: row → column → `<c …>`. */
type Grid = Map<number, { readonly attributes: string; readonly cells: Map<number, string> }>

const ROW = /<row r="(\d+)"([^>]*?)(?:\/>|>(.*?)<\/row>)/gs
const CELL = /<c r="([A-Z]+)\d+"(?: [^>]*?)?(?:\/>|>.*?<\/c>)/gs

export function openParts(bytes: Uint8Array): Parts {
  return unzipSync(bytes)
}

const PACKED_ON = new Date(2026, 0, 1)

/** Stored, not deflated: the reader takes both, and hundreds are packed; the same parts make the same bytes. */
export function packed(parts: Parts): Uint8Array {
  return zipSync({ ...parts }, { level: 0, mtime: PACKED_ON })
}

export function textOf(parts: Parts, name: string): string {
  const part = parts[name]
  if (part === undefined) throw new Error(`no part '${name}'`)
  return strFromU8(part)
}

export function withText(parts: Parts, name: string, text: string): Parts {
  return { ...parts, [name]: strToU8(text) }
}

/** The part in which a sheet's cells lie. */
export function partOf(parts: Parts, sheet: string): string {
  const found = sheetsOf(parts).find(({ name }) => name === sheet)
  if (found === undefined)
    throw new Error(`no sheet '${sheet}' among ${sheetNames(parts).join(', ')}`)
  return found.part
}

/** Names and parts of the sheets, in the order of the book. */
export function sheetsOf(
  parts: Parts,
): readonly { readonly name: string; readonly part: string }[] {
  const targets = relationsOf(parts, 'xl/workbook.xml')
  const tags = textOf(parts, 'xl/workbook.xml').matchAll(/<sheet ([^>]*)\/>/g)
  return [...tags].map(([, tag = '']) => ({
    name: attribute(tag, 'name'),
    part: targets.get(attribute(tag, 'r:id')) ?? '',
  }))
}

/** Id → part, for what a part names. */
export function relationsOf(parts: Parts, part: string): ReadonlyMap<string, string> {
  const folder = part.slice(0, part.lastIndexOf('/'))
  const name = `${folder}/_rels/${part.slice(folder.length + 1)}.rels`
  const xml = name in parts ? textOf(parts, name) : ''
  return new Map(
    [...xml.matchAll(/<Relationship ([^>]*)\/>/g)].map(([, tag = '']) => [
      attribute(tag, 'Id'),
      new URL(attribute(tag, 'Target'), `file:///${folder}/`).pathname.slice(1),
    ]),
  )
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}

export function sheetNames(parts: Parts): readonly string[] {
  return sheetsOf(parts).map(({ name }) => name)
}

/** The XML of one cell, or null where nothing stands. */
export function cellXml(parts: Parts, sheet: string, address: string): string | null {
  const { row, column } = placeOf(address)
  return (
    gridOf(textOf(parts, partOf(parts, sheet)))
      .get(row)
      ?.cells.get(column) ?? null
  )
}

export function withCellXml(parts: Parts, sheet: string, address: string, xml: string | null) {
  const name = partOf(parts, sheet)
  const text = textOf(parts, name)
  const grid = gridOf(text)
  const { row, column } = placeOf(address)
  const line = grid.get(row) ?? { attributes: '', cells: new Map<number, string>() }
  if (xml === null) line.cells.delete(column)
  else line.cells.set(column, xml)
  grid.set(row, line)
  return withText(parts, name, withGrid(text, grid))
}

/** The cell with something else in it; it keeps its look, or has that of its column. */
export function withTyped(parts: Parts, sheet: string, address: string, typed: Typed): Parts {
  const isDay = typeof typed === 'object' && typed !== null && 'day' in typed
  const style = isDay ? dayStyle(parts) : styleAt(parts, sheet, address)
  const xml = typed === null ? null : xmlOf(address, style, typed)
  return withCellXml(parts, sheet, address, xml)
}

/** The words in a cell, through the shared strings. */
export function wordsAt(parts: Parts, sheet: string, address: string): string | null {
  const xml = cellXml(parts, sheet, address)
  const value = /<(?:v|t)(?: [^>]*)?>(.*?)<\/(?:v|t)>/s.exec(xml ?? '')?.[1]
  if (xml === null || value === undefined) return null
  if (xml.includes('t="inlineStr"')) return unescaped(value)
  return xml.includes('t="s"') ? (sharedStrings(parts)[Number(value)] ?? null) : value
}

export function placeOf(address: string): { readonly row: number; readonly column: number } {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  return { row: Number(row), column: columnNumber(letters) }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)
}

function gridOf(xml: string): Grid {
  const grid: Grid = new Map()
  for (const [, row, attributes = '', inner = ''] of xml.matchAll(ROW)) {
    const cells = new Map<number, string>()
    for (const [cell, letters = ''] of inner.matchAll(CELL)) cells.set(columnNumber(letters), cell)
    grid.set(Number(row), { attributes, cells })
  }
  return grid
}

function withGrid(xml: string, grid: Grid): string {
  const rows = [...grid].sort(([a], [b]) => a - b)
  const lines = rows.map(([row, { attributes, cells }]) => {
    const inner = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell)
    return `<row r="${row}"${attributes}>${inner.join('')}</row>`
  })
  const data = `<sheetData>${lines.join('')}</sheetData>`
  return xml.replace(/<sheetData>.*<\/sheetData>/s, () => data)
}

function xmlOf(address: string, style: string, typed: NonNullable<Typed>): string {
  const c = (attributes: string, inner: string) =>
    `<c r="${address}"${style}${attributes}>${inner}</c>`
  if (typeof typed === 'string') {
    return c(' t="inlineStr"', `<is><t xml:space="preserve">${escaped(typed)}</t></is>`)
  }
  if (typeof typed === 'number') return c('', `<v>${typed}</v>`)
  if (typeof typed === 'boolean') return c(' t="b"', `<v>${Number(typed)}</v>`)
  if ('formula' in typed) return c('', `<f>${escaped(typed.formula)}</f>`)
  if ('error' in typed) return c(' t="e"', `<v>${escaped(typed.error)}</v>`)
  if (!isCalendarDate(typed.day)) throw new Error(`'${typed.day}' is no day`)
  return c('', `<v>${daysBetween('1899-12-30', typed.day)}</v>`)
}

function styleAt(parts: Parts, sheet: string, address: string): string {
  const own = / s="\d+"/.exec(cellXml(parts, sheet, address) ?? '')?.[0]
  if (own !== undefined) return own
  const { column } = placeOf(address)
  const columns = textOf(parts, partOf(parts, sheet)).matchAll(
    /<col min="(\d+)" max="(\d+)"[^>]*>/g,
  )
  for (const [xml, min, max] of columns) {
    if (Number(min) <= column && column <= Number(max)) {
      const style = / style="(\d+)"/.exec(xml)?.[1]
      return style === undefined ? '' : ` s="${style}"`
    }
  }
  return ''
}

/** The look of a day: the cover has one in "Số liệu tính đến hết ngày". */
function dayStyle(parts: Parts): string {
  return / s="\d+"/.exec(cellXml(parts, '00.Thong tin', 'B9') ?? '')?.[0] ?? ''
}

function sharedStrings(parts: Parts): readonly string[] {
  const xml = textOf(parts, 'xl/sharedStrings.xml')
  return [...xml.matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner = '']) =>
    [...inner.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => unescaped(text)).join(''),
  )
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** What an XML text or attribute says. */
export function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#10;/g, '\n')
    .replace(/&amp;/g, '&')
}

/** `(9, 3)` → `C9`. */
export function addressOf(row: number, column: number): string {
  return `${columnLetter(column)}${row}`
}

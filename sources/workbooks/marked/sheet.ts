import { cellAddress, cellPlace } from '#sources/readers/book.ts'
import { parseText } from '#sources/readers/xml.ts'
import type { Attributes } from '#sources/readers/xml-attributes.ts'
import { cellText, type Edit, edited, prefixOf, withAttributes } from './edits.ts'

/** What becomes of the cells of one sheet. */
export interface SheetChanges {
  /** Cells that must be there afterwards, by address: those that are marked, and those that get a value. */
  readonly cells: ReadonlyMap<string, CellPlace>
  /** The style of a cell afterwards, asked for every cell of the sheet and for those that are put in. */
  readonly styleOf: (address: string, style: number) => number
  /** New values by address; the cell keeps its style and loses its formula. */
  readonly values?: ReadonlyMap<string, string | number>
  /** True when another sheet is to be the only one selected. */
  readonly deselect: boolean
}

export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** What the sheet says of its comments, and where a drawing of comments would stand. */
export interface PatchedSheet {
  readonly text: string
  readonly legacyDrawing: string | null
}

/** Elements that stand behind the drawing of comments (ECMA-376 18.3.1.99). */
const BEHIND = new Set(
  'legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst mc:AlternateContent'.split(
    ' ',
  ),
)

/** Changes cells of a worksheet and nothing else; rows and cells that are not there are put in at their places. */
export function patchSheet(text: string, part: string, changes: SheetChanges): PatchedSheet {
  const { styleOf, values = new Map<string, string | number>(), deselect } = changes
  const p = prefixOf(text)
  const edits: Edit[] = []
  const missing = missingRows(changes.cells)
  const columnStyles: { readonly min: number; readonly max: number; readonly style: number }[] = []
  const path: string[] = []
  let legacyDrawing: string | null = null
  let row = 0
  let rowStyle: number | null = null
  let rowTag = ''
  let rowFrom = 0
  let column = 0
  let cell = { address: '', from: 0, tag: '' }

  const insert = (at: number, xml: string) => {
    if (xml !== '') edits.push({ from: at, to: at, text: xml })
  }
  const baseOf = (at: number) =>
    rowStyle ?? columnStyles.find(({ min, max }) => min <= at && at <= max)?.style ?? 0
  /** XML of the wanted cells of a row left of a column. */
  const cellsBefore = (wanted: number[] | undefined, limit: number): string => {
    let xml = ''
    while (wanted?.[0] !== undefined && wanted[0] < limit) {
      const at = wanted.shift() ?? 0
      const address = cellAddress(row, at)
      xml += cellXml(`<${p}c r="${address}"/>`, address, styleOf(address, baseOf(at)), values, p)
    }
    return xml
  }
  const rowsBefore = (limit: number): string => {
    const here = row
    let xml = ''
    for (const [at, wanted] of missing) {
      if (at >= limit) break
      row = at
      missing.delete(at)
      xml += `<${p}row r="${at}">${cellsBefore(wanted, Number.POSITIVE_INFINITY)}</${p}row>`
    }
    row = here
    return xml
  }

  const openRow = (attributes: Attributes, from: number, to: number) => {
    const next = Number(attributes.get('r') ?? row + 1)
    rowStyle = null
    insert(from, rowsBefore(next))
    row = next
    rowStyle = attributes.get('customFormat') ? Number(attributes.get('s') ?? 0) : null
    column = 0
    rowFrom = from
    rowTag = text.slice(from, to)
  }
  const closeRow = (from: number) => {
    const xml = cellsBefore(missing.get(row), Number.POSITIVE_INFINITY)
    missing.delete(row)
    if (!rowTag.endsWith('/>')) insert(from, xml)
    else if (xml !== '') {
      const open = rowTag.replace(/\s*\/>$/, '>')
      edits.push({ from: rowFrom, to: from, text: `${open}${xml}</${p}row>` })
    }
  }
  const openCell = (attributes: Attributes, from: number, to: number) => {
    const ref = attributes.get('r')
    column = ref === undefined ? column + 1 : cellPlace(ref).column
    const address = ref ?? cellAddress(row, column)
    const wanted = missing.get(row)
    insert(from, cellsBefore(wanted, column))
    if (wanted?.[0] === column) wanted.shift()
    cell = { address, from, tag: text.slice(from, to) }
    if (values.has(address)) return
    const style = Number(attributes.get('s') ?? 0)
    const now = styleOf(address, style)
    if (now !== style) edits.push({ from, to, text: withAttributes(cell.tag, { s: now }) })
  }
  const closeCell = (to: number) => {
    if (!values.has(cell.address)) return
    const { from, tag, address } = cell
    const style = styleOf(address, Number(/\ss\s*=\s*["'](\d+)/.exec(tag)?.[1] ?? 0))
    edits.push({ from, to, text: cellXml(tag, address, style, values, p) })
  }

  parseText(text, part, {
    open: (name, attributes, from, to) => {
      path.push(name)
      if (name === 'c' && path[1] === 'sheetData') openCell(attributes, from, to)
      else if (name === 'row' && path[1] === 'sheetData') openRow(attributes, from, to)
      else if (name === 'col' && path[1] === 'cols') {
        const [min = 0, max = 0, style = 0] = ['min', 'max', 'style'].map((key) =>
          Number(attributes.get(key) ?? 0),
        )
        columnStyles.push({ min, max, style })
      } else if (name === 'sheetView' && deselect && attributes.get('tabSelected') !== undefined) {
        edits.push({ from, to, text: withAttributes(text.slice(from, to), { tabSelected: null }) })
      } else if (name === 'legacyDrawing' && path.length === 2) {
        legacyDrawing = attributes.local('id') ?? null
      } else if (name === 'sheetData' && text.slice(from, to).endsWith('/>')) {
        const xml = rowsBefore(Number.POSITIVE_INFINITY)
        const open = text.slice(from, to).replace(/\s*\/>$/, '>')
        if (xml !== '') edits.push({ from, to, text: `${open}${xml}</${p}sheetData>` })
      }
    },
    close: (name, from, to) => {
      if (name === 'c' && path[1] === 'sheetData') closeCell(to)
      else if (name === 'row' && path[1] === 'sheetData') closeRow(from)
      else if (name === 'sheetData') {
        rowStyle = null
        insert(from, rowsBefore(Number.POSITIVE_INFINITY))
      }
      path.pop()
    },
  })
  return { text: edited(text, edits), legacyDrawing }
}

/** The sheet with a drawing of comments, which it has not got yet. */
export function withLegacyDrawing(text: string, part: string, id: string, address: string): string {
  const p = prefixOf(text)
  let at: number | null = null
  const path: string[] = []
  parseText(text, part, {
    open: (name, _, from) => {
      path.push(name)
      if (path.length === 2 && BEHIND.has(name)) at ??= from
    },
    close: (_, from) => {
      if (path.length === 1) at ??= from
      path.pop()
    },
  })
  const from = at ?? text.length
  const xml = `<${p}legacyDrawing xmlns:r="${address}" r:id="${id}"/>`
  return edited(text, [{ from, to: from, text: xml }])
}

function cellXml(
  tag: string,
  address: string,
  style: number,
  values: ReadonlyMap<string, string | number>,
  p: string,
): string {
  const value = values.get(address)
  const styled = withAttributes(tag, { s: style === 0 ? null : style, t: null })
  if (value === undefined) return styled
  const open = styled.replace(/\s*\/?>$/, '')
  if (typeof value === 'number') return `${open}><${p}v>${value}</${p}v></${p}c>`
  const content = `<${p}is><${p}t xml:space="preserve">${cellText(value)}</${p}t></${p}is>`
  return `${open} t="inlineStr">${content}</${p}c>`
}

/** Row → columns, both ascending. */
function missingRows(cells: ReadonlyMap<string, CellPlace>): Map<number, number[]> {
  const places = [...cells.values()].toSorted((a, b) => a.row - b.row || a.column - b.column)
  const rows = new Map<number, number[]>()
  for (const { row, column } of places) rows.set(row, [...(rows.get(row) ?? []), column])
  return rows
}

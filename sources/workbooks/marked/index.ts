/**
 * The officer's own workbook back with bad cells coloured and commented and a slip as its first sheet. Pure, bytes → bytes: every part that
 * need not change stays byte for byte, and of the others every cell that is not marked.
 */
import { cellPlace } from '#sources/readers/book.ts'
import { relationshipsOf } from '#sources/readers/relationships.ts'
import { findWorkbook } from '#sources/readers/workbook-part.ts'
import { isSlip, type Slip } from '../slip.ts'
import { emptyWorkbook, STYLES, STYLES_TYPE } from './blank.ts'
import { type Remark, writeRemarks } from './comments.ts'
import { rememberedIn } from './memory.ts'
import { declare, namespacesOf, openPackage, type Package, relate } from './package.ts'
import { type CellPlace, patchSheet } from './sheet.ts'
import { type Remembered, slipSheet } from './slip-sheet.ts'
import { type Severity, type StyleBook, styleBook } from './styles.ts'
import { placeSlip, sheetsOf, type TabSheet } from './workbook.ts'

/** A cell to be mended, with the sentences that say how. */
export interface Mark {
  readonly sheet: string
  readonly cell: string
  readonly severity: Severity
  readonly text: string
}

/**
 * Marks cells of a workbook and puts the slip first. Marks, comments and slip of an earlier answer that came back with the file make room.
 *
 * Throws what reading the workbook throws; a mark of a sheet that there is not stands on the slip alone.
 */
export function marked(bytes: Uint8Array, marks: readonly Mark[], slip: Slip): Uint8Array {
  const parts = openPackage(bytes)
  const workbook = findWorkbook(parts) ?? 'xl/workbook.xml'
  const sheets = sheetsOf(parts, workbook)
  const old = sheets.find(({ name, kind }) => kind === 'worksheet' && isSlip(name))
  const before = old === undefined ? [] : rememberedIn(parts, workbook, old.part)
  const { part: stylesPart, styles } = stylesOf(parts, workbook)
  const remembered: Remembered[] = []
  for (const sheet of sheets.filter((each) => each !== old && parts.has(each.part))) {
    const own = marks.filter((mark) => mark.sheet === sheet.name && mark.cell !== '')
    remembered.push(...markSheet(parts, sheet, own, styles, before))
  }
  const looks = styles.slip()
  const part = placeSlip(parts, workbook, sheets)
  const names = new Set(sheets.filter((each) => each !== old).map(({ name }) => name))
  const { main } = namespacesOf(parts.text(workbook))
  parts.write(part, slipSheet(slip, { styles: looks, sheets: names, remembered, main }))
  parts.write(stylesPart, styles.text())
  return parts.bytes()
}

/** A cell that gets another value. */
export interface Change {
  readonly sheet: string
  readonly cell: string
  readonly value: string | number
}

/** The workbook with other values in some cells, which keep their looks; nothing else of it changes. */
export function rewritten(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  const parts = openPackage(bytes)
  for (const { name, part } of sheetsOf(parts, findWorkbook(parts) ?? '')) {
    const own = changes.filter(({ sheet }) => sheet === name)
    if (own.length === 0) continue
    const cells = new Map(own.map(({ cell }) => [cell, cellPlace(cell)]))
    const values = new Map(own.map(({ cell, value }) => [cell, value]))
    const styleOf = (_: string, style: number) => style
    const text = parts.text(part)
    parts.write(part, patchSheet(text, part, { cells, values, styleOf, deselect: false }).text)
  }
  return parts.bytes()
}

/** The slip as a workbook of its own, for files that are no workbook or could not be read. */
export function slipWorkbook(slip: Slip): Uint8Array {
  return marked(emptyWorkbook(), [], slip)
}

/** One mark for each cell: the gravest, with all that is to be said. */
function byCell(marks: readonly Mark[]): ReadonlyMap<string, Mark & CellPlace> {
  const cells = new Map<string, Mark & CellPlace>()
  for (const mark of marks) {
    const place = cellPlace(mark.cell)
    if (place.row === 0 || place.column === 0) continue
    const known = cells.get(mark.cell)
    const severity = known?.severity === 'error' ? 'error' : mark.severity
    const text = known === undefined ? mark.text : `${known.text}\n${mark.text}`
    cells.set(mark.cell, { ...mark, ...place, severity, text })
  }
  return cells
}

function markSheet(
  parts: Package,
  { name, part, kind }: TabSheet,
  marks: readonly Mark[],
  styles: StyleBook,
  before: readonly Remembered[],
): readonly Remembered[] {
  const cells = byCell(marks)
  const text = parts.text(part)
  const fills = new Map(
    before.filter(({ sheet }) => sheet === name).map(({ cell, fill }) => [cell, fill]),
  )
  const remembered: Remembered[] = []
  const styleOf = (address: string, style: number): number => {
    const own = styles.unmarked(style, fills.get(address) ?? null)
    const mark = cells.get(address)
    if (mark === undefined) return own
    const fill = styles.fillOf(own)
    if (fill !== null) remembered.push({ sheet: name, cell: address, fill })
    return styles.marked(own, mark.severity)
  }
  const patched = patchSheet(text, part, { cells, styleOf, deselect: true })
  if (patched.text !== text) parts.write(part, patched.text)
  if (kind !== 'worksheet') return remembered
  const remarks = [...cells.values()].map(
    (mark): Remark => ({ address: mark.cell, row: mark.row, column: mark.column, text: mark.text }),
  )
  writeRemarks(parts, part, patched.legacyDrawing, remarks)
  return remembered
}

function stylesOf(
  parts: Package,
  workbook: string,
): { readonly part: string; readonly styles: StyleBook } {
  const known = relationshipsOf(parts, workbook).find(({ kind }) => kind === 'styles')?.part ?? null
  const part = known ?? parts.free('xl/styles', '.xml')
  if (known === null) {
    parts.write(part, STYLES)
    declare(parts, part, STYLES_TYPE)
    relate(parts, workbook, 'styles', part)
  }
  return { part, styles: styleBook(parts.text(part), part) }
}

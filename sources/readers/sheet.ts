import { type Cell, cellAddress, type SheetRow } from './book.ts'
import { type BookContext, cellOf, type RawCell } from './cell.ts'
import { LIMITS } from './limits.ts'
import { areaOf, dropCovered, type Merge } from './merges.ts'
import { type Facts, refuse } from './refusal.ts'
import { isTrue, parseXml } from './xml.ts'
import type { Attributes } from './xml-attributes.ts'
import type { Archive } from './zip.ts'

/** `oddHeader`, `evenFooter`, `firstHeader` … */
const PAGE = /^(odd|even|first)(Header|Footer)$/

interface SheetPart {
  readonly name: string
  readonly part: string
}

/** Counts the cells of all sheets of one book against {@link LIMITS}. */
export interface CellBudget {
  left: number
}

/**
 * Rows of one worksheet that hold something. Styled but empty cells and rows (a formatted column of a million rows) cost time, not memory.
 * Values under a merge belong to its top-left cell; what a program left beneath is dropped. Page headers and footers come beside them.
 */
export function readSheet(
  archive: Archive,
  sheet: SheetPart,
  book: BookContext,
  budget: CellBudget,
): { readonly rows: readonly SheetRow[]; readonly stamps: readonly string[] } {
  const { name, part } = sheet
  const rows: (SheetRow & { readonly cells: Map<number, Cell> })[] = []
  const stamps: string[] = []
  const merges: Merge[] = []
  const tooLarge = (limit: keyof typeof LIMITS, facts: Facts = {}): never =>
    refuse('too-large', { limit, most: LIMITS[limit], sheet: name, ...facts })
  const damaged = (reason: string, cell: string): never =>
    refuse('damaged-file', { reason, part, cell })

  const raw: RawCell = {
    address: '',
    type: undefined,
    style: undefined,
    formula: false,
    value: null,
  }
  let row = 0
  let hidden = false
  let column = 0
  let cells: Map<number, Cell> | null = null
  let inCell = false
  let listening = false
  let phonetic = false
  let onPage = false

  const openRow = (attributes: Attributes): void => {
    const next = Number(attributes.get('r') ?? row + 1)
    if (!(Number.isInteger(next) && next > row && next <= LIMITS.lastRow))
      damaged('row-order', `A${attributes.get('r')}`)
    row = next
    hidden = isTrue(attributes.get('hidden'))
    column = 0
    cells = null
  }
  const openCell = (attributes: Attributes): void => {
    const ref = attributes.get('r')
    column = ref === undefined ? column + 1 : columnOf(ref, row)
    if (!(column >= 1 && column <= LIMITS.lastColumn)) damaged('address', ref ?? '')
    inCell = true
    raw.address = ref ?? cellAddress(row, column)
    raw.type = attributes.get('t')
    raw.style = attributes.get('s')
    raw.formula = false
    raw.value = null
  }
  const closeCell = (): void => {
    inCell = false
    const cell = cellOf(raw, book, part)
    if (cell === null) return
    if (column > LIMITS.columns) tooLarge('columns', { cell: raw.address })
    if (--budget.left < 0) tooLarge('cells')
    if (cells === null) cells = new Map()
    if (cells.has(column)) damaged('cell-twice', raw.address)
    cells.set(column, cell)
  }
  const closeRow = (): void => {
    if (cells === null) return
    rows.push(hidden ? { row, hidden, cells } : { row, cells })
    cells = null
    if (rows.length > LIMITS.rows) tooLarge('rows')
  }
  const openMerge = (attributes: Attributes): void => {
    const ref = attributes.local('ref') ?? ''
    const merge = areaOf(ref) ?? damaged('merge', ref)
    const area = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1)
    if (area > LIMITS.mergeArea) tooLarge('mergeArea', { ref, found: area })
    if (merges.push(merge) > LIMITS.merges) tooLarge('merges')
  }

  parseXml(archive.take(part), part, {
    open: (tag, attributes) => {
      if (tag === 'c') openCell(attributes)
      else if (tag === 'v' || tag === 't') {
        listening = inCell && !phonetic
        if (listening) raw.value ??= ''
      } else if (tag === 'row') openRow(attributes)
      else if (tag === 'f') raw.formula = true
      else if (tag === 'rPh') phonetic = true
      else if (tag === 'mergeCell') openMerge(attributes)
      else if (PAGE.test(tag)) stamps.push('')
      onPage = PAGE.test(tag)
    },
    text: (piece) => {
      if (listening) raw.value += piece
      else if (onPage) stamps.push(`${stamps.pop() ?? ''}${piece}`)
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') listening = false
      else if (tag === 'c') closeCell()
      else if (tag === 'row') closeRow()
      else if (tag === 'rPh') phonetic = false
      onPage = false
    },
  })
  return { rows: dropCovered(rows, merges), stamps: stamps.flatMap(sectionsOf) }
}

/** `&L…&C&"Arial,Bold"&14MẬT&R…` says three things; what else begins with `&` is a format. */
function sectionsOf(text: string): readonly string[] {
  return text
    .split(/&[LCR]/)
    .map((section) => section.replace(/&("[^"]*"|K[\dA-F]{6}|\d+|[A-Z])/g, ''))
    .filter((section) => section.trim() !== '')
}

/** Column of `F12` when the row is 12; 0 when the address is no such cell. */
function columnOf(ref: string, row: number): number {
  let column = 0
  let at = 0
  for (; at < ref.length; at++) {
    const letter = ref.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return at <= 3 && Number(ref.slice(at)) === row ? column : 0
}

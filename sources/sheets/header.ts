import { cover } from '../forms/cover.ts'
import type { Column, Columns } from '../forms/form.ts'
import type { Cell, Sheet, SheetRow } from '../readers/book.ts'
import { fold } from '../vocabulary/text.ts'

/** The row of column headers of a sheet, or the lowest of several, found by what stands in it and not by its place. */
export interface Header {
  readonly row: number
  /** The rows that it is made of, and the one above them with the groups: a header may stand again at every page. */
  readonly lines: readonly SheetRow[]
  /** Field → 1-based column. */
  readonly columns: ReadonlyMap<string, number>
  /** Fields whose header stands over more than one column. */
  readonly twice: ReadonlyMap<string, readonly number[]>
  /** Headers that belong to no field. */
  readonly others: readonly string[]
}

interface Described {
  readonly columns: Columns
}

/** Title rows, a tick and notes stand above; no header row lies deeper. */
const DEEPEST = 60

/** One header that fits may be chance. */
const LEAST = 2

const LONGEST = 300

/** A header that stands over one column of a form, or over several, each right of another column. */
type Owner = string | readonly Follower[]

interface Follower {
  readonly field: string
  /** The field whose column stands on the left. */
  readonly after: string | null
}

const ownersOf = new WeakMap<Described, ReadonlyMap<string, Owner>>()

/** Every form is looked for in every sheet: the key of a cell is asked for many times. */
const textKeys = new WeakMap<Cell, string>()

/** What two spellings of a header have in common: letters and digits without diacritics, so that `(*)`, dashes and line ends are gone. */
export function headerKey(text: string): string {
  return text.length > LONGEST ? '' : fold(text).replace(/[^a-z0-9]/g, '')
}

/** Key → field, for headers, aliases and the fields' own names, which csv, json and database rows carry. */
export function fieldsByKey(described: Described): ReadonlyMap<string, Owner> {
  const known = ownersOf.get(described)
  if (known !== undefined) return known
  const owners = new Map<string, readonly Follower[]>()
  Object.entries(described.columns).forEach(([field, column], at, all) => {
    const follower = { field, after: all[at - 1]?.[0] ?? null }
    for (const key of new Set(namesOf(field, column).map(headerKey))) {
      owners.set(key, [...(owners.get(key) ?? []), follower])
    }
  })
  const fields = new Map(
    [...owners].map(([key, list]) => [key, list.length === 1 && list[0] ? list[0].field : list]),
  )
  ownersOf.set(described, fields)
  return fields
}

/** Everything by which a column may be called. */
export function namesOf(field: string, column: Column): readonly string[] {
  return [column.header, ...column.aliases, field]
}

/**
 * The row in which most headers of the form stand, or null where no row has two of them. Headers of several rows ("Trong đó" over "chuyển
 * đến" and "chuyển đi", or a header merged over both rows beside them) are taken together where that finds more.
 */
export function headerOf(sheet: Sheet, form: Described): Header | null {
  const fields = fieldsByKey(form)
  const rows = sheet.rows.slice(0, DEEPEST)
  let best: Header | null = null
  let at = 0
  for (const [index, line] of rows.entries()) {
    if (line.cells.size < LEAST) continue
    const header = headerIn(linesOf(rows, index, index), line.cells, fields)
    if (header.columns.size < Math.max(LEAST, (best?.columns.size ?? 0) + 1)) continue
    best = header
    at = index
  }
  if (best === null) return null
  for (const [above, below] of BANDS) {
    const band = rows.slice(Math.max(0, at - above), at + below + 1)
    if (!areNeighbours(band)) continue
    const lines = linesOf(rows, at - above, at + below)
    const header = headerIn(lines, joined(band, fields), fields)
    if (header.columns.size >= best.columns.size && addsTo(best, header)) best = header
  }
  return best
}

/** Rows taken together with the one that has most headers: so many above it, so many below. */
const BANDS = [
  [0, 1],
  [1, 0],
  [1, 1],
  [0, 2],
  [2, 0],
] as const

function addsTo({ columns }: Header, header: Header): boolean {
  return [...header.columns.keys()].some((field) => !columns.has(field))
}

/** The rows of a header and the one above. */
function linesOf(rows: readonly SheetRow[], from: number, to: number): readonly SheetRow[] {
  return rows.slice(Math.max(0, from - 1), to + 1)
}

function areNeighbours(band: readonly SheetRow[]): boolean {
  return (
    band.length > 1 && band.every(({ row }, n) => n === 0 || row === (band[n - 1]?.row ?? 0) + 1)
  )
}

/**
 * One text a column: what stands in its rows, with the header that spreads over it from the left; else what stands in its own rows; else its
 * lowest row alone. "Họ" and "Tên" under one "Họ và tên" are therefore neither of them the name.
 */
function joined(
  band: readonly SheetRow[],
  owners: ReadonlyMap<string, Owner>,
): ReadonlyMap<number, Cell> {
  const columns = new Set(band.flatMap(({ cells }) => [...cells.keys()]))
  const spread = band.map(({ cells }) => spreadOver(cells))
  const texts = new Map<number, Cell>()
  for (const column of columns) {
    const own = band.map(({ cells }) => textOf(cells.get(column)))
    const lowest = own.findLastIndex((text) => text !== '')
    const all = own.map((text, n) =>
      text === '' && n < lowest ? (spread[n]?.(column) ?? '') : text,
    )
    const candidates = [all.join(' '), own.join(' '), own[lowest] ?? '']
    const text = candidates.find((each) => owners.has(headerKey(each))) ?? candidates[0] ?? ''
    texts.set(column, { kind: 'text', text })
  }
  return texts
}

/** The text at or to the left of a column. */
function spreadOver(cells: ReadonlyMap<number, Cell>): (column: number) => string {
  const columns = [...cells.keys()].sort((a, b) => a - b)
  return (column) => textOf(cells.get(columns.findLast((other) => other <= column) ?? 0))
}

function textOf(cell: Cell | undefined): string {
  return cell?.kind === 'text' ? cell.text : ''
}

/** How much of the form's headers the sheet has, from 0 to 1. */
export function likeness(sheet: Sheet, form: Described): number {
  return (headerOf(sheet, form)?.columns.size ?? 0) / Object.keys(form.columns).length
}

/** True when most labels of the cover stand below each other in the sheet. */
export function looksLikeCover(sheet: Sheet): boolean {
  const fields = fieldsByKey(cover)
  const labels = sheet.rows
    .slice(0, DEEPEST)
    .filter(({ cells }) => [...cells.values()].some((cell) => fields.has(textKey(cell))))
  return labels.length > Object.keys(cover.columns).length / 2
}

function headerIn(
  lines: readonly SheetRow[],
  cells: ReadonlyMap<number, Cell>,
  owners: ReadonlyMap<string, Owner>,
): Header {
  const places = new Map<string, number[]>()
  const others: string[] = []
  const ownerAt = (column: number) => {
    const cell = cells.get(column)
    return cell === undefined ? undefined : owners.get(textKey(cell))
  }
  const shared = new Map<readonly Follower[], number[]>()
  for (const [column, cell] of cells) {
    const owner = ownerAt(column)
    const field =
      typeof owner === 'object'
        ? owner.find(({ after }) => after !== null && after === ownerAt(column - 1))?.field
        : owner
    if (field !== undefined) places.set(field, [...(places.get(field) ?? []), column])
    else if (typeof owner === 'object') shared.set(owner, [...(shared.get(owner) ?? []), column])
    else if (cell.kind === 'text') others.push(cell.text)
  }
  takeWhatIsLeft(shared, places)
  const columns = new Map([...places].map(([field, [first = 0]]) => [field, first]))
  const twice = new Map([...places].filter(([, where]) => where.length > 1))
  return { row: lines.at(-1)?.row ?? 0, lines, columns, twice, others }
}

/**
 * Of a shared header one column is left and one field, and the header left of it is nowhere: it was renamed, and that is told for itself.
 * While that one stands elsewhere, nothing is guessed.
 */
function takeWhatIsLeft(
  shared: ReadonlyMap<readonly Follower[], number[]>,
  places: Map<string, number[]>,
): void {
  for (const [owner, columns] of shared) {
    const [only, ...others] = owner.filter(({ field }) => !places.has(field))
    if (only === undefined || others.length > 0 || columns.length > 1) continue
    if (only.after === null || !places.has(only.after)) places.set(only.field, columns)
  }
}

export function textKey(cell: Cell): string {
  if (cell.kind !== 'text') return ''
  const known = textKeys.get(cell)
  if (known !== undefined) return known
  const key = headerKey(cell.text)
  textKeys.set(cell, key)
  return key
}

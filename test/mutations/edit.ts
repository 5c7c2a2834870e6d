import { cover } from '#sources/forms/cover.ts'
import type { Form } from '#sources/forms/form.ts'
import { layout } from '#sources/workbooks/layout.ts'
import type { GoodBook } from './books.ts'
import {
  addressOf,
  cellXml,
  openParts,
  type Parts,
  packed,
  type Typed,
  withCellXml,
  withTyped,
} from './parts.ts'

/** One change that somebody made to a good workbook; rows are counted from 1, below the column numbers. */
export type Edit =
  | { readonly on: 'cell'; readonly field: string; readonly row: number; readonly typed: Typed }
  /** Fills the first free row in. */
  | { readonly on: 'row'; readonly like: number; readonly typed: Readonly<Record<string, Typed>> }
  | { readonly on: 'row-emptied'; readonly row: number }
  | { readonly on: 'header'; readonly field: string; readonly typed: string | null }
  /** The header stands a second time, right of the table. */
  | { readonly on: 'header-again'; readonly field: string }
  | { readonly on: 'headers-swapped'; readonly fields: readonly [string, string] }
  | { readonly on: 'tick'; readonly typed: string | null }
  | { readonly on: 'cover'; readonly field: string; readonly typed: Typed }
  | { readonly on: 'cover-label'; readonly field: string; readonly typed: string | null }
  | { readonly on: 'cell-at'; readonly sheet: string; readonly cell: string; readonly typed: Typed }
  /** A sheet as a whole, or what the file says of its sheets. */
  | { readonly on: 'parts'; readonly change: (parts: Parts) => Parts }
  /** The file as a whole. */
  | { readonly on: 'bytes'; readonly change: (good: Uint8Array) => Uint8Array }

/** The workbook after the change, where the change was made, and the same workbook with that place alone mended. */
export interface Edited {
  readonly bytes: Uint8Array
  /** The cells that were changed, the first of them first; none where a sheet or the file was. */
  readonly cells: readonly Spot[]
  readonly mended: () => Uint8Array
}

export interface Spot {
  readonly sheet: string
  readonly cell: string
}

export function applied(edit: Edit, form: Form | null, book: GoodBook, good: Uint8Array): Edited {
  const { mended: mend, ...edited } = made(edit, form, book, good)
  let mended: Uint8Array | undefined
  return {
    ...edited,
    mended: () => {
      mended ??= mend()
      return mended
    },
  }
}

function made(edit: Edit, form: Form | null, book: GoodBook, good: Uint8Array): Edited {
  if (edit.on === 'bytes') {
    return { bytes: edit.change(good), cells: [], mended: () => good }
  }
  const parts = openParts(good)
  if (edit.on === 'parts') {
    const changed = edit.change(parts)
    return { bytes: packed(changed), cells: [], mended: () => withSameParts(changed, parts) }
  }
  const writes = writesOf(edit, form, book, parts)
  const changed = writes.reduce((all, { sheet, cell, typed, xml }) => {
    if (xml !== undefined) return withCellXml(all, sheet, cell, xml)
    return withTyped(all, sheet, cell, typed)
  }, parts)
  const bytes = packed(changed)
  const mended = () => {
    const sent = openParts(bytes)
    const all = writes.reduce(
      (each, { sheet, cell }) => withCellXml(each, sheet, cell, cellXml(parts, sheet, cell)),
      sent,
    )
    return packed(all)
  }
  return { bytes, cells: writes, mended }
}

interface Write extends Spot {
  readonly typed: Typed
  /** The whole cell, where it is taken from another one. */
  readonly xml?: string | null
}

type CellEdit = Exclude<Edit, { readonly on: 'parts' | 'bytes' }>

function writesOf(edit: CellEdit, form: Form | null, book: GoodBook, parts: Parts): Write[] {
  switch (edit.on) {
    case 'cell-at':
      return [{ sheet: edit.sheet, cell: edit.cell, typed: edit.typed }]
    case 'cover':
      return [{ ...coverSpot(edit.field), typed: edit.typed }]
    case 'cover-label': {
      const { sheet, cell } = coverSpot(edit.field)
      return [{ sheet, cell: cell.replace('B', 'A'), typed: edit.typed }]
    }
    default:
      return writesOnForm(edit, formOf(form), book, parts)
  }
}

type FormEdit = Exclude<CellEdit, { readonly on: 'cell-at' | 'cover' | 'cover-label' }>

function writesOnForm(edit: FormEdit, form: Form, book: GoodBook, parts: Parts): Write[] {
  const { sheet } = form
  const header = (field: string) => addressOf(layout.headerRow, columnOf(form, field))
  switch (edit.on) {
    case 'cell':
      return [{ ...spotOf(form, edit.field, edit.row), typed: edit.typed }]
    case 'row-emptied':
      return Object.keys(form.columns).map((field) => ({
        ...spotOf(form, field, edit.row),
        typed: null,
      }))
    case 'tick':
      return [{ sheet, cell: addressOf(layout.tickRow, 1), typed: edit.typed }]
    case 'header':
      return [{ sheet, cell: header(edit.field), typed: edit.typed }]
    case 'header-again': {
      const free = addressOf(layout.headerRow, Object.keys(form.columns).length + 1)
      return [{ sheet, cell: free, typed: form.columns[edit.field]?.header ?? null }]
    }
    case 'headers-swapped': {
      const [a, b] = edit.fields.map((field) => form.columns[field]?.header ?? null)
      const [first, second] = edit.fields
      return [
        { sheet, cell: header(first), typed: b ?? null },
        { sheet, cell: header(second), typed: a ?? null },
      ]
    }
    case 'row':
      return rowWrites(edit, form, book, parts)
  }
}

/** The first free row as a copy of another one, but for what is typed into it. */
function rowWrites(
  { like, typed }: Extract<Edit, { on: 'row' }>,
  form: Form,
  book: GoodBook,
  parts: Parts,
): Write[] {
  const free = rowsOf(book, form) + 1
  return Object.keys(form.columns).flatMap((field): Write[] => {
    const { sheet, cell } = spotOf(form, field, free)
    const given = typed[field]
    if (given !== undefined) return [{ sheet, cell, typed: given }]
    const copied = cellXml(parts, sheet, spotOf(form, field, like).cell)
    const xml = copied?.replace(/ r="[A-Z]+\d+"/, ` r="${cell}"`) ?? null
    return xml === null ? [] : [{ sheet, cell, typed: null, xml }]
  })
}

export function rowsOf(book: GoodBook, form: Form): number {
  return book.sheets.find((each) => each.form.id === form.id)?.rows.length ?? 0
}

export function spotOf(form: Form, field: string, row: number): Spot {
  return { sheet: form.sheet, cell: addressOf(layout.dataFrom + row - 1, columnOf(form, field)) }
}

export function coverSpot(field: string): Spot {
  const at = Object.keys(cover.columns).indexOf(field)
  if (at < 0) throw new Error(`the cover has no field '${field}'`)
  return { sheet: cover.sheet, cell: addressOf(layout.coverFrom + at, 2) }
}

export function columnOf(form: Form, field: string): number {
  const at = Object.keys(form.columns).indexOf(field)
  if (at < 0) throw new Error(`${form.id} has no column '${field}'`)
  return at + 1
}

function formOf(form: Form | null): Form {
  if (form === null) throw new Error('a class about a cell of a form names its form')
  return form
}

/** The file with the parts that were changed, added or taken away as they were. */
function withSameParts(changed: Parts, good: Parts): Uint8Array {
  const mended: Record<string, Uint8Array> = { ...changed }
  for (const name of Object.keys(mended)) if (!(name in good)) delete mended[name]
  for (const [name, part] of Object.entries(good)) mended[name] = part
  return packed(mended)
}

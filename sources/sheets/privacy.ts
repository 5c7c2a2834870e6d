import type { Column, Form } from '../forms/form.ts'
import type { Sheet, SheetRow } from '../readers/book.ts'
import { fold, tidy } from '../vocabulary/text.ts'

/** Fields that hold the name of a person or a group. */
const NAME_FIELDS: readonly string[] = ['full_name', 'display_name']

/** Nine or twelve digits that stand alone, perhaps with spaces or dots between groups of three. */
const ID = /(?<![\d.])(?:\d{9}|\d{12}|\d{3}(?:[ .]\d{3}){2,3})(?![\d.])/

/** Two to six words, each with a capital or all in capitals: `Nguyễn Văn A`. */
const NAME = /^\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*){1,5}$/u

/** Surnames of nine people in ten; beside them three words in a column for places are a person's name. */
const SURNAMES = new Set(
  'nguyen tran le pham hoang huynh vu vo phan dang bui do ho ngo duong dinh trinh truong doan than giap nong'.split(
    ' ',
  ),
)

/** Names that stand in the sheet, folded, of two words and more. */
export type Names = ReadonlySet<string>

/** True when the columns say of a row who it is about. */
function isAboutPersons(form: Form): boolean {
  return Object.values(form.columns).some(
    ({ store }) => store === 'vault' || store === 'identifier',
  )
}

/**
 * True when a value must not leave the process unmasked: its column is of the vault, or it is an identifier or a name that slipped
 * into another column, as happens when a block is pasted one column too far.
 */
export function isPersonal(
  value: string | null,
  column: Column | null,
  form: Form | null,
): boolean {
  if (column?.store === 'vault' || column?.store === 'identifier') return true
  if (value === null) return false
  const text = tidy(value)
  if (ID.test(text)) return true
  if (form === null || column === null || !isAboutPersons(form) || !NAME.test(text)) return false
  const [surname = '', ...rest] = wordsOf(text)
  return column.kind !== 'commune' || (rest.length >= 2 && SURNAMES.has(surname))
}

/** The names of the sheet's rows. */
export function namesIn(rows: Sheet['rows'], columns: ReadonlyMap<string, number>): Names {
  const names = new Set<string>()
  for (const field of NAME_FIELDS) {
    const column = columns.get(field)
    if (column === undefined) continue
    for (const row of rows) addName(names, row, column)
  }
  return names
}

/** What a text gives away: `id`, `id-9` (which may also be another number) or `name` of somebody in the sheet. */
export function disclosureIn(text: string, names: Names): 'id' | 'id-9' | 'name' | null {
  const id = ID.exec(text)?.[0].replace(/\D/g, '')
  if (id !== undefined) return id.length === 12 ? 'id' : 'id-9'
  return names.size > 0 && hasName(text, names) ? 'name' : null
}

export function isNameField(field: string): boolean {
  return NAME_FIELDS.includes(field)
}

function addName(names: Set<string>, { cells }: SheetRow, column: number): void {
  const cell = cells.get(column)
  if (cell?.kind !== 'text' || cell.text.length > 100) return
  const words = wordsOf(cell.text)
  if (words.length >= 2 && words.length <= 6) names.add(words.join(' '))
}

function hasName(text: string, names: Names): boolean {
  const words = wordsOf(text)
  for (let from = 0; from + 2 <= words.length; from++) {
    for (let length = 2; length <= 6 && from + length <= words.length; length++) {
      if (names.has(words.slice(from, from + length).join(' '))) return true
    }
  }
  return false
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

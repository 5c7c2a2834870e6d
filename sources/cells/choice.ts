import type { Column } from '../forms/form.ts'
import { fold } from '../vocabulary/text.ts'
import { bad, type CellReader, found, shown } from './cell.ts'

type Lookup = ReadonlyMap<string, string>

const lookups = new WeakMap<Column, { readonly exact: Lookup; readonly folded: Lookup }>()

/** A code or a Nhãn of the list, with or without diacritics, and with or without the brackets behind it. */
export const readChoice: CellReader = (cell, column, context) => {
  const { exact, folded } = lookupOf(column)
  if (cell.kind === 'boolean' && column.choices !== null && 'co' in column.choices) {
    return found(cell.boolean ? 'co' : 'khong')
  }
  const typed = cell.kind === 'text' ? cell.text : (shown(cell, context.date1904) ?? '')
  const code = exact.get(typed) ?? folded.get(keyOf(typed))
  return code === undefined
    ? bad('not-a-choice', { choices: Object.values(column.choices ?? {}) })
    : found(code)
}

function lookupOf(column: Column) {
  const known = lookups.get(column)
  if (known !== undefined) return known
  const exact = new Map<string, string>()
  const folded = new Map<string, string>()
  const choices = Object.entries(column.choices ?? {})
  for (const [code, label] of choices) exact.set(label, code).set(code, code)
  for (const [code, label] of choices) folded.set(keyOf(label), code).set(keyOf(code), code)
  for (const [code, label] of choices) {
    const short = keyOf(label.replace(/\s*\(.*\)$/, ''))
    if (!folded.has(short)) folded.set(short, code)
  }
  const made = { exact, folded }
  lookups.set(column, made)
  return made
}

/** Punctuation apart: `Mới ra trại về.` and `moi_ra_trai_ve` are one. */
function keyOf(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

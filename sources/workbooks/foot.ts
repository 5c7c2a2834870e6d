import type { Worksheet } from 'exceljs'
import type { Form } from '../forms/form.ts'
import { isNameField } from '../sheets/privacy.ts'
import { looks, widthOf } from './looks.ts'
import { words } from './words.ts'

/** Below the table: the line on personal data, then who signs; returns the last row used, with room for signatures. */
export function writeFoot(sheet: Worksheet, form: Form, from: number): number {
  let row = from
  if (isPersonal(form)) {
    write(sheet, row, 1, words.personal, looks.notice)
    row += 1
  }
  const places = footColumns(form)
  words.foot.forEach(([title, hint], index) => {
    const at = places[index] ?? index + 1
    write(sheet, row + 1, at, title ?? '', looks.signature)
    write(sheet, row + 2, at, hint ?? '', looks.signatureHint)
  })
  return row + 6
}

/** True when a row of the form is about a person; notes, though they stay in the vault, make it none. */
function isPersonal(form: Form): boolean {
  return Object.entries(form.columns).some(
    ([field, { store }]) => store === 'person' || store === 'identifier' || isNameField(field),
  )
}

/** Three columns where the first, third and fifth sixth of the table's width ends, with one between them where there is room. */
function footColumns({ columns }: Form): readonly number[] {
  const rights: number[] = []
  for (const [field, column] of Object.entries(columns)) {
    rights.push((rights.at(-1) ?? 0) + widthOf(field, column))
  }
  const at = (share: number) =>
    rights.findIndex((right) => right > share * (rights.at(-1) ?? 0)) + 1
  const places: number[] = []
  words.foot.forEach((_, index) => {
    const next = Math.max(at((2 * index + 1) / 6), (places.at(-1) ?? -1) + 2)
    places.push(Math.min(next, rights.length - words.foot.length + 1 + index))
  })
  return places
}

function write(sheet: Worksheet, row: number, column: number, text: string, look: object): void {
  const cell = sheet.getCell(row, column)
  cell.value = text
  cell.style = look
}

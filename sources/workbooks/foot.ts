import type { Worksheet } from 'exceljs'
import type { Form } from '../forms/form.ts'
import { isNameField } from '../sheets/privacy.ts'
import { looks } from './looks.ts'
import { type Page, signatureColumns } from './page.ts'
import { words } from './words.ts'

/** Below the table: the line on personal data, then who signs; returns the last row used, with room for signatures. */
export function writeFoot(sheet: Worksheet, form: Form, page: Page, from: number): number {
  let row = from
  if (isPersonal(form)) {
    write(sheet, row, page.from, words.personal, looks.notice)
    row += 1
  }
  signatureColumns(page).forEach((at, index) => {
    const [title, hint] = words.foot[index] ?? []
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

function write(sheet: Worksheet, row: number, column: number, text: string, look: object): void {
  const cell = sheet.getCell(row, column)
  cell.value = text
  cell.style = look
}

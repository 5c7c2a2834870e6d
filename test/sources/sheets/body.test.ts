import { expect, test } from 'vitest'
import { preRelease } from '#sources/forms/pre-release.ts'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import { dataRows } from '#sources/sheets/body.ts'
import { headerOf } from '#sources/sheets/header.ts'
import { prepared, released } from '../forms/rows.ts'
import { formSheet, row } from '../made-book.ts'

const rowsOf = (
  sheet: ReturnType<typeof formSheet>,
  form: typeof returneeRegister | typeof preRelease,
) => {
  const header = headerOf(sheet, form)
  if (header === null) throw new Error('the sheet has no header')
  return dataRows(sheet, header, form).map((each) => each.row)
}

test('column numbers, foot and a running number alone are no data', () => {
  const sheet = formSheet({ rows: [{ ...released, row_no: 1 }, { row_no: 2 }, released] })
  expect(rowsOf(sheet, returneeRegister)).toEqual([9, 11])
})

test('column numbers may be plain numbers, just below the header', () => {
  const numbers = Object.keys(preRelease.columns).map((_, index) => index + 1)
  const sheet = formSheet({ form: preRelease, rows: [prepared] })
  const rows = sheet.rows.map((each) => (each.row === 8 ? row(8, numbers) : each))
  expect(rowsOf({ ...sheet, rows }, preRelease)).toEqual([9])
})

test('a row of totals is not a facility', () => {
  const sheet = formSheet({
    form: preRelease,
    rows: [prepared, { ...prepared, facility: 'TỔNG CỘNG' }],
  })
  expect(rowsOf(sheet, preRelease)).toEqual([9])
})

test('what stands below the signatures is not read', () => {
  const sheet = formSheet({ rows: [released] })
  const below = row(40, ['Ghi thêm', 'A-099'])
  expect(rowsOf({ ...sheet, rows: [...sheet.rows, below] }, returneeRegister)).toEqual([9])
})

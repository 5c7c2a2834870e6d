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

test('rows of data below the signatures are not lost', () => {
  const sheet = formSheet({ rows: [released] })
  const added = formSheet({ rows: [released, released] }).rows.find((each) => each.row === 10)
  const below = { row: 41, cells: added?.cells ?? new Map() }
  expect(rowsOf({ ...sheet, rows: [...sheet.rows, below] }, returneeRegister)).toEqual([9, 41])
})

test('a header that stands again on the next page is no row, nor are its groups and column numbers', () => {
  const sheet = formSheet({ rows: [released, released, released, released] })
  const [groups, header, numbers] = [6, 7, 8].map((n) => sheet.rows.find((each) => each.row === n))
  const rows = sheet.rows.map((each) => {
    const again = { 9: groups, 10: header, 11: numbers }[each.row]
    return again === undefined ? each : { ...again, row: each.row }
  })
  expect(rowsOf({ ...sheet, rows }, returneeRegister)).toEqual([12])
})

test.each(['Cộng', 'Tổng số:', 'Tổng cộng: 12 người'])('"%s" is a row of totals', (total) => {
  const sheet = formSheet({ form: preRelease, rows: [prepared, { ...prepared, facility: total }] })
  expect(rowsOf(sheet, preRelease)).toEqual([9])
})

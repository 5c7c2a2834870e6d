import { describe, expect, test } from 'vitest'
import type { Form } from '#sources/forms/form.ts'
import { releaseNotice } from '#sources/forms/release-notice.ts'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import type { Value } from '#sources/submission.ts'
import { type BookName, bookOf } from './books.ts'
import { applied, type Edit } from './edit.ts'
import { type Parts, textOf, withText } from './parts.ts'
import { goodReading, readAs } from './told.ts'

const WARD: BookName = 'the register of a ward'
const PROVINCE: BookName = 'the lists of the province'

async function read(book: BookName, form: Form | null, edit: Edit) {
  const good = bookOf(book)
  const { bytes } = applied(edit, form, good, await good.bytes())
  return readAs(bytes, good)
}

describe('a place is found', () => {
  test.each<readonly [string, string, Value]>([
    ['by its code alone', '07330', '07330@2025-07-01'],
    ['by its name', 'Phúc Hoà', '07330@2025-07-01'],
    ['with the tone mark where it used to stand', 'Phúc Hòa', '07330@2025-07-01'],
    ['in decomposed letters', 'Phúc Hoà'.normalize('NFD'), '07330@2025-07-01'],
    ['with its type in front', 'xã Phúc Hoà', '07330@2025-07-01'],
    ['with its type shortened', 'P. Bắc Giang', '07210@2025-07-01'],
    ['in upper case', 'XÃ PHÚC HOÀ', '07330@2025-07-01'],
    [
      'in upper case, the tone mark of old, decomposed',
      'XÃ PHÚC HÒA'.normalize('NFD'),
      '07330@2025-07-01',
    ],
    ['by code and name', '07330 - xã Phúc Hòa', '07330@2025-07-01'],
    ['by name and code in brackets', 'Phúc Hòa (07330)', '07330@2025-07-01'],
    ['with its province', 'xã Phúc Hòa, tỉnh Bắc Ninh', '07330@2025-07-01'],
    ['among blanks', '  xã   Phúc Hoà ', '07330@2025-07-01'],
    ['with blanks that do not break', 'xã\u00a0Phúc\u00a0Hoà', '07330@2025-07-01'],
  ])('%s', async (_, typed, unit) => {
    const edit: Edit = { on: 'cell', field: 'commune', row: 1, typed }
    const { outcome, problems, sheets } = await read(PROVINCE, releaseNotice, edit)
    expect({ outcome, problems }).toEqual({ outcome: 'accepted', problems: [] })
    expect(sheets[0]?.rows[0]?.unitId).toBe(unit)
  })

  test.each([
    ['CÔNG AN PHƯỜNG BẮC GIANG'],
    ['Công an phường Bắc Giang'.normalize('NFD')],
    ['CAP Bắc Giang'],
    ['Công an P. Bắc Giang'],
  ])('though the cover calls the unit “%s”', async (typed) => {
    const reading = await read(WARD, null, { on: 'cover', field: 'unit_name', typed })
    expect(reading).toEqual(await goodReading(WARD))
  })
})

describe('nothing is told, and the rows are the same, when', () => {
  test.each<readonly [string, Edit]>([
    ['a choice is typed without diacritics', cell('employment', 'co viec lam chua on dinh')],
    ['a choice is typed by its code', cell('employment', 'khong_on_dinh')],
    ['a day is typed as text', cell('counselled_on', '24/12/2025')],
    ['a day is typed with dots', cell('counselled_on', '24.12.2025')],
    ['a day is typed in words', cell('counselled_on', 'ngày 24 tháng 12 năm 2025')],
    ['a day has an hour', cell('counselled_on', 46_015.75)],
    ['an id has blanks', cell('national_id', '024 085 000 001')],
    ['an id has an apostrophe', cell('national_id', "'024085000001")],
    ['a whole day of birth stands for the year', cell('birth_year', '5/1/1985')],
    ['a dash stands for nothing', cell('absent_since', '–')],
    ['a header is in upper case', header('sex', 'GIỚI TÍNH')],
    ['a header has its mark', header('sex', 'Giới tính (*)')],
    ['a header is decomposed', header('sex', 'Giới tính'.normalize('NFD'))],
    ['a header is the shorter one', header('national_id', 'Số CCCD')],
    ['a header has line ends', header('left_on', 'Ngày kết thúc\nquản lý')],
  ])('%s', async (_, edit) => {
    expect(await read(WARD, returneeRegister, edit)).toEqual(await goodReading(WARD))
  })

  test('the sheet has another name', async () => {
    const edit: Edit = { on: 'parts', change: renamed }
    const { outcome, problems, sheets } = await read(WARD, returneeRegister, edit)
    expect({ outcome, problems }).toEqual({ outcome: 'accepted', problems: [] })
    const good = await goodReading(WARD)
    expect(sheets).toEqual(good.sheets.map((sheet) => ({ ...sheet, sheet: 'Tháng 1' })))
  })
})

function cell(field: string, typed: string | number): Edit {
  return { on: 'cell', field, row: 1, typed }
}

function header(field: string, typed: string): Edit {
  return { on: 'header', field, typed }
}

function renamed(parts: Parts): Parts {
  const book = textOf(parts, 'xl/workbook.xml')
  return withText(parts, 'xl/workbook.xml', book.replace('name="01.Danh sach"', 'name="Tháng 1"'))
}

import { describe, expect, test } from 'vitest'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import { supportModel } from '#sources/forms/support-model.ts'
import { headerKey, headerOf, likeness, looksLikeCover } from '#sources/sheets/header.ts'
import { coverSheet, formSheet, row } from '../made-book.ts'

const fields = Object.keys(returneeRegister.columns)

describe('headers', () => {
  test('are one without case, diacritics, signs and line ends', () => {
    expect(headerKey('Họ, chữ đệm\nvà tên (*)')).toBe(headerKey('HO CHU DEM VA TEN'))
    expect(headerKey('– Được đặc xá')).toBe('duocdacxa')
    expect(headerKey('x'.repeat(1000))).toBe('')
  })

  test('are found wherever their row stands', () => {
    const sheet = formSheet({ above: ['CÔNG AN TỈNH', 'Số hồ sơ quản lý tại đơn vị', ''] })
    expect(headerOf(sheet, returneeRegister)?.row).toBe(10)
    expect(headerOf(formSheet({}), returneeRegister)?.row).toBe(7)
  })

  test('say which column holds which field, in any order', () => {
    const sheet = formSheet({ fields: fields.toReversed() })
    const header = headerOf(sheet, returneeRegister)
    expect(header?.columns.get('row_no')).toBe(fields.length)
    expect(header?.columns.get('remark')).toBe(1)
  })

  test('may be aliases or the fields themselves', () => {
    const named = headerOf(
      { name: 'x', hidden: false, rows: [row(1, ['case_file_no', 'Họ và tên', 'CCCD', 'Ghi'])] },
      returneeRegister,
    )
    expect([...(named?.columns ?? [])]).toEqual([
      ['case_file_no', 1],
      ['full_name', 2],
      ['national_id', 3],
    ])
    expect(named?.others).toEqual(['Ghi'])
  })

  test('that stand twice are told of', () => {
    const sheet = formSheet({ fields: [...fields, 'sex'] })
    expect([...(headerOf(sheet, returneeRegister)?.twice ?? [])]).toEqual([
      ['sex', [8, fields.length + 1]],
    ])
  })

  test('one that fits may be chance', () => {
    const sheet = { name: 'x', hidden: false, rows: [row(1, ['STT', 'Nội dung'])] }
    expect(headerOf(sheet, returneeRegister)).toBeNull()
  })

  test('tell forms apart', () => {
    expect(likeness(formSheet({}), returneeRegister)).toBe(1)
    expect(likeness(formSheet({}), supportModel)).toBeLessThan(0.2)
  })

  test('of the cover stand below each other', () => {
    expect(looksLikeCover(coverSheet())).toBe(true)
    expect(looksLikeCover(formSheet({}))).toBe(false)
  })

  test('of two rows are taken together: merged over both, split, under a common one', () => {
    const sheet = {
      name: 'x',
      hidden: false,
      rows: [
        row(5, ['STT', 'Số hồ sơ quản lý', 'Họ, chữ đệm', 'Giấy tờ', null, 'Năm']),
        row(6, [null, null, 'và tên', 'Số định danh cá nhân', 'CMND', 'sinh']),
        row(7, [1, 'A-001', 'Người Một', '024085000001', '125000013', 1985]),
      ],
    }
    const header = headerOf(sheet, returneeRegister)
    expect(header?.row).toBe(6)
    expect(Object.fromEntries(header?.columns ?? [])).toEqual({
      row_no: 1,
      case_file_no: 2,
      full_name: 3,
      national_id: 4,
      old_id: 5,
      birth_year: 6,
    })
  })

  test('that spread over two columns are neither of them', () => {
    const sheet = {
      name: 'x',
      hidden: false,
      rows: [
        row(1, ['STT', 'Số hồ sơ quản lý', 'Họ và tên', null, 'Giấy tờ']),
        row(2, [null, null, 'Họ', 'Tên', 'Số định danh cá nhân']),
      ],
    }
    expect(headerOf(sheet, returneeRegister)?.columns.has('full_name')).toBe(false)
  })
})

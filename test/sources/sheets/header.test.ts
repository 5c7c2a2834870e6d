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
})

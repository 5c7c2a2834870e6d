import { describe, expect, test } from 'vitest'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import { supportModel } from '#sources/forms/support-model.ts'
import { disclosureIn, isPersonal } from '#sources/sheets/privacy.ts'

const { columns } = returneeRegister
const none = new Set<string>()

describe('a value is personal', () => {
  test.each([
    ['Nguyễn Văn A', columns.full_name, true],
    ['24085', columns.national_id, true],
    ['xem hồ sơ', columns.remark, true],
    ['nam giới', columns.sex, false],
    ['hôm qua', columns.left_on, false],
    ['024085000001', columns.sex, true],
    ['024 085 000 001', columns.sex, true],
    ['125000013', columns.birth_year, true],
    ['20260105', columns.birth_year, false],
    ['Nguyễn Văn A', columns.sex, true],
    ['TRẦN THỊ BÌNH', columns.employment, true],
    ['Xuân Lươn', columns.moved_from, false],
    ['Nguyễn Văn A', columns.moved_from, true],
  ])('%s in its column: %s', (value, column, expected) => {
    expect(isPersonal(value, column, returneeRegister)).toBe(expected)
  })

  test('and on a form about no person only by its digits', () => {
    expect(isPersonal('Câu Lạc Bộ', supportModel.columns.kind, supportModel)).toBe(false)
    expect(isPersonal('024085000001', supportModel.columns.kind, supportModel)).toBe(true)
  })
})

describe('a text gives away', () => {
  const names = new Set(['nguyen van a', 'tran thi binh'])
  test.each([
    ['đã cấp thẻ 024085000001', 'id'],
    ['CMND cũ 125 000 013', 'id-9'],
    ['ở cùng nguyễn văn a từ tháng 5', 'name'],
    ['Gửi Trần Thị Bình.', 'name'],
    ['ở cùng nguyễn văn anh', null],
    ['Số 12/QĐ-UBND ngày 5/8/2025', null],
    ['tel. 0912345678', null],
  ])('%s: %s', (text, expected) => {
    expect(disclosureIn(text, names)).toBe(expected)
  })

  test('no name where none is known', () => {
    expect(disclosureIn('ở cùng nguyễn văn a', none)).toBeNull()
  })
})

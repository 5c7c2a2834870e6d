import { describe, expect, test } from 'vitest'
import { interpret } from '#sources/cells/index.ts'
import {
  area,
  choice,
  commune,
  communes,
  count,
  money,
  nationalId,
  text,
  year,
  yesNo,
} from '#sources/forms/columns.ts'
import type { Column } from '#sources/forms/form.ts'
import { cellContext, readAs } from './context.ts'

type Typed = Parameters<typeof readAs>[1]
type Cases = readonly (readonly [Typed, ReturnType<typeof readAs>])[]

const optional = { need: 'optional', store: 'person' } as const

describe('counts', () => {
  const column = count('Số người', optional)
  const cases: Cases = [
    [12, 12],
    ['12', 12],
    [0, 0],
    ['0', 0],
    ['1 234', 1234],
    ['1\u00a0234', 1234],
    ['1\u202f234', 1234],
    ["'12", 12],
    ['50%', '!not-a-number'],
    ['1.234.567', 1234567],
    [null, null],
    ['–', null],
    ['1.234', '!ambiguous-number'],
    ['1,234', '!ambiguous-number'],
    [1.234, '!ambiguous-number'],
    [2.5, '!ambiguous-number'],
    [2.0005, '!not-a-number'],
    ['2,5', '!not-a-number'],
    ['ba', '!not-a-number'],
    ['3 người', '!not-a-number'],
    [true, '!not-a-number'],
    [{ day: '2026-01-03' }, '!not-a-number'],
    [-3, '!negative'],
    ['-3', '!negative'],
    [1e21, '!not-a-number'],
  ]
  test.each(cases)('%j is %s', (typed, expected) => expect(readAs(column, typed)).toBe(expected))

  test('an ambiguous one says both readings', () => {
    const said = interpret({ kind: 'text', text: '1.234' }, column, cellContext()).problems[0]
    expect(said?.facts).toEqual({ readings: ['1.234', '1,234'] })
  })
})

describe('amounts in triệu đồng', () => {
  const column = money('Dư nợ', optional)
  const cases: Cases = [
    [12.5, 12500],
    ['12,5', 12500],
    ['1.234,5', 1234500],
    [0.1, 100],
    [100, 100000],
    ['1.234', '!ambiguous-number'],
    ['mười', '!not-a-number'],
    [-1, '!negative'],
    [0.00001, '!not-a-number'],
  ]
  test.each(cases)('%j is %s', (typed, expected) => expect(readAs(column, typed)).toBe(expected))
})

describe('years', () => {
  const column = year('Năm sinh', optional)
  const cases: Cases = [
    [1985, 1985],
    ['1985', 1985],
    ['12/5/1985', 1985],
    [{ day: '1985-05-12' }, 1985],
    ['khoảng 1985', '!not-a-number'],
    [true, '!not-a-number'],
  ]
  test.each(cases)('%j is %s', (typed, expected) => expect(readAs(column, typed)).toBe(expected))
})

describe('choices', () => {
  const column = choice(
    'Lý do',
    { ra_trai: 'Mới ra trại về', noi_o: 'Nơi ở hiện tại (chưa đăng ký)', A: 'A' },
    optional,
  )
  const cases: Cases = [
    ['Mới ra trại về', 'ra_trai'],
    ['mới ra trại về', 'ra_trai'],
    ['MOI RA TRAI VE', 'ra_trai'],
    ['Mới  ra trại về.', 'ra_trai'],
    ['Mơ\u0301i ra trại về', 'ra_trai'],
    ['ra_trai', 'ra_trai'],
    ['RA TRAI', 'ra_trai'],
    ['Nơi ở hiện tại', 'noi_o'],
    ['noi o hien tai (chua dang ky)', 'noi_o'],
    ['a', 'A'],
    ['Mới ra', '!not-a-choice'],
    [3, '!not-a-choice'],
  ]
  test.each(cases)('%j is %s', (typed, expected) => expect(readAs(column, typed)).toBe(expected))

  test('of yes and no may be ticked', () => {
    const asked = yesNo('Có nhu cầu', optional)
    expect(
      ['Có', 'co', 'KHÔNG', 'chưa rà soát', true, false].map((typed) => readAs(asked, typed)),
    ).toEqual(['co', 'co', 'khong', 'chua', 'co', 'khong'])
    expect(readAs(asked, 'có lẽ')).toBe('!not-a-choice')
  })
})

describe('national ids', () => {
  const column = nationalId('Số định danh', { need: 'optional', store: 'identifier' })
  const cases: Cases = [
    ['024085000001', '024085000001'],
    ['024 085 000 001', '024085000001'],
    ["'024085000001", '024085000001'],
    [124085000001, '124085000001'],
    [24085000001, '?zero-padded 024085000001'],
    [1085000001, '?zero-padded 001085000001'],
    [125000013, '!not-an-id'],
    ['24085000001', '!not-an-id'],
    ['0240850000012', '!not-an-id'],
    ['chưa có', '!not-an-id'],
    [24085000001.5, '!not-an-id'],
  ]
  test.each(cases)('%j is %s', (typed, expected) => expect(readAs(column, typed)).toBe(expected))

  test('in csv have lost their zeros as text', () => {
    expect(readAs(column, '24085000001', { numbersAsText: true })).toBe('?zero-padded 024085000001')
  })
})

describe('texts', () => {
  const column = text('Tên', optional)
  const old = text('Số CMND', { need: 'optional', store: 'identifier', digits: 9 })
  const cases: Cases = [
    ['  Câu  lạc\nbộ ', 'Câu lạc bộ'],
    ['To\u0301an\u200B', 'Tóan'],
    [12, '12'],
    [{ day: '2026-01-05' }, '5/1/2026'],
    ['…', null],
  ]
  test.each(cases)('%j is %s', (typed, expected) => expect(readAs(column, typed)).toBe(expected))

  test('with digits get their zeros back; a date was made of an identifier for good', () => {
    expect(readAs(old, 12345678)).toBe('?zero-padded 012345678')
    expect(readAs(old, 125000013)).toBe('125000013')
    expect(readAs(old, 'C1234567')).toBe('C1234567')
    expect(readAs(old, { day: '2026-01-05' })).toBe('!not-an-id')
  })
})

test('a number that means something from 1 on is not 0', () => {
  const column = count('Lần gửi', { ...optional, least: 1 })
  expect(readAs(column, 1)).toBe(1)
  expect(readAs(column, 0)).toBe('!out-of-range')
  expect(readAs(column, '0')).toBe('!out-of-range')
})

describe('paragraphs', () => {
  const column = text('Nội dung', { ...optional, paragraphs: true })
  const cases: Cases = [
    [' Đã  họp.\r\n\r\n Đã làm.\n', 'Đã họp.\nĐã làm.'],
    ['một dòng', 'một dòng'],
    [12, '12'],
  ]
  test.each(cases)('%j is %s', (typed, expected) => expect(readAs(column, typed)).toBe(expected))
})

describe('districts, while there were any', () => {
  const column = area('Địa bàn', { need: 'required', store: 'unit' })
  const before = { on: '2022-06-14', communes: new Set<never>() } as const
  const cases: Cases = [
    ['213', '213@2020-01-01'],
    [213, '213@2020-01-01'],
    ['Yên Thế', '215@2020-01-01'],
    ['huyện Yên Thế', '215@2020-01-01'],
    ['215 Yên Thế', '215@2020-01-01'],
    ['215 Tân Yên', '!unknown-commune'],
    ['999', '!unknown-commune'],
  ]
  test.each(cases)('%j is %s', (typed, expected) =>
    expect(readAs(column, typed, before)).toBe(expected),
  )

  test('have given way to communes, which may bear their names', () => {
    expect(readAs(column, 'Yên Thế')).toBe('07288@2025-07-01')
    expect(readAs(column, '213')).toBe('!unknown-commune')
    expect(readAs(column, '07210')).toBe('07210@2025-07-01')
  })
})

describe('communes', () => {
  const column = commune('Xã, phường', { need: 'required', store: 'person' })
  const cases: Cases = [
    ['07210', '07210@2025-07-01'],
    ['07210 Bắc Giang', '07210@2025-07-01'],
    ['Phường Bắc Giang', '07210@2025-07-01'],
    ['phuong bac giang', '!unknown-commune'],
    ['P. Bắc Giang', '07210@2025-07-01'],
    ['Bắc Giang, tỉnh Bắc Ninh', '07210@2025-07-01'],
    [7210, '?zero-padded 07210@2025-07-01'],
    ['07210 Xuân Lương', '!unknown-commune'],
    ['Bắc Gian', '!unknown-commune'],
    ['99999', '!unknown-commune'],
    ['00004', '!unknown-commune'],
    [true, '!unknown-commune'],
  ]
  test.each(cases)('%j is %s', (typed, expected) => expect(readAs(column, typed)).toBe(expected))

  test('that nobody knows come with the nearest names', () => {
    const cell = { kind: 'text', text: 'Xuân Lươn' } as const
    const [said] = interpret(cell, column, cellContext()).problems
    expect(said?.facts['nearest']).toEqual(expect.arrayContaining(['07246 xã Xuân Lương']))
  })

  test('of another province are told by name', () => {
    const [said] = interpret({ kind: 'text', text: '00004' }, column, cellContext()).problems
    expect(said?.facts).toEqual({ reason: 'other-province', nearest: ['phường Ba Đình'] })
  })

  test('elsewhere are found by name and province, and an unknown one is only a warning', () => {
    const elsewhere = commune('Nơi cũ', { need: 'optional', store: 'person', elsewhere: true })
    expect(readAs(elsewhere, '00004')).toBe('00004@2025-07-01')
    expect(readAs(elsewhere, 'phường Ba Đình, thành phố Hà Nội')).toBe('00004@2025-07-01')
    expect(readAs(elsewhere, 'xã Không Có Thật')).toBe('?unknown-commune null')
  })

  test('a name that several bear comes with all of them, and where each lies', () => {
    const facts = (text: string, changes = {}, of: Column = column) =>
      interpret({ kind: 'text', text }, of, cellContext(changes)).problems[0]?.facts
    expect(facts('xã Phúc Sơn', { on: '2022-06-14' })).toEqual({
      reason: 'ambiguous',
      nearest: ['07318 xã Phúc Sơn, huyện Tân Yên', '07630 xã Phúc Sơn, huyện Sơn Động'],
    })
    const elsewhere = commune('Nơi cũ', { need: 'optional', store: 'person', elsewhere: true })
    expect(facts('Tân Lập', {}, elsewhere)).toEqual({
      reason: 'ambiguous',
      nearest: [
        '19462 xã Tân Lập, tỉnh Quảng Trị',
        '23134 xã Tân Lập, tỉnh Lâm Đồng',
        '24121 phường Tân Lập, tỉnh Đắk Lắk',
        '25489 xã Tân Lập, tỉnh Tây Ninh',
      ],
    })
  })

  test('several stand between semicolons', () => {
    const several = communes('Các xã', { need: 'optional', store: 'unit' })
    expect(readAs(several, '07246; Tam Tiến; 07246')).toBe('07246@2025-07-01; 07264@2025-07-01')
    expect(readAs(several, 'Xuân Lương, 07264')).toBe('07246@2025-07-01; 07264@2025-07-01')
    expect(readAs(several, '07246; Không Có')).toBe('!unknown-commune')
  })

  test('mean what they meant on the last day of the window', () => {
    const old = { on: '2025-06-14', communes: new Set(['07210@2025-01-01'] as const) } as const
    expect(readAs(column, '07210 Hoàng Văn Thụ', old)).toBe('07210@2025-01-01')
  })

  test('a text too long to be a place is not searched for', () => {
    expect(readAs(column, 'x'.repeat(30_000))).toBe('!unknown-commune')
  })
})

describe('identifiers in columns of text', () => {
  const column = text('Số hồ sơ', { need: 'optional', store: 'identifier', digits: 9 })
  test.each<Cases[number]>([
    ["'125000013", '125000013'],
    [12500013, '?zero-padded 012500013'],
    ['1,25E+08', '!not-an-id'],
    ['1.2E+11', '!not-an-id'],
    // Typed with seventeen digits, of which a program kept fifteen.
    [12345678901234568, '!not-an-id'],
    [1.5, '!not-an-id'],
    ['12E', '12E'],
  ])('%j is %s', (typed, expected) => expect(readAs(column, typed)).toBe(expected))
})

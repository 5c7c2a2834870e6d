import { describe, expect, test } from 'vitest'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import { readingOf } from '#sources/read.ts'
import type { Book, Cell } from '#sources/readers/book.ts'
import { readContextOf } from '#test/support/read-context.ts'

const context = {
  ...readContextOf(bacNinh2026, ['07210', '07246']),
  fileName: 'a.xlsx',
  receivedOn: '2026-03-15',
} as const

const text = (text: string): Cell => ({ kind: 'text', text })
const number = (number: number, isDate = false): Cell => ({ kind: 'number', number, isDate })

const columns = Object.entries(returneeRegister.columns)
const cover: readonly (readonly [string, Cell])[] = [
  ['Mã đơn vị', text('07210')],
  ['Đơn vị báo cáo', text('Công an phường Bắc Giang')],
  ['Cơ quan lập biểu', text('Công an cấp xã')],
  ['Thực hiện Kế hoạch số', text('195/KH-UBND')],
  ['Kỳ báo cáo', text('Tháng 3/2026')],
  ['Số liệu tính đến hết ngày', text('14/3/2026')],
  ['Loại báo cáo', text('Báo cáo lần đầu')],
  ['Lần gửi', number(1)],
  ['Người lập biểu', text('Trần Văn Lập')],
  ['Điện thoại liên hệ', text('0204 123456')],
  ['Độ mật', text('Không')],
]

/** One row of the register; what a test does not name is as on a sound row. */
function book(given: Readonly<Record<string, Cell>>, date1904 = false): Book {
  const sound: Readonly<Record<string, Cell>> = {
    case_file_no: text('A-001'),
    full_name: text('Người Một'),
    no_id_reason: text('Đang xác minh'),
    birth_year: number(1985),
    sex: text('Nam'),
    release_basis: text('Chấp hành xong án phạt tù'),
    release_date: text('20/12/2025'),
    entry_kind: text('Mới ra trại về'),
    arrived_on: text('20/12/2025'),
    residence_kind: text('Thường trú'),
    reported_on: text('21/12/2025'),
    received_on: text('22/12/2025'),
    helper_kind: text('Chưa phân công'),
    legal_need: text('Không'),
    papers_need: text('Không thiếu'),
    job_need: text('Có'),
    training_need: text('Không'),
    employment: text('Chưa có việc làm'),
    loan_need: text('Không'),
    digitised: text('Không'),
    group: text('Chưa xếp loại'),
    ...given,
  }
  const header = columns.map(([, column], at) => [at + 1, text(column.header)] as const)
  const cells = columns.flatMap(([field], at) => {
    const cell = sound[field]
    return cell === undefined ? [] : [[at + 1, cell] as const]
  })
  return {
    kind: 'xlsx',
    date1904,
    envelope: null,
    sheets: [
      {
        name: '00.Thong tin',
        hidden: false,
        rows: cover.map(([label, value], at) => ({
          row: at + 1,
          cells: new Map([
            [1, text(label)],
            [2, value],
          ]),
        })),
      },
      {
        name: '01.Danh sach',
        hidden: false,
        rows: [
          { row: 7, cells: new Map(header) },
          { row: 9, cells: new Map(cells) },
        ],
      },
    ],
  }
}

const lineOf = (given: Readonly<Record<string, Cell>>, date1904 = false) =>
  readingOf(book(given, date1904), { ...context, lines: true }).sheets[0]?.lines?.[0]

describe('the lines of a reading', () => {
  test('are given to those who ask, with the words of the cover', () => {
    const asked = readingOf(book({}), { ...context, lines: true })
    expect(asked.outcome).toBe('accepted')
    expect(asked.cover).toMatchObject({ prepared_by: 'Trần Văn Lập', phone: '0204 123456' })
    expect(asked.sheets[0]?.lines).toHaveLength(1)
    const plain = readingOf(book({}), context)
    expect(plain).not.toHaveProperty('cover')
    expect(plain.sheets[0]).not.toHaveProperty('lines')
  })

  test('hold what an accepted row means', () => {
    expect(lineOf({})).toMatchObject({
      row: 9,
      withheld: false,
      values: { full_name: 'Người Một', sex: 'nam', arrived_on: '2025-12-20', left_on: null },
    })
  })

  test('keep of a place that nobody knows the words, although the row has none', () => {
    const moved = { entry_kind: text('Chuyển đến'), moved_from: text('xã Nào Đó, tỉnh Xa Xôi') }
    const line = lineOf(moved)
    expect(line?.withheld).toBe(false)
    expect(line?.values['moved_from']).toBe('xã Nào Đó, tỉnh Xa Xôi')
  })

  test('hold a withheld row: what was understood, and what was not as it stands', () => {
    const line = lineOf({
      birth_year: number(85),
      sex: text('Đàn ông'),
      arrived_on: text('31/2/2026'),
      reported_on: { kind: 'error', text: '#N/A' },
      legal_on: { kind: 'boolean', boolean: true },
    })
    expect(line).toMatchObject({
      withheld: true,
      values: {
        case_file_no: 'A-001',
        full_name: 'Người Một',
        release_date: '2025-12-20',
        birth_year: 85,
        sex: 'Đàn ông',
        arrived_on: '31/2/2026',
        reported_on: '#N/A',
        legal_on: 'TRUE',
      },
    })
  })

  test('keep a day out of range as the day that it is, in either calendar of Excel', () => {
    // 2/3/2030 is day 47544 from 30/12/1899, and 46082 from 1/1/1904.
    expect(lineOf({ arrived_on: number(47_544, true) })?.values['arrived_on']).toBe('2030-03-02')
    expect(lineOf({ arrived_on: number(46_082, true) }, true)?.values['arrived_on']).toBe(
      '2030-03-02',
    )
    expect(lineOf({ arrived_on: number(9e9, true) })?.values['arrived_on']).toBe(9e9)
  })
})

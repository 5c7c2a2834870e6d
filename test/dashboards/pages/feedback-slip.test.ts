import { describe, expect, test } from 'vitest'
import type { Feedback } from '#dashboards/pages/feedback.ts'
import { feedbackSlip, type SlipLine } from '#dashboards/pages/feedback-slip.ts'

const sheet = (formNumber: string, sheetName: string): Feedback['sheets'][number] => ({
  form: 'x',
  formNumber,
  formTitle: 'DANH SÁCH',
  sheet: sheetName,
  reporter: 'police:07210',
  reporterName: 'Công an phường Bắc Giang',
  window: 'adm:2026-01',
  revision: 2,
  dataTo: '2026-01-14',
  nil: false,
  assigned: false,
  outcome: 'partial',
  rowsRead: 1250,
  rowsAccepted: 1249,
})

const view = (outcome: Feedback['outcome']): Omit<Feedback, 'problems'> => ({
  receipt: 'aa3d7d575771',
  fileName: 'bộ biểu.xlsx',
  receivedAt: '2026-01-15T02:00:00Z',
  planNumber: '195/KH-UBND',
  outcome,
  sheets: [sheet('04', '04.Mo hinh'), sheet('01', '01.Danh sach')],
})

const line = (severity: SlipLine['severity'], cell: string | null): SlipLine => ({
  ...{ severity, sheet: '01.Danh sach', place: cell ?? '', cell, text: 'Sửa.' },
})

describe('the slip', () => {
  test('says who sent what, and the verdict in its words', () => {
    const slip = feedbackSlip(view('partial'), [line('error', 'F12')])
    expect(slip.facts).toEqual([
      ['Số tiếp nhận:', 'aa3d7d575771'],
      ['Tệp:', 'bộ biểu.xlsx'],
      ['Nhận lúc:', '09:00 ngày 15/1/2026'],
      ['Thực hiện Kế hoạch số:', '195/KH-UBND'],
    ])
    expect(slip.verdict).toEqual({
      text: 'KẾT QUẢ: Tiếp nhận một phần, đề nghị chỉnh lý',
      tone: 'warning',
    })
    expect(slip.forms.rows.map(({ sheet: name, rows }) => [name, rows])).toEqual([
      ['01.Danh sach', '1.249/1.250'],
      ['04.Mo hinh', '1.249/1.250'],
    ])
  })

  test('lists what must be mended before what is to be minded', () => {
    const lines = [line('warning', 'A1'), line('error', 'F12'), line('error', null)]
    const { lists } = feedbackSlip(view('rejected'), lines)
    expect(lists.map(({ title, rows }) => [title, rows.map(({ cell }) => cell)])).toEqual([
      ['CẦN SỬA (2)', ['F12', null]],
      ['LƯU Ý (1)', ['A1']],
    ])
  })

  test.each([
    ['accepted', [], [/^Không phải gửi lại/, /^Không có nội dung cần chỉnh lý/]],
    ['accepted', [line('warning', 'A1')], [/^Không phải gửi lại/, /tô cam/]],
    ['partial', [line('error', 'A1')], [/^Các dòng, biểu có lỗi/, /tô đỏ/, /tăng “Lần gửi”/]],
    ['rejected', [line('error', null)], [/^Chưa có số liệu nào được tính/]],
  ] as const)(
    'asks of a sender whose file is %s only what is to be done',
    (outcome, lines, asked) => {
      const { ask } = feedbackSlip(view(outcome), lines)
      expect(ask).toHaveLength(asked.length)
      for (const [n, words] of asked.entries()) expect(ask[n]).toMatch(words)
    },
  )
})

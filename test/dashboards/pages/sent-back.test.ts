import { describe, expect, it } from 'vitest'
import { type CommunePage, communePage } from '#dashboards/pages/commune.ts'
import { type FeedbackSheet, feedbackText } from '#dashboards/pages/feedback.ts'
import { communeView } from '#test/support/bac-ninh-view.ts'
import { textOf } from '#test/support/markup.ts'

const view = communeView(12)
const [report] = view.reports
if (report === undefined) throw new Error('no report')

const pageOf = (more: Partial<CommunePage>) => textOf(communePage({ ...view, ...more }))

describe('a report that was sent back', () => {
  it('came, but is overdue until one is accepted', () => {
    const sentBack = {
      ...report,
      dueBefore: '2026-09-18',
      workingDay: null,
      arrivedOn: '2026-09-16',
      outcome: 'rejected',
      nil: true,
      rowsRead: 0,
      rowsAccepted: 0,
    } as const
    const text = pageOf({ reports: [sentBack] })
    expect(text).toContain('16/9/2026 quá hạn 3 ngày 0/0 Chưa tiếp nhận, đề nghị gửi lại')
    expect(text).not.toContain('đúng hạn')
    expect(pageOf({ reports: [{ ...sentBack, outcome: 'accepted' }] })).toContain(
      '16/9/2026 đúng hạn 0/0 không phát sinh Đã tiếp nhận',
    )
  })

  it('is not told how many rows of nothing were accepted', () => {
    const sheet: FeedbackSheet = {
      form: 'exemplar',
      formNumber: '05',
      formTitle: 'THỐNG KÊ GƯƠNG ĐIỂN HÌNH',
      sheet: '05.Dien hinh',
      reporter: null,
      reporterName: null,
      window: 'adm:2026-Q3',
      revision: 1,
      dataTo: null,
      nil: true,
      assigned: false,
      outcome: 'rejected',
      rowsRead: 0,
      rowsAccepted: 0,
    }
    const text = feedbackText({
      receipt: '9f2c1a7be4d0',
      fileName: 'a.xlsx',
      receivedAt: '2026-09-17T02:05:00.000Z',
      planNumber: '195/KH-UBND',
      outcome: 'rejected',
      sheets: [sheet],
      problems: [],
    })
    expect(text).toContain('  Chưa tiếp nhận, đề nghị gửi lại\n')
    expect(text).not.toMatch(/không phát sinh|0\/0/)
  })
})

describe('what is to be mended', () => {
  const problem = (windowId: string, message: string, severity: 'error' | 'warning' = 'warning') =>
    ({
      severity,
      formNumber: '01',
      windowId,
      sheet: '01.Danh sach',
      cell: 'AY16',
      message,
    }) as const

  it('stands errors first, then the newest month, and once for what months say alike', () => {
    const text = pageOf({
      problems: [
        problem('adm:2026-02', 'ghi chú.'),
        problem('adm:2026-09', 'ghi chú.'),
        problem('adm:2026-03', 'khác.'),
        problem('adm:2026-01', 'ghi chú.'),
        problem('adm:2026-04', 'lỗi.', 'error'),
      ],
    })
    const table = text.slice(text.indexOf('Nội dung cần chỉnh lý'))
    const order = ['Tháng 4/2026', 'Tháng 9/2026 và 2 kỳ trước', 'Tháng 3/2026'].map((words) =>
      table.indexOf(words),
    )
    expect(order.every((at) => at > 0)).toBe(true)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(table.match(/ghi chú/g)).toHaveLength(1)
  })
})

import { describe, expect, it } from 'vitest'
import { type Feedback, feedbackJson, feedbackText } from '#dashboards/pages/feedback.ts'

const feedback: Feedback = {
  receipt: '9f2c1a7be4d0',
  fileName: 'Bo bieu T9.xlsx',
  receivedAt: '2026-09-17T02:05:00.000Z',
  planNumber: '195/KH-UBND',
  outcome: 'partial',
  sheets: [
    {
      form: 'returnee-register',
      formNumber: '01',
      formTitle: 'DANH SÁCH THEO DÕI NGƯỜI CHẤP HÀNH XONG ÁN PHẠT TÙ',
      sheet: '01.Danh sach',
      reporter: 'police:07210',
      reporterName: 'Công an phường Bắc Giang',
      window: 'adm:2026-09',
      revision: 1,
      dataTo: '2026-09-14',
      nil: false,
      assigned: false,
      outcome: 'partial',
      rowsRead: 47,
      rowsAccepted: 46,
    },
  ],
  problems: [
    {
      code: 'not-a-date',
      severity: 'error',
      sheet: '01.Danh sach',
      cell: 'K14',
      field: 'release_date',
      header: 'Ngày ra trại (được tha, được đặc xá)',
      value: 'tháng 5',
      message: 'Cần một ngày đủ ngày, tháng, năm (dd/mm/yyyy); ô ghi “tháng 5”.',
    },
    {
      code: 'wrong-version',
      severity: 'warning',
      sheet: null,
      cell: null,
      field: null,
      header: null,
      value: null,
      message: 'Tệp lập theo mẫu cũ; lần sau dùng mẫu mới.',
    },
  ],
}

describe('Phiếu kiểm tra số liệu', () => {
  it('reads as a clerk reads it', async () => {
    await expect(feedbackText(feedback)).toMatchFileSnapshot('../golden/feedback.txt')
  })

  it('tells a nil report from an empty one', () => {
    const [sheet] = feedback.sheets
    if (sheet === undefined) throw new Error('no sheet')
    const nil = { ...sheet, nil: true, rowsRead: 0, rowsAccepted: 0, outcome: 'accepted' as const }
    const text = feedbackText({ ...feedback, outcome: 'accepted', sheets: [nil], problems: [] })
    expect(text).toContain('Đã tiếp nhận: không phát sinh trong kỳ')
    expect(text).toContain('Không có nội dung cần chỉnh lý.')
    expect(text).toContain('Không phải gửi lại.')
  })

  it('names the place once, whether the sentence begins with it or not', () => {
    const [problem] = feedback.problems
    if (problem === undefined) throw new Error('no problem')
    const told = { ...problem, message: 'Trang “01.Danh sach”, ô K14: cần một ngày.' }
    const text = feedbackText({ ...feedback, problems: [told] })
    expect(text).toContain('1. Trang “01.Danh sach”, ô K14: cần một ngày.')
    expect(text.match(/ô K14/g)).toHaveLength(1)
  })

  it('does not need to know sender and window', () => {
    const [sheet] = feedback.sheets
    if (sheet === undefined) throw new Error('no sheet')
    const lost = { ...sheet, reporterName: null, window: null, revision: null, dataTo: null }
    expect(feedbackText({ ...feedback, outcome: 'rejected', sheets: [lost] })).toContain(
      'Đơn vị: chưa xác định; kỳ: chưa xác định; lần gửi: chưa xác định',
    )
  })

  it('says that the province named the sender, where it did', () => {
    const [sheet] = feedback.sheets
    if (sheet === undefined) throw new Error('no sheet')
    const line = 'Công an tỉnh đã xác định đơn vị gửi và kỳ nêu trên'
    expect(feedbackText({ ...feedback, sheets: [{ ...sheet, assigned: true }] })).toContain(line)
    expect(feedbackText(feedback)).not.toContain(line)
  })

  it('says the same to machines, with sums', () => {
    const json = JSON.parse(feedbackJson(feedback))
    expect(json).toMatchObject({
      receipt: '9f2c1a7be4d0',
      outcome: 'partial',
      outcomeWords: 'Tiếp nhận một phần, đề nghị chỉnh lý',
      rowsRead: 47,
      rowsAccepted: 46,
    })
    expect(json.problems).toEqual(feedback.problems)
  })
})

import { daysLate } from '#models/judgement/due.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { count, some, windowName, within } from './words-figures.ts'

export const outcomes = Object.freeze({
  accepted: 'Đã tiếp nhận',
  partial: 'Tiếp nhận một phần, đề nghị chỉnh lý',
  rejected: 'Chưa tiếp nhận, đề nghị gửi lại',
  held: 'Chờ Công an tỉnh xác nhận',
})

/** In place of the outcome of a submission that somebody took back and nothing replaced. */
export const withdrawn = 'Đã rút lại, đề nghị gửi lại'

/** What the sender does next. */
export function feedbackAsk(outcome: keyof typeof outcomes): string {
  switch (outcome) {
    case 'accepted':
      return 'Không phải gửi lại.'
    case 'partial':
      return 'Các dòng, biểu có lỗi chưa được tính. Đề nghị sửa các ô nêu dưới đây trong tệp này, tăng “Lần gửi” thêm 1 và gửi lại toàn bộ.'
    case 'rejected':
      return 'Chưa có số liệu nào được tính. Đề nghị sửa các nội dung nêu dưới đây và gửi lại toàn bộ.'
    case 'held':
      return 'Báo cáo thay thế làm giảm nhiều dòng so với lần trước nên chưa được tính; số liệu lần trước vẫn được tính cho đến khi Công an tỉnh xác nhận.'
  }
}

/** Where a commune stands with its forms: `Đã tiếp nhận 2/3 biểu, 1 nội dung cần sửa, 1 cảnh báo đang mở.` */
export function communeLead(facts: {
  readonly received: number
  readonly expected: number
  readonly errors: number
  readonly alerts: number
}): string {
  const parts = [
    `Đã tiếp nhận ${count(facts.received)}/${count(facts.expected)} biểu`,
    facts.errors === 0 ? 'không có nội dung cần sửa' : `${count(facts.errors)} nội dung cần sửa`,
    facts.alerts === 0 ? 'không có cảnh báo' : `${count(facts.alerts)} cảnh báo đang mở`,
  ]
  return `${parts.join(', ')}.`
}

/** On the feedback of a sheet that a person assigned; unit and window stand just above. */
export const assignedWords =
  'Công an tỉnh đã xác định đơn vị gửi và kỳ nêu trên, vì tệp không ghi hoặc ghi chưa đúng. Lần sau đề nghị ghi đúng ở trang bìa.'

export const notSent = 'Chưa gửi'

export const noProblem = 'Không có nội dung cần chỉnh lý.'

/** An error withholds its row or sheet until it is mended; a warning withholds nothing. */
export const problemKinds = Object.freeze({ error: 'Cần sửa', warning: 'Lưu ý' })

/** The sentence with its place: those of the reading begin with theirs, those that need several submissions get it here. */
export function placedMessage(problem: {
  readonly sheet: string | null
  readonly cell: string | null
  readonly header?: string | null
  readonly message: string
}): string {
  const { sheet, cell, header = null, message } = problem
  if (sheet === null || message.startsWith('Trang “')) return message
  const parts = [
    `Trang “${sheet}”`,
    ...(cell === null ? [] : [`ô ${cell}`]),
    ...(header === null ? [] : [`cột “${header}”`]),
  ]
  return `${parts.join(', ')}: ${within(message)}`
}

/** `đúng hạn`, `chậm 2 ngày`, `quá hạn 3 ngày`, `chưa đến hạn`. */
export function arrivalWords(
  arrivedOn: CalendarDate | null,
  dueBefore: CalendarDate,
  businessDate: CalendarDate,
): string {
  if (arrivedOn === null) return lateWords(dueBefore, businessDate)
  const days = daysLate(dueBefore, arrivedOn)
  return days === 0 ? 'đúng hạn' : `chậm ${count(days)} ngày`
}

/** `quá hạn 3 ngày`, or that the day has not come. */
export function lateWords(dueBefore: CalendarDate, on: CalendarDate): string {
  const days = daysLate(dueBefore, on)
  return days === 0 ? 'chưa đến hạn' : `quá hạn ${count(days)} ngày`
}

/** After the newest window that says something: `và 3 kỳ trước`. */
export function earlierToo(n: number): string {
  return `và ${count(n)} kỳ trước`
}

/** An older window in a line: `Tháng 2/2026: Công an xã A, Công an xã B và 3 đơn vị khác`. */
export function earlierWords(windowId: string, names: readonly string[]): string {
  return `${windowName(windowId)}: ${some([...new Set(names)], 3)}`
}

/** Debts from before the plan's year: `Các năm trước: 230 biểu của 27 đơn vị`. */
export function olderWords(sheets: number, bodies: string): string {
  return `Các năm trước: ${count(sheets)} biểu của ${bodies}`
}

/** Labels and headings of the answer to a sender: as text, and as the slip in his own workbook. */
export const slipWords = Object.freeze({
  title: 'PHIẾU KIỂM TRA SỐ LIỆU',
  receipt: 'Số tiếp nhận:',
  file: 'Tệp:',
  receivedAt: 'Nhận lúc:',
  plan: 'Thực hiện Kế hoạch số:',
  verdict: (outcome: keyof typeof outcomes) => `KẾT QUẢ: ${outcomes[outcome]}`,
  forms: 'CÁC BIỂU TRONG TỆP',
  formsHead: ['STT', 'Trang tính', 'Số dòng đã nhận/đã đọc', 'Biểu, đơn vị, kỳ, kết quả'],
  /** The place of a problem in a document without cells, whose first row is row 1 for its sender. */
  documentRow: (row: number) => `dòng ${row}`,
  problemsHead: ['STT', 'Trang tính', 'Ô (bấm để đến ô)', 'Nội dung'],
  /** How the marks are to be understood, where there are some. */
  marks:
    'Ô cần sửa được tô đỏ, ô cần lưu ý được tô cam, có chú thích nêu nội dung; ô bắt buộc còn trống có thể hiện màu vàng của biểu.',
  /** What is done with the marked workbook. */
  mend: 'Đề nghị sửa ngay trong tệp này, tăng “Lần gửi” ở trang “00.Thong tin” thêm 1 rồi gửi lại. Không phải xóa trang này; màu và chú thích của ô đã sửa tự hết ở lần kiểm tra sau.',
} as const)

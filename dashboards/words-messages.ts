import { type CalendarDate, writeDate } from '#sources/vocabulary/date.ts'
import { count } from './words-figures.ts'

/** In the place of a figure that its reader may not see; never 0 and never blank. */
export const withheld = '(…) Không công bố theo quy định bảo vệ dữ liệu cá nhân'

/** Whom a letter to a role greets; reporters are greeted by their name. */
export const addressees = Object.freeze({
  analyst: 'Cán bộ tổng hợp của Công an tỉnh',
  leadership: 'Lãnh đạo Công an tỉnh',
  ministry: 'Bộ Công an',
  operator: 'Cán bộ vận hành hệ thống',
})

/** `[Tái hòa nhập cộng đồng] …`: how each subject begins. */
export function subjectWords(what: string): string {
  return `[Tái hòa nhập cộng đồng] ${what}`
}

/** Of a letter that tells of several things: `2 cảnh báo về chỉ tiêu, 65 báo cáo quá hạn của 60 đơn vị, ngày 21/9/2026`. */
export function severalWords(parts: readonly string[], on: CalendarDate): string {
  return `${parts.join(', ')}, ngày ${writeDate(on)}`
}

/** How the sentence begins that says how many things a letter tells of. */
export function untilWords(on: CalendarDate): string {
  return `Đến ngày ${writeDate(on)}`
}

/** `Kính gửi: Công an phường Bắc Giang`. */
export function greeting(name: string): string {
  return `Kính gửi: ${name}`
}

/** What the letter is about: the plan by its number, or by its title where the text leaves the number blank. */
export function underPlan(plan: { readonly number: string | null; readonly title: string }) {
  return plan.number === null ? `Thực hiện ${plan.title}.` : `Thực hiện Kế hoạch số ${plan.number}.`
}

/** After the things that stand in a letter, when there are more than it holds. */
export function moreWords(n: number): string {
  return `… và ${count(n)} nội dung khác, xem trên trang cảnh báo của hệ thống.`
}

export const closing =
  'Thư được gửi tự động từ hệ thống theo dõi kế hoạch tái hòa nhập cộng đồng; đề nghị không trả lời thư này.'

/** What `alerts test` sends. */
export const testMessage = Object.freeze({
  subject: 'Thư kiểm tra đường gửi',
  text: 'Thư này chỉ để kiểm tra đường gửi cảnh báo; không có nội dung cần xử lý.',
})

/** What whoever runs the program is told of a letter that could not be delivered; the address stands in the list of contacts only. */
export function givenUpWords(letter: {
  readonly contact: number
  readonly messages: number
  readonly attempts: number
  readonly reason: string
}): { readonly subject: string; readonly text: string } {
  const { contact, messages, attempts, reason } = letter
  return {
    subject: `Không gửi được thư đến địa chỉ liên hệ số ${contact}`,
    text: [
      `Không gửi được ${count(messages)} nội dung đến địa chỉ liên hệ số ${contact} sau ${count(attempts)} lần thử.`,
      `- Lý do: ${reason}`,
      '- Cách xử lý: kiểm tra địa chỉ (hoanhap contacts list), rồi gửi lại (hoanhap alerts send --again).',
    ].join('\n'),
  }
}

import { delays, FEWEST_WINDOWS, type WindowLateness } from '#models/judgement/lateness.ts'
import type { Standing } from '#sources/vocabulary/reporter.ts'
import { count, counts, percent, stateWords, windowName, within } from './words-figures.ts'

/** What the page of arrivals is to be read with. */
export const latenessNote =
  'Mỗi hàng là một kỳ đã hết. Mỗi ô là số báo cáo đã đến trên số báo cáo phải gửi, tính đến hết ngày ghi ở đầu cột; ô trống là ngày chưa tới. “Thường lệ”: tỷ lệ đã đến, tính chung các kỳ. Tính theo ngày văn bản đến của bản gửi đầu tiên. Số báo cáo dự kiến còn đến là số liệu ước tính theo nhịp gửi của các kỳ trước, không phải kết quả.'

/** Over those that the plan only asks. */
export const askedNote =
  'Đơn vị được đề nghị phối hợp gửi số liệu: theo dõi riêng, không tính là chậm hay quá hạn.'

export const noWindowClosed = 'Chưa có kỳ báo cáo nào đã hết.'

/** Behind a form of those who are only asked. */
export const askedWord = 'đề nghị phối hợp'

export const newestHeading = 'Kỳ mới nhất của từng biểu'
export const incompleteHeading = 'Các kỳ chưa đủ báo cáo'
export const wholeHeading = 'Các biểu đã đủ báo cáo của mọi kỳ'

/** Heads of its tables. */
export const latenessColumns = Object.freeze({
  form: 'Biểu',
  window: 'Kỳ',
  newest: 'Kỳ mới nhất đã hết',
  received: 'Đã nhận',
  state: 'Tình trạng',
  outlook: 'Dự kiến',
  usual: 'Thường lệ',
})

/** `hết kỳ`, then `+1 ngày`, `+2 ngày` … after it. */
export const delayHeads: readonly string[] = delays.map((delay) =>
  delay === 0 ? 'hết kỳ' : `+${delay} ngày`,
)

/** Whether all of a window is there. */
export const latenessState = Object.freeze({ whole: 'Đủ báo cáo', missing: 'Chưa đủ' })

/** `còn thiếu 3 báo cáo; số liệu sơ bộ`; to those who are only asked a request. */
export function missingWords(
  { arrived, expected }: Pick<WindowLateness, 'arrived' | 'expected'>,
  standing: Standing,
): string {
  const missing = `${count(expected - arrived)} báo cáo`
  const lacks =
    standing === 'requested' ? `đề nghị phối hợp gửi thêm ${missing}` : `còn thiếu ${missing}`
  return `${lacks}; ${stateWords('provisional')}`
}

/** `96,9%` of a share that is no count; short of all it is never 100 %. */
export function usualWords(share: number): string {
  return percent(share === 1 ? 10_000 : Math.min(9999, Math.round(share * 10_000)), 10_000) ?? ''
}

/** How many are there: `96/99 báo cáo`. */
export function receivedWords({ arrived, expected }: WindowLateness): string {
  return counts({ numerator: arrived, denominator: expected }, 'báo cáo')
}

/** What is still to come of a window; null where nothing is missing. */
export function arrivalOutlookWords({ outlook, arrived, expected }: WindowLateness): string | null {
  switch (outlook.kind) {
    case 'whole':
      return null
    case 'past':
      return `Quá ${lastDelay} ngày sau khi hết kỳ, không ước tính`
    case 'too-few':
      return `Chưa ước tính: cần ít nhất ${FEWEST_WINDOWS} kỳ trước để so sánh`
    case 'unprecedented':
      return 'Chưa ước tính: các kỳ trước đến thời điểm này đều đã đủ báo cáo'
    case 'coming': {
      const reports = Math.round(outlook.reports)
      const by = `đến ngày thứ ${outlook.within} sau khi hết kỳ`
      const basis = `theo nhịp gửi của ${count(outlook.windows)} kỳ trước`
      if (reports === 0) return `Ít khả năng có thêm báo cáo ${by}, ${basis}`
      const then = counts({ numerator: arrived + reports, denominator: expected }, 'báo cáo')
      return `Còn khoảng ${count(reports)} báo cáo, ${by} có khoảng ${then}, ${basis}`
    }
  }
}

/** `Đã quá 56 ngày sau khi hết kỳ, không ước tính: tháng 7/2026 (93/99), …; số liệu sơ bộ.` */
export function pastWords(windows: readonly WindowLateness[]): string {
  const each = windows.map(
    (one) => `${within(windowName(one.windowId))} (${count(one.arrived)}/${count(one.expected)})`,
  )
  return `Chưa đủ báo cáo, đã quá ${lastDelay} ngày sau khi hết kỳ nên không ước tính: ${each.join(', ')}; ${stateWords('provisional')}.`
}

/** `9 kỳ; kỳ nào cũng đủ trong 3 ngày sau khi hết kỳ.`: the first of the page's days by which every window was whole, where there is one. */
export function wholeWords(windows: readonly WindowLateness[]): string {
  const by = delays.find((_, at) =>
    windows.every(({ byDelay, expected }) => (byDelay[at] ?? expected) === expected),
  )
  const many = `${count(windows.length)} kỳ`
  if (by === undefined) return `${many}.`
  const all = windows.length === 1 ? 'đủ' : 'kỳ nào cũng đủ'
  return by === 0
    ? `${many}; ${all} ngay khi hết kỳ.`
    : `${many}; ${all} trong ${count(by)} ngày sau khi hết kỳ.`
}

/** What a picture of arrivals shows, for those who cannot see it: `Biểu 01, tháng 9/2026: đã nhận 96/99 báo cáo`. */
export function latenessLabel(form: string, window: string, newest: WindowLateness): string {
  return `${form}, ${within(window)}: đã nhận ${receivedWords(newest)}`
}

const lastDelay = delays.at(-1)

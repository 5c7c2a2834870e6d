import type { VerdictCode } from '#models/database.ts'
import type { Target } from '#models/plans/target.ts'
import type { AttentionView, RestatedView } from './views.ts'
import { inferredWords } from './words-basis.ts'
import {
  count,
  counts,
  figure,
  goalRatio,
  percent,
  some,
  windowWords,
  within,
} from './words-figures.ts'
import { remainingOf } from './words-targets.ts'
import { remainingWords, signalWords } from './words-verdicts.ts'

/** Headings of pages, in the order of a leader's reading. */
export const headings = Object.freeze({
  leadership: 'Trang lãnh đạo',
  following: 'Theo dõi thực hiện',
  targets: 'Kết quả thực hiện các chỉ tiêu',
  attention: 'Cần chú ý, đề nghị chỉ đạo',
  missing: 'Chưa báo cáo',
  missingEarlier: 'Các kỳ trước còn thiếu',
  requested: 'Đề nghị phối hợp gửi số liệu',
  progress: 'Diễn biến từng chỉ tiêu',
  map: 'Bản đồ ô xã, phường',
  alerts: 'Cảnh báo',
  opened: 'Mới mở',
  open: 'Đang xử lý',
  closed: 'Đã đóng',
  restated: 'Số liệu đã điều chỉnh từ kỳ trước',
  reconciliation: 'Đối chiếu số liệu',
  reports: 'Báo cáo của địa bàn',
  problems: 'Nội dung cần chỉnh lý',
  files: 'Tệp số liệu',
  definitions: 'Định nghĩa và cách tính',
  choices: 'Nội dung Kế hoạch chưa quy định, cách hiểu đang áp dụng',
  version: 'Nguồn và phiên bản số liệu',
})

/** What a map shows. */
export function mapTitle(target: Target | null): string {
  return target === null
    ? 'Tất cả chỉ tiêu theo dõi ở cấp xã: mỗi ô ghi điều đáng chú ý nhất'
    : target.indicator.title
}

/** A tile says the worst of one commune: shorter words than a verdict of the province, and never a red light for one case. */
export const mapNames: Readonly<Record<VerdictCode, string>> = Object.freeze({
  MISS: 'Không đạt khi hết năm',
  SIG: 'Bất thường, đề nghị kiểm tra',
  NUM: 'Có trường hợp, theo dõi',
  'OK?': 'Trong giới hạn',
  MET: 'Đạt',
  OK: 'Đạt',
  NA: 'Không phát sinh đối tượng',
  ND: 'Chưa đủ số liệu',
  DQ: 'Cần xác minh',
  OPEN: 'Còn việc đang thực hiện',
})

export const mapNote =
  'Mỗi ô là một xã, phường, xếp gần đúng vị trí thực. Ở cấp xã số trường hợp ít nên chỉ nêu tín hiệu, không đánh giá đạt hay không đạt chỉ tiêu của tỉnh.'

/** Why a place is on the list, and what is asked of whom. */
export function attentionWords(view: AttentionView): {
  readonly what: string
  readonly ask: string
} {
  const { target, verdict, unitName } = view
  return {
    what: `${target.indicator.title}: ${findingOf(view)}.`,
    ask: askWords(verdict, target, unitName),
  }
}

function findingOf({ target, verdict, numerator, denominator }: AttentionView): string {
  const { counted, better } = target.indicator
  const goal = goalRatio(target)
  const remaining = remainingOf(target, { numerator, denominator })
  if (verdict === 'OPEN' && remaining !== null)
    return remaining.own
      ? remainingWords(remaining)
      : `${remainingWords(remaining)} (đã thực hiện ${percent(numerator, denominator, goal)})`
  const value =
    verdict === 'DQ'
      ? counts({ numerator, denominator }, counted)
      : figure({ numerator, denominator }, counted, goal)
  return `${value} – ${within(signalWords(verdict, { better, cases: numerator, remaining }))}`
}

function askWords(verdict: VerdictCode, target: Target, unitName: string): string {
  const offences = target.indicator.better === 'lower'
  switch (verdict) {
    case 'DQ':
      return `Đề nghị ${unitName} rà soát, gửi lại số liệu.`
    case 'ND':
      return `Đề nghị đôn đốc ${unitName} gửi đủ báo cáo.`
    case 'NUM':
      return offences
        ? `Đề nghị Công an ${unitName} tiếp tục theo dõi, quản lý, giúp đỡ.`
        : `Đề nghị UBND ${unitName} đẩy nhanh tiến độ.`
    case 'SIG':
    case 'MISS':
      return offences
        ? `Đề nghị chỉ đạo kiểm tra công tác quản lý, giáo dục, giúp đỡ tại ${unitName}.`
        : `Đề nghị kiểm tra, đôn đốc UBND ${unitName} thực hiện.`
    default:
      return `Đề nghị UBND ${unitName} hoàn thành trong kỳ tới.`
  }
}

export function restatedWords({ target, before, after, causes }: RestatedView): string {
  const { counted } = target.indicator
  const goal = goalRatio(target)
  const from = `${figure(before, counted, goal)} thành ${figure(after, counted, goal)}`
  return causes.length === 0 ? `${from}.` : `${from}; do ${some(causes, 3)}.`
}

export function moreAlerts(n: number): string {
  return `Và ${count(n)} cảnh báo khác trong tệp cảnh báo.`
}

/** Reminders are many and stand under "Chưa báo cáo" by name. */
export function reportAlerts(n: number): string {
  return `${count(n)} nhắc gửi báo cáo (sắp đến hạn, quá hạn, đề nghị phối hợp): xem mục “${headings.missing}” và tệp cảnh báo.`
}

/** How to read bars and trends. */
export const chartNote =
  'Vạch đỏ: chỉ tiêu. Đường chấm: tiến độ đều trong năm kế hoạch. Đoạn thẳng trên thanh: khoảng tin cậy 95% (Wilson), thể hiện mức dao động ngẫu nhiên của kết quả, không phải sai số khi đếm. Tháng không có số liệu để trống.'

/** Presumption of innocence, and why the province is no mean of its communes. */
export const readingNote =
  '“Tái phạm tội” là tên chỉ tiêu của Kế hoạch; số liệu là người bị khởi tố về hành vi phạm tội mới, chưa phải kết luận của Tòa án. Kết quả của tỉnh là tổng của các xã, phường, mỗi người tính một lần; không lấy bình quân các tỷ lệ.'

export const noneBefore = 'Cùng kỳ năm trước: không có số liệu cùng kỳ.'

/** Over which days the results of a table stand, unless a row says others. */
export function resultsOf(windowId: string, isInferred: boolean): string {
  const days = `Kết quả tính theo ${within(windowWords(windowId))}, trừ chỉ tiêu ghi kỳ khác`
  return isInferred ? `${days}; ${inferredWords}.` : `${days}.`
}

export function sourceWords(files: number, inForce: number): string {
  return `${count(files)} tệp đã nhận, ${count(inForce)} biểu đang có hiệu lực; biểu mẫu của Công an, UBND các xã, phường, các sở, ngành và cơ sở giam giữ`
}

/** Heading of the month's page. */
export function monthHeading(name: string): string {
  return `Kết quả thực hiện công tác tái hòa nhập cộng đồng ${name}`
}

export const nothing = 'Không có.'

export const internal = 'Lưu hành nội bộ'

export const draftExtract = 'bản thử, chưa được phép gửi'

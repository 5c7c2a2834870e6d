import { type QualityRuleId, qualityRules } from '#models/quality/index.ts'
import { figureTitle, formName, itemLabel } from '#models/quality/names.ts'
import { count, windowName, within } from './words-figures.ts'
import { millions } from './words-measured.ts'

/** A row that a rule about the data returned, as its sentence needs it: two whole numbers, and codes. */
export interface FindingFacts {
  /** Id of the rule: `register-jump`. */
  readonly rule: string
  readonly subject: string
  readonly windowId: string
  readonly left: number
  readonly right: number
  readonly facts: Readonly<Record<string, string | number | null>>
}

/**
 * What was found, in one sentence that says both numbers and what is asked; never who it is about.
 *
 * @throws RangeError when no rule has this id, with the known ones.
 */
export function findingWords(finding: FindingFacts): string {
  const sentence = (SENTENCES as Readonly<Record<string, Sentence>>)[finding.rule]
  if (sentence === undefined) {
    const known = qualityRules.map(({ id }) => id).join(', ')
    throw new RangeError(`'${finding.rule}' is no rule about the data; known are ${known}`)
  }
  return sentence(finding)
}

/** What the facts of a condition `suspect` tell of the finding behind it; null where they tell of none. */
export function findingIn(facts: FindingFacts['facts'], windowId: string): FindingFacts | null {
  const { rule, subject } = facts
  if (typeof rule !== 'string' || typeof subject !== 'string') return null
  return {
    rule,
    subject,
    windowId,
    left: integer(facts, 'left'),
    right: integer(facts, 'right'),
    facts,
  }
}

type Sentence = (finding: FindingFacts) => string

const SENTENCES: Readonly<Record<QualityRuleId, Sentence>> = {
  'impossible-figure': ({ subject, left, right }) =>
    `${titleOf(subject)}: tử số ${number(left)}, mẫu số ${number(right)}, không thể có; đề nghị kiểm tra các biểu nguồn.`,
  'broken-carry-over': (finding) =>
    bodyless(finding.subject) === 'running-total'
      ? `${itemOf(finding)}: số lũy kế từ đầu năm giảm từ ${count(finding.left)} kỳ trước còn ${count(finding.right)}${others(finding)}; đề nghị kiểm tra, gửi báo cáo thay thế.`
      : `${itemOf(finding)}: số cuối kỳ trước là ${count(finding.left)}, số đầu kỳ này là ${count(finding.right)}${others(finding)}; đề nghị kiểm tra, gửi báo cáo thay thế.`,
  'register-jump': ({ left, right, facts }) =>
    `Danh sách (Biểu số 01) từ ${count(left)} người cuối tháng trước thành ${count(right)} người; ghi nhận ${count(integer(facts, 'came'))} lượt tăng, ${count(integer(facts, 'gone'))} lượt giảm có lý do, còn ${count(Math.abs(integer(facts, 'unexplained')))} người ${integer(facts, 'unexplained') > 0 ? 'mới có tên' : 'không còn tên'} chưa rõ lý do; đề nghị kiểm tra.`,
  'residents-jump': ({ left, right }) =>
    `Tổng số người từ đủ 18 tuổi trở lên (Biểu số 06) báo cáo trước là ${count(left)}, kỳ này là ${count(right)}; đề nghị kiểm tra.`,
  'no-movement': ({ subject, right, facts }) =>
    `Ba tháng liền không ghi nhận người nào ${MOVEMENTS[subject] ?? subject} trong ${count(integer(facts, 'people'))} người được quản lý từ đầu ba tháng đó; theo tỷ lệ chung của tỉnh phải có khoảng ${count(right)} người; đề nghị kiểm tra danh sách đã được cập nhật chưa.`,
  'copied-report': ({ subject, left, right }) =>
    `${formName(subject)}: mọi số trùng hoàn toàn với kỳ liền trước (${count(right)}/${count(left)} số phát sinh khác 0 lặp lại); đề nghị kiểm tra, gửi báo cáo thay thế.`,
  'register-against-tally': (finding) =>
    `${itemOf(finding)}: danh sách của Công an cấp xã (Biểu số 01) có ${count(finding.left)}, số liệu UBND cấp xã ký (Biểu số 11) là ${count(finding.right)}${others(finding)}; đề nghị hai bên đối chiếu.`,
  'lists-disagree': (finding) => {
    const words = LISTS[bodyless(finding.subject)]
    return `${words === undefined ? finding.subject : words(count(finding.left), count(finding.right))}; đề nghị hai bên đối chiếu.`
  },
  'no-service': ({ subject, right, facts }) =>
    `${titleOf(subject)}: cả quý không ghi nhận ai trong ${count(integer(facts, 'people'))} người thuộc diện; theo tỷ lệ chung của tỉnh phải có khoảng ${count(right)} người; đề nghị cho biết chưa thực hiện hay chưa ghi.`,
  'credit-balance': ({ left, right }) =>
    `Dư nợ cuối kỳ là ${millions(right)} triệu đồng; dư nợ kỳ trước cộng cho vay, trừ thu nợ là ${millions(left)} triệu đồng; đề nghị kiểm tra.`,
  'late-revision': ({ subject, left, right }) =>
    `${formName(subject)}: lần gửi ${count(left)}, đến sau hạn ${count(right)} ngày.`,
}

/** What did not happen for three months. */
const MOVEMENTS: Readonly<Record<string, string>> = {
  returned: 'mới ra trại về (không kể đặc xá)',
  left: 'kết thúc quản lý',
}

const LISTS: Readonly<Record<string, (left: string, right: string) => string>> = {
  'notices-returns': (left, right) =>
    `Cơ sở giam giữ thông báo ${left} người ra trại về đây, danh sách ghi nhận ${right} người mới ra trại về`,
  'offence-not-managed': (left) =>
    `${left} người bị khởi tố về hành vi phạm tội mới ghi là do đơn vị quản lý nhưng không có trong danh sách`,
  'listed-credit': (left, right) =>
    `Danh sách ghi ${left} người đã lập danh sách gửi Ngân hàng Chính sách xã hội, ngân hàng nhận được ${right} người`,
  'moves-out': (left, right) =>
    `Đơn vị ghi ${left} người chuyển nơi cư trú trong tỉnh, trong đó nơi đến đã ghi nhận ${right} người`,
  'moves-in': (left, right) =>
    `Đơn vị ghi ${left} người chuyển đến từ nơi khác trong tỉnh, trong đó nơi đi đã ghi chuyển ${right} người`,
}

function titleOf(subject: string): string {
  return figureTitle(subject) ?? 'Chỉ tiêu'
}

function itemOf({ facts }: FindingFacts): string {
  return `Mục “${itemLabel(String(facts['item'] ?? '')) ?? 'chưa xác định'}”`
}

/** The item that is furthest apart is told, and how many others are. */
function others({ facts }: FindingFacts): string {
  const more = integer(facts, 'items') - 1
  return more > 0 ? ` (và ${count(more)} mục khác)` : ''
}

/** `running-total/agency:so-y-te` is the kind `running-total`. */
function bodyless(subject: string): string {
  return subject.split('/', 1)[0] as string
}

function integer(facts: FindingFacts['facts'], name: string): number {
  const value = facts[name]
  return typeof value === 'number' ? value : 0
}

function number(n: number): string {
  return n < 0 ? `−${count(-n)}` : count(n)
}

/** What a rule means and from how much on it fires; of a rule that is no more, that its finding is to be verified. */
export function findingRuleWords(rule: unknown): string {
  const known = qualityRules.find(({ id }) => id === rule)
  return known === undefined
    ? 'Số liệu không thể có hoặc thay đổi chưa rõ lý do; đề nghị xác minh.'
    : known.meaning
}

/** Who mends what a rule finds. */
export const ownerWords = Object.freeze({
  reporter: 'đơn vị gửi báo cáo (gửi báo cáo thay thế)',
  analyst: 'cán bộ tổng hợp của Công an tỉnh (đối chiếu với các đơn vị)',
})

export const findingSeverities = Object.freeze({
  error: 'Cần xác minh',
  warning: 'Lưu ý',
})

/** Headings and fixed sentences of the page. */
export const qualityWords = Object.freeze({
  title: 'Chất lượng số liệu',
  lead: 'Mỗi quy tắc dưới đây là một phép kiểm tra trên toàn bộ số liệu đang có hiệu lực; quy tắc không phát hiện nội dung nào được liệt kê chung ở cuối. “Cần xác minh” thì mở cảnh báo “Số liệu cần xác minh” cho đến khi số liệu được sửa hoặc có giải trình; “Lưu ý” chỉ để theo dõi.',
  byMonth: 'Số nội dung phát hiện, theo tháng kết thúc kỳ',
  byRule: 'Số nội dung phát hiện',
  rule: 'Quy tắc',
  severity: 'Mức độ',
  total: 'Cộng',
  before: 'Kỳ khác',
  trend: 'Diễn biến',
  unit: 'Đơn vị',
  window: 'Kỳ',
  found: 'Nội dung',
  owner: 'Người khắc phục',
  none: 'Không phát hiện nội dung nào cần xác minh.',
  passed: 'Quy tắc không phát hiện nội dung nào',
  notAsked: 'Quy tắc chưa có biểu để kiểm tra',
  reading: 'Lỗi khi tiếp nhận biểu từ đầu năm',
  readingReview: 'Lỗi khi tiếp nhận biểu',
  readingNote:
    'Đếm trên mọi lần gửi của kỳ theo dõi, kể cả lần đã được thay thế. Từng ô sai và cách sửa đã được báo lại cho đơn vị gửi trong Phiếu kiểm tra số liệu.',
  mistake: 'Loại lỗi',
  errors: 'Cần sửa',
  warnings: 'Lưu ý',
  reporters: 'Số đơn vị',
  most: 'Nhiều nhất',
  noMistakes: 'Không có lỗi nào khi tiếp nhận.',
  more: 'Chất lượng số liệu: xem từng quy tắc kiểm tra',
})

/** `T9`: a month as the head of a narrow column. */
export function monthShort(windowId: string): string {
  return windowName(windowId).replace(/^Tháng (\d+)\/.*$/, 'T$1')
}

/** `Và 12 nội dung khác.`. */
export function moreFindings(n: number): string {
  return `Và ${count(n)} nội dung khác.`
}

/** `4 nội dung, mới nhất tháng 9/2026.`. */
export function findingsLead(n: number, newest: string | null): string {
  return newest === null
    ? qualityWords.none
    : `${count(n)} nội dung, mới nhất ${within(windowName(newest))}.`
}

/** What the small line of a rule shows, for those who cannot see it: `Số đầu kỳ …, số nội dung theo tháng: T8 1, T9 22`. */
export function findingTrend(
  title: string,
  months: readonly { readonly windowId: string; readonly n: number }[],
): string {
  const counts = months.map(({ windowId, n }) => `${monthShort(windowId)} ${count(n)}`)
  return `${title}, số nội dung theo tháng: ${counts.join(', ')}`
}

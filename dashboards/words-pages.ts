import type { VerdictCode } from '#models/database.ts'
import type { Parameters } from '#models/indicators/indicator.ts'
import { daysLate } from '#models/judgement/due.ts'
import { slackOf } from '#models/judgement/fact.ts'
import type { Measured } from '#models/measured.ts'
import type { Goal, Target } from '#models/plans/target.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type {
  AttentionView,
  Counted,
  ReconciliationView,
  RestatedView,
  TargetView,
} from './views.ts'
import {
  capital,
  count,
  counts,
  figure,
  goalRatio,
  goalWords,
  noSubject,
  noValue,
  percent,
  windowName,
  within,
} from './words-figures.ts'
import { signalWords } from './words-verdicts.ts'

/** Headings of pages, in the order of a leader's reading. */
export const headings = Object.freeze({
  targets: 'Kết quả thực hiện các chỉ tiêu',
  attention: 'Cần chú ý, đề nghị chỉ đạo',
  missing: 'Chưa báo cáo',
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

/** `8/10 chỉ tiêu đạt, 1 có nguy cơ, 1 chưa đủ số liệu`: every target stands in exactly one of the groups. */
export function scoreWords(codes: readonly VerdictCode[]): string {
  const met = codes.filter((code) => groupOf(code) === 'đạt').length
  const others = groups.flatMap((group) => {
    const n = codes.filter((code) => groupOf(code) === group).length
    return group === 'đạt' || n === 0 ? [] : [`${n} ${group}`]
  })
  return [`${met}/${codes.length} chỉ tiêu đạt`, ...others].join(', ')
}

const groups = [
  'đạt',
  'đang thực hiện',
  'có nguy cơ',
  'không đạt',
  'cần xác minh số liệu',
  'chưa đủ số liệu',
  'không phát sinh đối tượng',
] as const

function groupOf(code: VerdictCode): (typeof groups)[number] {
  switch (code) {
    case 'MET':
    case 'OK':
    case 'OK?':
      return 'đạt'
    case 'OPEN':
      return 'đang thực hiện'
    case 'NUM':
    case 'SIG':
      return 'có nguy cơ'
    case 'MISS':
      return 'không đạt'
    case 'DQ':
      return 'cần xác minh số liệu'
    case 'ND':
      return 'chưa đủ số liệu'
    case 'NA':
      return 'không phát sinh đối tượng'
  }
}

/** The value of a target in one sentence: figure, against the goal (an open duty's verdict says it), before, the year before. */
export function targetSentence(
  target: Target,
  {
    measured,
    previous,
    lastYear,
    verdict,
  }: Pick<TargetView, 'measured' | 'previous' | 'lastYear' | 'verdict'>,
): string {
  if (measured === null) return `${noValue} trong kỳ.`
  if (measured.denominator === 0) return `${noSubject} trong kỳ.`
  const goal = goalRatio(target)
  const earlier = (label: string, counted: Counted | null) => {
    const share = counted && percent(counted.numerator, counted.denominator, goal)
    return share ? [`${label}: ${share}`] : []
  }
  const of = target.indicator.better === 'lower' ? `${target.indicator.title}: ` : ''
  const parts = [
    figure(measured, target.indicator.counted, goal),
    ...(verdict.code === 'OPEN' ? [] : [againstGoal(target, measured)]),
    ...earlier(previous ? `đến hết ${within(closeName(previous.windowId))}` : '', previous),
    ...earlier('cùng kỳ năm trước', lastYear),
  ]
  return `${of}${parts.join('; ')}.`
}

/** `adm:2026-8M` is known by the month in which it closes. */
function closeName(windowId: string): string {
  return windowName(windowId).replace(/^(\d+) tháng đầu năm (\d{4})$/, 'tháng $1/$2')
}

/** How far from the goal, in whole cases: `còn thiếu 8 người`, `giới hạn còn 26 người`. */
export function againstGoal(
  target: Target,
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
): string {
  const { counted } = target.indicator
  const slack = slackOf(target, numerator, denominator)
  const goal = goalWords(target)
  if ('below' in target)
    return slack < 0
      ? `vượt giới hạn ${goal} là ${count(-slack)} ${counted}`
      : `giới hạn ${goal} còn ${count(slack)} ${counted}`
  if (slack < 0) return `còn thiếu ${count(-slack)} ${counted} so với chỉ tiêu ${goal}`
  return slack === 0
    ? `vừa đủ chỉ tiêu ${goal}`
    : `vượt chỉ tiêu ${goal} là ${count(slack)} ${counted}`
}

/** The persons of the month in one line. */
export function peopleWords(people: {
  readonly managed: number | null
  readonly returned: number | null
  readonly prosecuted: number | null
  readonly prosecutedToDate: number | null
  readonly allowance: number | null
}): readonly LabelledNumber[] {
  return [
    { label: 'Đang quản lý', value: number(people.managed), note: 'người, vào ngày cuối kỳ' },
    { label: 'Về cư trú trong tháng', value: number(people.returned), note: 'người mới ra trại' },
    {
      label: 'Bị khởi tố về hành vi phạm tội mới',
      value: number(people.prosecuted),
      note: `người trong tháng; lũy kế ${number(people.prosecutedToDate)} người`,
    },
    allowanceWords(people.allowance),
  ]
}

/** Why a place is on the list, and what is asked: `còn 3/12 người chưa được thực hiện; đề nghị UBND … hoàn thành`. */
export function attentionWords(view: AttentionView): {
  readonly what: string
  readonly ask: string
} {
  const { target, verdict, numerator, denominator, unitName } = view
  const { counted } = target.indicator
  const value =
    verdict === 'DQ'
      ? counts({ numerator, denominator }, counted)
      : figure({ numerator, denominator }, counted, goalRatio(target))
  const what = `${value} – ${within(
    signalWords(verdict, {
      better: target.indicator.better,
      cases: numerator,
      remaining: remainingOf(target, { numerator, denominator }),
    }),
  )}`
  return { what: `${target.indicator.title}: ${what}.`, ask: askWords(verdict, target, unitName) }
}

function askWords(verdict: VerdictCode, target: Target, unitName: string): string {
  switch (verdict) {
    case 'DQ':
      return `Đề nghị ${unitName} rà soát, gửi lại số liệu.`
    case 'ND':
      return `Đề nghị ${unitName} gửi đủ báo cáo.`
    case 'SIG':
    case 'NUM':
    case 'MISS':
      return target.indicator.better === 'lower'
        ? `Đề nghị Công an tỉnh chỉ đạo kiểm tra công tác quản lý, giáo dục, giúp đỡ tại ${unitName}.`
        : `Đề nghị kiểm tra, đôn đốc ${unitName} thực hiện.`
    default:
      return `Đề nghị ${unitName} hoàn thành trong kỳ tới.`
  }
}

/** `quá hạn 3 ngày`, or that the day has not come. */
export function lateWords(dueBefore: CalendarDate, on: CalendarDate): string {
  const days = daysLate(dueBefore, on)
  return days === 0 ? 'chưa đến hạn' : `quá hạn ${count(days)} ngày`
}

export function restatedWords({ target, before, after, causes }: RestatedView): string {
  const { counted } = target.indicator
  const goal = goalRatio(target)
  const from = `${figure(before, counted, goal)} thành ${figure(after, counted, goal)}`
  return causes.length === 0 ? `${from}.` : `${from}; do ${causes.join(', ')}.`
}

/** Two sources of one number side by side, and that neither was picked silently. */
export function reconciliationWords({ kind, left, right, units }: ReconciliationView): string {
  switch (kind) {
    case 'notices-returns':
      return `Cơ sở giam giữ thông báo ${count(left)} người, danh sách của xã, phường ghi nhận ${count(right)} người mới về (chênh lệch ở ${count(units)} xã, phường).`
    case 'offence-not-managed':
      return `${count(left)} người bị khởi tố về hành vi phạm tội mới không có trong danh sách quản lý của xã, phường nào, không tính vào tử số.`
    default:
      return `${kind}: ${count(left)} và ${count(right)} (${count(units)} đơn vị).`
  }
}

/** What a figure's parameters mean: `tính từ giai đoạn khởi tố`. */
export function parameterWords(parameters: Parameters): string {
  const words = Object.entries(parameters).map(
    ([name, value]) => parameterMeanings[`${name}=${value}`] ?? `${name} = ${value}`,
  )
  return capital(words.join('; '))
}

const parameterMeanings: Readonly<Record<string, string>> = {
  'stage=detected': 'tính từ khi phát hiện',
  'stage=prosecuted': 'tính từ khi khởi tố bị can',
  'stage=convicted': 'tính khi bản án có hiệu lực',
  'population=managed': 'mẫu số là người được quản lý trong kỳ',
  'population=returned': 'mẫu số là người về cư trú trong kỳ',
  'of=all': 'tính trên tất cả người về cư trú',
  'of=in-need': 'tính trên người có nhu cầu, còn thiếu; chưa rà soát tính là có',
  'schedule=collection': 'theo lịch thu thập của Công an tỉnh',
  'schedule=directive': 'theo hướng dẫn của Công an tỉnh',
  'schedule=clause': 'theo thời hạn của Kế hoạch',
}

/** How many units a value covers: `97/99 xã, phường có số liệu; 2 dòng tạm giữ lại chờ chỉnh lý`. */
export function completenessWords(measured: Measured, units: string): string {
  const covered = `${count(measured.unitsCovered)}/${count(measured.unitsExpected)} ${units} có số liệu`
  return measured.rowsWithheld === 0
    ? covered
    : `${covered}; ${count(measured.rowsWithheld)} dòng chờ chỉnh lý`
}

/** How many are missing of how many that the goal asks for; null where the goal asks for less or nobody is concerned. */
export function remainingOf(
  target: Goal & { readonly indicator: Target['indicator'] },
  measured: { readonly numerator: number; readonly denominator: number } | null,
) {
  if (measured === null || measured.denominator === 0 || 'below' in target) return null
  const slack = slackOf(target, measured.numerator, measured.denominator)
  return {
    k: Math.max(0, -slack),
    n: measured.numerator - slack,
    counted: target.indicator.counted,
  }
}

/** The counts of one commune; an allowance of a handful is a count, not a grade. */
export function communePeople(people: {
  readonly managed: number | null
  readonly returned: number | null
  readonly prosecutedToDate: number | null
  readonly allowance: number | null
}): readonly LabelledNumber[] {
  return [
    { label: 'Đang quản lý', value: number(people.managed), note: 'người, vào ngày cuối kỳ' },
    { label: 'Về cư trú trong tháng', value: number(people.returned), note: 'người mới ra trại' },
    {
      label: 'Bị khởi tố về hành vi phạm tội mới',
      value: number(people.prosecutedToDate),
      note: 'người, lũy kế từ đầu năm',
    },
    allowanceWords(people.allowance),
  ]
}

/** Where a commune stands with its reports: `Đã nhận 2/3 báo cáo, 1 nội dung phải sửa, 1 cảnh báo đang mở.` */
export function communeLead(facts: {
  readonly received: number
  readonly expected: number
  readonly errors: number
  readonly alerts: number
}): string {
  const parts = [
    `Đã nhận ${count(facts.received)}/${count(facts.expected)} báo cáo`,
    facts.errors === 0 ? 'không có nội dung phải sửa' : `${count(facts.errors)} nội dung phải sửa`,
    facts.alerts === 0 ? 'không có cảnh báo' : `${count(facts.alerts)} cảnh báo đang mở`,
  ]
  return `${parts.join(', ')}.`
}

export interface LabelledNumber {
  readonly label: string
  readonly value: string
  readonly note: string
}

function number(n: number | null): string {
  return n === null ? '–' : count(n)
}

function allowanceWords(allowance: number | null): LabelledNumber {
  return {
    label: 'So với giới hạn của chỉ tiêu',
    value: allowance === null ? '–' : count(Math.abs(allowance)),
    note:
      allowance !== null && allowance < 0
        ? 'trường hợp vượt giới hạn'
        : 'trường hợp còn trong giới hạn',
  }
}

/** What a share counts, without the word for share: the label of a bar. */
export function subject(title: string): string {
  return capital(title.replace(/^Tỷ lệ /, ''))
}

export const signalNote =
  'Ở cấp xã chỉ nêu số trường hợp và tín hiệu, không đánh giá đạt hay không đạt: nơi có dưới 100 người, một trường hợp đã vượt 1%, kể cả khi công tác quản lý bình thường.'

export const outcomes = Object.freeze({
  accepted: 'Đã tiếp nhận',
  partial: 'Tiếp nhận một phần, đề nghị chỉnh lý',
  rejected: 'Chưa tiếp nhận, đề nghị gửi lại',
  held: 'Tạm giữ, chờ Công an tỉnh xác nhận',
})

export const noProblem = 'Không có nội dung cần chỉnh lý.'
export const nothing = 'Không có.'

export function moreAlerts(n: number): string {
  return `Và ${count(n)} cảnh báo khác trong tệp cảnh báo.`
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

export const draftExtract = 'bản thử, chưa được phép gửi'
export const internal = 'Lưu hành nội bộ'

/** An error withholds its row or sheet until it is mended; a warning withholds nothing. */
export const problemKinds = Object.freeze({ error: 'Phải sửa', warning: 'Cần xem lại' })

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

/** What a sparkline shows, for those who cannot see it. */
export function sparkWords(counts: readonly string[]): string {
  return `Số người đang quản lý cuối các tháng có số liệu: ${counts.join(', ')}`
}

/** What the sender does next. */
export function feedbackAsk(outcome: keyof typeof outcomes): string {
  switch (outcome) {
    case 'accepted':
      return 'Không phải gửi lại.'
    case 'partial':
      return 'Các dòng có lỗi chưa được tính. Đề nghị sửa các ô nêu dưới đây trong tệp này, tăng “Lần gửi” thêm 1 và gửi lại toàn bộ.'
    case 'rejected':
      return 'Chưa có số liệu nào được tính. Đề nghị sửa các nội dung nêu dưới đây và gửi lại toàn bộ.'
    case 'held':
      return 'Báo cáo thay thế làm giảm nhiều dòng so với lần trước nên tạm giữ; số liệu lần trước vẫn được tính cho đến khi Công an tỉnh xác nhận.'
  }
}

import type { DataCause, ExplainedCause } from '#models/alerting/cause.ts'
import { ESCALATION } from '#models/alerting/reminder.ts'
import { writeDate } from '#sources/vocabulary/date.ts'
import type { AlertRule, AlertView, CaseEventView } from './views.ts'
import { alertNames } from './words-alerts.ts'
import { capital, count, counts, some, windowWords, within } from './words-figures.ts'

export const alertStates: Readonly<Record<AlertView['state'], string>> = Object.freeze({
  opened: 'mới mở',
  acked: 'đã tiếp nhận',
  explained: 'đã giải trình',
  resolved: 'đã đóng',
  reopened: 'mở lại',
})

/** Headings of the page of cases. */
export const caseHeadings = Object.freeze({
  page: 'Theo dõi cảnh báo',
  open: 'Chưa xử lý',
  acked: 'Đã tiếp nhận, đang xử lý',
  explained: 'Đã giải trình',
  resolved: 'Đã đóng',
  history: 'Quá trình xử lý',
})

/** What the page of cases is to be read with. */
export const caseNote =
  'Mỗi cảnh báo được theo dõi riêng theo chỉ tiêu, đơn vị và năm kế hoạch (đối với báo cáo: theo kỳ), mở một lần và chỉ mở lại khi có căn cứ mới. Cảnh báo đã tiếp nhận hoặc đã giải trình được mở lại khi số liệu xấu hơn mức đã xem xét.'

/** Why data closed a case. */
export const dataCauseWords: Readonly<Record<DataCause, string>> = Object.freeze({
  corrected: 'số liệu của kỳ đã được điều chỉnh',
  'later-window': 'kỳ sau không còn dấu hiệu này',
  superseded: 'đã chuyển sang cảnh báo khác',
  rejudged: 'đánh giá lại trên cùng số liệu',
  closed: 'đã hết năm kế hoạch hoặc kỳ theo dõi; không có nghĩa là đã khắc phục',
  arrived: 'đã tiếp nhận báo cáo',
  extended: 'đã được gia hạn',
  passed: 'đã qua hạn, theo dõi tiếp ở cảnh báo khác',
  'not-owed': 'không còn thuộc diện phải gửi',
  restored: 'số liệu lại khớp với số liệu đã ban hành',
  reissued: 'đã ban hành số liệu mới',
})

/** What a person found behind a case. */
export const explainedCauseWords: Readonly<Record<ExplainedCause, string>> = Object.freeze({
  'data-error': 'sai sót khi nhập, tổng hợp số liệu',
  'real-change': 'thay đổi có thật trên địa bàn',
  amnesty: 'đợt đặc xá, tha tù',
  reform: 'sắp xếp đơn vị hành chính',
  'late-report': 'báo cáo gửi chậm',
  other: 'nguyên nhân khác',
})

export function causeWords(cause: DataCause | ExplainedCause): string {
  return { ...dataCauseWords, ...explainedCauseWords }[cause]
}

/** `Công an xã Xuân Lương (lần gửi 2)`. */
export function sentWords(reporterName: string, revision: number): string {
  return `${reporterName} (lần gửi ${count(revision)})`
}

/** Those behind a correction: the first few by name. */
export function sentNote(sent: readonly string[]): string | null {
  return sent.length === 0 ? null : some([...new Set(sent)], 5)
}

/** Which alert goes on in the place of a closed one. */
export function supersededNote(rule: AlertRule): string {
  return alertNames[rule]
}

/** `81/99 báo cáo`. */
export function arrivedNote(arrived: number, obliged: number): string {
  return counts({ numerator: arrived, denominator: obliged }, 'báo cáo')
}

const eventNames: Readonly<Record<CaseEventView['kind'], string>> = {
  opened: 'mở',
  evidence: 'có thêm căn cứ',
  acked: 'tiếp nhận',
  explained: 'giải trình',
  resolved: 'đóng',
  reopened: 'mở lại',
}

/** `20/9/2026: mở, 4/61 (9 tháng đầu năm 2026 (…))`, `25/9/2026: giải trình: đợt đặc xá, tha tù; …`. */
export function eventWords(event: CaseEventView): string {
  const { kind, on, cause, note, numerator, denominator, windowId } = event
  const about = [
    ...(cause === null ? [] : [causeWords(cause)]),
    ...(note === null ? [] : [note]),
    ...(numerator === null || denominator === null
      ? []
      : [`${count(numerator)}/${count(denominator)}`]),
    ...(windowId === null ? [] : [within(windowWords(windowId))]),
  ]
  const by = event.actor === null ? '' : ` (${event.actor})`
  return `${writeDate(on)}: ${eventNames[kind]}${by}${about.length === 0 ? '' : `: ${about.join('; ')}`}`
}

/** Since when it stands, or when it was closed; with the cause and the note that belong to that state. */
export function caseStateWords(alert: AlertView): string {
  const { state, openedOn, resolvedOn, history } = alert
  const last = history?.findLast(({ kind }) => kind === state)
  const note = history === undefined ? alert.note : (last?.note ?? null)
  const said = [...(last?.cause ? [causeWords(last.cause)] : []), ...(note === null ? [] : [note])]
  const when =
    resolvedOn === null
      ? `${capital(alertStates[state])}, từ ngày ${writeDate(openedOn)}`
      : `Mở ngày ${writeDate(openedOn)}, ${alertStates[state]} ngày ${writeDate(resolvedOn)}`
  return `${[when, ...said].join('; ')}.`
}

/** Heads of the table of reports that are awaited. */
export const awaitedHead = Object.freeze(['Đơn vị', 'Biểu, kỳ', 'Hạn', 'Mức nhắc'])

/** Heading of the reports of a rule on the page of cases: `Quá hạn báo cáo: 65 báo cáo của 60 đơn vị`. */
export function awaitedTitle(rule: AlertRule, reports: number, bodies: number): string {
  return `${alertNames[rule]}: ${count(reports)} báo cáo của ${count(bodies)} đơn vị`
}

/** How far a report is pressed for, in few words; the rule stands above the table. */
export function stageShort({ rule, facts }: AlertView): string {
  const stage = facts?.['stage']
  if (typeof stage !== 'number') return ''
  if (rule === 'reminder-requested') return `đề nghị lần ${count(Math.max(1, stage))}`
  const days = ESCALATION[stage - 1]
  return days === undefined ? 'ngày cuối là ngày nghỉ' : `từ ${count(days)} ngày làm việc`
}

export function moreCases(n: number): string {
  return `Và ${count(n)} cảnh báo khác.`
}

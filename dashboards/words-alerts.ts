import { basisOf } from '#models/indicators/indicator.ts'
import type { AlertRule, AlertView, MissingReport } from './views.ts'
import {
  basisWords,
  count,
  counts,
  coverageWords,
  dueWords,
  formNumbers,
  goalRatio,
  goalWords,
  percent,
  windowWords,
} from './words-figures.ts'
import { measuredWords } from './words-measured.ts'

/** What an alert is called in a list. */
export const alertNames: Readonly<Record<AlertRule, string>> = Object.freeze({
  missed: 'Không đạt – không còn khả năng hoàn thành trong năm',
  signal: 'Bất thường – đề nghị kiểm tra',
  off: 'Chưa đạt – số trường hợp ít, tiếp tục theo dõi',
  outlook: 'Khả năng hoàn thành thấp (dự báo)',
  'due-soon': 'Sắp đến hạn báo cáo',
  overdue: 'Quá hạn báo cáo',
  'reminder-requested': 'Đề nghị phối hợp gửi số liệu',
  incomplete: 'Chưa đủ số liệu',
  suspect: 'Số liệu cần xác minh',
  restated: 'Số liệu đã điều chỉnh',
})

/** The same where the outlook is very low. */
export const veryLowName = 'Khả năng hoàn thành rất thấp (dự báo)'

/** The figure that fired, numerator and denominator always with it. */
export function alertFigure(alert: AlertView): string {
  if (alert.report) return awaitedWords(alert.report, alert.fires, laterWords(alert))
  const { rule, target, numerator, denominator, finding } = alert
  if (rule === 'restated') return restatedFigure(alert)
  if (rule === 'incomplete' && numerator !== null && denominator !== null)
    return `${formName(alert)}: đã tiếp nhận ${counts({ numerator, denominator }, 'báo cáo')} (${percent(numerator, denominator)})`
  if (target === null || numerator === null || denominator === null) return finding ?? ''
  return `${target.indicator.title}: ${measuredWords(target.indicator, { numerator, denominator }, goalRatio(target))}; chỉ tiêu ${goalWords(target)}`
}

/** `đã tiếp nhận 0/2 báo cáo: Biểu 01, 04, hạn trước ngày 15/9/2026, …`. */
function awaitedWords(report: MissingReport, fires: boolean, later: string): string {
  const due = dueWords(report.dueBefore, report.workingDay)
  const n = report.forms.length
  const got = fires ? `Đã tiếp nhận ${counts({ numerator: 0, denominator: n }, 'báo cáo')}: ` : ''
  return `${got}${formNumbers(report.forms)}, hạn ${due}, ${basisWords(report.basis, report.reference)}${fires ? later : ''}`
}

/** `, đã có báo cáo kỳ sau`: a later report of the year, which tells of this window, too, is there. */
export function laterWords({ facts }: Pick<AlertView, 'facts'>): string {
  return facts?.['later'] === 1 ? `, ${toldLaterWords}` : ''
}

export const toldLaterWords = 'đã có báo cáo kỳ sau'

function formName({ facts }: AlertView): string {
  return formNumbers([String(facts?.['formNumber'] ?? '')]).trim()
}

/** `Tỷ lệ …: 3/141 người (2,13%) thành 2/141 người (1,42%); 2 đơn vị có số liệu thay đổi`. */
function restatedFigure({ target, numerator, denominator, facts, finding }: AlertView): string {
  if (target === null || numerator === null || denominator === null) return finding ?? ''
  const { title } = target.indicator
  const words = (of: { readonly numerator: number; readonly denominator: number }) =>
    measuredWords(target.indicator, of, goalRatio(target))
  const [x, n, units] = ['beforeNumerator', 'beforeDenominator', 'units'].map(
    (name) => facts?.[name],
  )
  const before =
    typeof x === 'number' && typeof n === 'number'
      ? `${words({ numerator: x, denominator: n })} thành `
      : ''
  const many = typeof units === 'number' ? `; ${count(units)} đơn vị có số liệu thay đổi` : ''
  return `${title}: ${before}${words({ numerator, denominator })}${many}`
}

/** `Tháng 9/2026 (…); 96/99 xã, phường có số liệu`: window and completeness, always. */
export function alertBasis(alert: AlertView, units: string): string {
  const { windowId, covered, expected, rule, report } = alert
  const days = windowWords(windowId)
  if (report !== null)
    return alert.fires
      ? `${days}; chưa có số liệu kỳ này của đơn vị`
      : `${days}; không còn phải chờ`
  if (covered === null || expected === null)
    return `${days}; không tính mức độ đầy đủ của số liệu${rule === 'suspect' ? ' vì chỉ xét các báo cáo đã tiếp nhận' : ''}`
  if (rule === 'incomplete') return `${days}; ${coverageWords(covered, expected, 'đơn vị')} đã gửi`
  if (expected === 1) return `${days}; đơn vị ${covered === 1 ? 'đã' : 'chưa'} báo cáo`
  return `${days}; ${coverageWords(covered, expected, whoOf(alert) ?? units)} có số liệu`
}

/** Figures of other forms are told by facilities, agencies or districts, too. */
function whoOf({ target }: AlertView): string | null {
  if (target === null || basisOf(target.definition) === 'register') return null
  return target.indicator.theme === 'facilities' ? 'cơ sở giam giữ' : 'đơn vị'
}

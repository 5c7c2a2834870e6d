import type { AlertView, MissingReport } from './views.ts'
import { ruleWords } from './words-alert-rules.ts'
import { capital, count, counts, dueWords, formNumbers } from './words-figures.ts'

/** Headings of the parts of a letter or list that tells of many things. */
export const partNames = Object.freeze({
  figures: 'Chỉ tiêu, số liệu',
  overdue: 'Báo cáo quá hạn',
  requested: 'Đề nghị phối hợp gửi số liệu',
  'due-soon': 'Báo cáo sắp đến hạn',
  closed: 'Cảnh báo đã đóng',
  notice: 'Việc gửi thư',
})

/** What a summary counts, in its order; of reports how many bodies, too. */
const counted = Object.freeze({
  target: 'cảnh báo về chỉ tiêu',
  suspect: 'số liệu cần xác minh',
  restated: 'số liệu đã điều chỉnh',
  incomplete: 'biểu chưa đủ số liệu',
  overdue: 'báo cáo quá hạn',
  'reminder-requested': 'báo cáo đề nghị phối hợp gửi',
  'due-soon': 'báo cáo sắp đến hạn',
  closed: 'cảnh báo đã đóng',
  notice: 'thư không gửi được',
})

interface Counted {
  readonly section: keyof typeof counted
  readonly who: string | null
}

/** `2 cảnh báo về chỉ tiêu`, `65 báo cáo quá hạn của 60 đơn vị`: how many of what. */
export function summaryParts(told: readonly Counted[]): readonly string[] {
  return Object.entries(counted).flatMap(([section, what]) => {
    const own = told.filter((one) => one.section === section)
    if (own.length === 0) return []
    const bodies = new Set(own.flatMap(({ who }) => who ?? [])).size
    const whose = section === 'reminder-requested' ? 'cơ quan' : 'đơn vị'
    return [`${count(own.length)} ${what}${bodies === 0 ? '' : ` của ${count(bodies)} ${whose}`}`]
  })
}

/** `Đến ngày 21/9/2026 có 2 cảnh báo về chỉ tiêu, 65 báo cáo quá hạn của 60 đơn vị.` */
export function summaryWords(lead: string, parts: readonly string[]): string {
  return `${lead} ${parts.length === 0 ? 'không có cảnh báo' : `có ${parts.join(', ')}`}.`
}

/** `I`, `II`, …, of the few parts that there are. */
export function roman(n: number): string {
  return ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'][n - 1] ?? String(n)
}

/** Above the lines of reports that are missing: the rule, and that nothing of the window is there. */
export function reportRuleWords(rule: string): string {
  return `${rule} ${noFigures}:`
}

const noFigures = 'Chưa có số liệu của các kỳ nêu dưới đây'

/** The rule of what is soon due, by the day. */
export function dueHeading(alert: AlertView, { dueBefore, workingDay }: MissingReport): string {
  return `${capital(`hạn ${dueWords(dueBefore, workingDay)}`)}. ${reportRuleWords(ruleWords(alert))}`
}

/** `Biểu 04, 05, Quý I/2026 (…), hạn …`. */
export function formsAndLine(forms: readonly string[], line: string): string {
  return `${formNumbers(forms)}, ${line}`
}

/** `Công an xã Đại Sơn: 0/2 báo cáo – Biểu 01, Tháng 1/2026 (…); Biểu 01, Tháng 2/2026 (…)`. */
export function reportsOf(who: string, n: number, windows: readonly string[]): string {
  return `${capital(who)}: ${counts({ numerator: 0, denominator: n }, 'báo cáo')} – ${windows.join('; ')}`
}

/** Clauses as one line, without the full stops that they have as sentences. */
export function sentence(clauses: readonly string[]): string {
  return clauses.map((clause) => clause.replace(/\.$/, '')).join('; ')
}

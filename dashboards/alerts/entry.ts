import type { AlertRule, AlertView } from '../views.ts'
import {
  basisWords,
  caseStateWords,
  dueHeading,
  dueWords,
  laterWords,
  reportRuleWords,
  ruleWords,
  sentence,
  windowWords,
} from '../words.ts'
import { alertText } from './text.ts'

/** Of what an entry of a list tells; `notice` is about the letters themselves. */
export const sections = [
  'target',
  'suspect',
  'restated',
  'incomplete',
  'overdue',
  'reminder-requested',
  'due-soon',
  'closed',
  'notice',
] as const

export type Section = (typeof sections)[number]

/**
 * Where an alert stands among others, so that a list of them says once what they share; of a figure all but the section is null: it stands
 * as a block of its own.
 *
 *     heading  Đến hết ngày cuối của hạn …; đã quá hạn từ 10 ngày làm việc trở lên. Chưa có số liệu kỳ này của các đơn vị:
 *     who      Công an xã Đại Sơn
 *     form     01
 *     line     Tháng 1/2026 (15/12/2025–14/1/2026), hạn trước ngày 18/1/2026, theo hướng dẫn của Công an tỉnh
 */
export interface Entry {
  readonly section: Section
  /** Rule, stage and completeness of all lines below it. */
  readonly heading: string | null
  /** Who owes a report: all that he owes under one heading is one line. */
  readonly who: string | null
  /** Number of the form. */
  readonly form: string | null
  /** The rest of the line; all of it where nobody owes anything. */
  readonly line: string | null
}

const sectionOf: Readonly<Record<AlertRule, Section>> = {
  missed: 'target',
  signal: 'target',
  off: 'target',
  outlook: 'target',
  'due-soon': 'due-soon',
  overdue: 'overdue',
  'reminder-requested': 'reminder-requested',
  incomplete: 'incomplete',
  suspect: 'suspect',
  restated: 'restated',
}

/** An entry that stands as a block of its own. */
export function blockOf(section: Section): Entry {
  return { section, heading: null, who: null, form: null, line: null }
}

/** The entry of one alert, made of nothing but what its reader may see of it. */
export function entryOf(alert: AlertView, communeWords: string): Entry {
  const { report, state, rule } = alert
  if (state === 'resolved') return closedEntry(alert, communeWords)
  if (report === null) return blockOf(sectionOf[rule])
  return {
    section: sectionOf[rule],
    heading: rule === 'due-soon' ? dueHeading(alert, report) : reportRuleWords(ruleWords(alert)),
    who: report.reporterName,
    form: report.forms.join(', '),
    line: awaitedLine(alert),
  }
}

function closedEntry(alert: AlertView, communeWords: string): Entry {
  const { headline, figure, basis, rule, state } = alertText(alert, communeWords)
  const line = sentence([`${headline} – ${figure}`, basis, state])
  return { ...blockOf('closed'), heading: rule, line }
}

/** The day alone, as the rule above counts from it; of what is soon due it stands in the heading, with the days off before it. */
function awaitedLine(alert: AlertView): string {
  const { report, state, rule } = alert
  if (report === null) return ''
  const { windowId, dueBefore, basis, reference } = report
  const due = rule === 'due-soon' ? [] : [`hạn ${dueWords(dueBefore)}`]
  const said = state === 'opened' ? '' : ` (${sentence([caseStateWords(alert)])})`
  const words = [windowWords(windowId), ...due, basisWords(basis, reference)].join(', ')
  return `${words}${laterWords(alert)}${said}`
}

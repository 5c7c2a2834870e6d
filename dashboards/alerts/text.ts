import type { VerdictCode } from '#models/database.ts'
import type { AlertRule, AlertView } from '../views.ts'
import {
  alertBasis,
  alertFigure,
  alertNames,
  capital,
  caseStateWords,
  ruleWords,
  verdictWords,
  veryLowName,
  within,
} from '../words.ts'

/** An alert in Vietnamese: who, the figure with numerator and denominator, window and completeness, the rule, the state. */
export interface AlertText {
  /** Of the shape that stands before it. */
  readonly code: VerdictCode
  readonly headline: string
  readonly figure: string
  readonly basis: string
  readonly rule: string
  readonly state: string
}

const codes: Readonly<Record<AlertRule, VerdictCode>> = {
  missed: 'MISS',
  signal: 'SIG',
  off: 'NUM',
  outlook: 'NUM',
  'due-soon': 'OPEN',
  overdue: 'ND',
  'reminder-requested': 'ND',
  incomplete: 'ND',
  suspect: 'DQ',
  restated: 'DQ',
}

/** The parts of an alert, for a page to lay out. */
export function alertText(alert: AlertView, communeWords: string): AlertText {
  return {
    code: codes[alert.rule],
    headline: `${capital(alert.report?.reporterName ?? alert.unitName)}: ${within(nameOf(alert))}`,
    figure: alertFigure(alert),
    basis: alertBasis(alert, communeWords),
    rule: ruleWords(alert),
    state: caseStateWords(alert),
  }
}

/** The same as lines of plain text, as it stands in a mail or a file. */
export function alertLines(alert: AlertView, communeWords: string): string {
  const text = alertText(alert, communeWords)
  return [
    text.headline,
    `- Số liệu: ${text.figure}`,
    `- Kỳ: ${text.basis}`,
    `- Căn cứ: ${text.rule}`,
    `- Tình trạng: ${text.state}`,
    '',
  ].join('\n')
}

function nameOf({ rule, target, facts }: AlertView): string {
  if (rule === 'outlook' && facts?.['class'] === 'very-low') return veryLowName
  if (rule === 'signal' && target !== null) return verdictWords('SIG', target.indicator)
  return alertNames[rule]
}

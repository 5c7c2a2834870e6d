import type { CalendarDate } from '#sources/vocabulary/date.ts'
import {
  count,
  feedbackAsk,
  instantWords,
  noProblem,
  outcomes,
  placedMessage,
  problemKinds,
  slipWords,
} from '../words.ts'
import { byForm, sheetWords } from './feedback-sheets.ts'

/** The answer to the sender of one file: what came, what was accepted, which cells to mend. */
export interface Feedback {
  /** Number that the sender can quote; the same bytes always get the same one: the first 12 digits of their SHA-256. */
  readonly receipt: string
  readonly fileName: string
  /** Instant of UTC, ISO 8601. */
  readonly receivedAt: string
  /** `195/KH-UBND`. */
  readonly planNumber: string
  /** Of the file as a whole. */
  readonly outcome: FeedbackOutcome
  readonly sheets: readonly FeedbackSheet[]
  readonly problems: readonly FeedbackProblem[]
}

export type FeedbackOutcome = 'accepted' | 'partial' | 'rejected' | 'held'

export interface FeedbackSheet {
  readonly form: string
  readonly formNumber: string
  readonly formTitle: string
  readonly sheet: string
  /** Null where the file does not say it. */
  readonly reporter: string | null
  readonly reporterName: string | null
  readonly window: string | null
  readonly revision: number | null
  readonly dataTo: CalendarDate | null
  readonly nil: boolean
  /** Whether the province said whose report it is, because the file did not. */
  readonly assigned: boolean
  readonly outcome: FeedbackOutcome
  readonly rowsRead: number
  readonly rowsAccepted: number
}

/** A problem with its sentence; values of persons are masked before they come here. */
export interface FeedbackProblem {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly sheet: string | null
  readonly cell: string | null
  readonly field: string | null
  /** Heading of the column, as the officer sees it. */
  readonly header: string | null
  readonly value: string | null
  /** What is wrong and what to do; begins with its place where the reading found it. */
  readonly message: string
}

/** The answer for machines: `hoanhap check --json` with the receipt and the words for people. */
export function feedbackJson(view: Feedback): string {
  const { receipt, fileName, receivedAt, planNumber, outcome, sheets, problems } = view
  const total = (field: 'rowsRead' | 'rowsAccepted') =>
    sheets.reduce((sum, each) => sum + each[field], 0)
  const document = {
    receipt,
    fileName,
    receivedAt,
    plan: planNumber,
    outcome,
    outcomeWords: outcomes[outcome],
    ask: feedbackAsk(outcome),
    sheets: sheets.map((sheet) => ({ ...sheet, outcomeWords: outcomes[sheet.outcome] })),
    rowsRead: total('rowsRead'),
    rowsAccepted: total('rowsAccepted'),
    problems,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** "Phiếu kiểm tra số liệu" as plain text: it can be read on a phone, printed, or pasted into a letter. */
export function feedbackText(view: Feedback): string {
  const { receipt, fileName, receivedAt, planNumber, outcome, sheets, problems } = view
  return [
    slipWords.title,
    `${slipWords.receipt} ${receipt}`,
    `${slipWords.file} ${fileName}`,
    `${slipWords.receivedAt} ${instantWords(receivedAt)}`,
    `${slipWords.plan} ${planNumber}`,
    '',
    slipWords.verdict(outcome),
    feedbackAsk(outcome),
    '',
    ...[...sheets].sort(byForm).flatMap(sheetLines),
    ...problemLines(problems),
  ].join('\n')
}

function sheetLines(sheet: FeedbackSheet): readonly string[] {
  const { rowsAccepted, rowsRead, nil, outcome } = sheet
  const rows =
    nil && rowsRead === 0
      ? ': không phát sinh trong kỳ'
      : `: ${count(rowsAccepted)}/${count(rowsRead)} dòng`
  const { title, who, more } = sheetWords(sheet)
  return [
    `${title} (trang tính “${sheet.sheet}”)`,
    ...[who, ...more].map((line) => `  ${line}`),
    `  ${outcomes[outcome]}${outcome === 'rejected' && rowsRead === 0 ? '' : rows}`,
    '',
  ]
}

function problemLines(problems: readonly FeedbackProblem[]): readonly string[] {
  if (problems.length === 0) return [noProblem, '']
  const errors = problems.filter((problem) => problem.severity === 'error')
  const warnings = problems.filter((problem) => problem.severity === 'warning')
  return [...section('error', errors), ...section('warning', warnings)]
}

function section(
  kind: 'error' | 'warning',
  problems: readonly FeedbackProblem[],
): readonly string[] {
  if (problems.length === 0) return []
  return [
    `${problemKinds[kind].toUpperCase()} (${count(problems.length)})`,
    ...problems.map((problem, index) => `${index + 1}. ${placedMessage(problem)}`),
    '',
  ]
}

import { count, instantWords, noProblem, outcomes, problemKinds, slipWords } from '../words.ts'
import { feedbackAsk } from '../words-reports.ts'
import type { Feedback, FeedbackSheet } from './feedback.ts'
import { byForm, sheetWords } from './feedback-sheets.ts'

/** A problem as the slip lists it, beside the place that it is about. */
export interface SlipLine {
  readonly severity: 'error' | 'warning'
  readonly sheet: string | null
  /** `F12`, `dòng 4`; empty where it is about a sheet or the file. */
  readonly place: string
  /** Null where there is no cell to go to. */
  readonly cell: string | null
  readonly text: string
}

const tones = {
  accepted: 'accepted',
  partial: 'warning',
  held: 'warning',
  rejected: 'error',
} as const satisfies Record<Feedback['outcome'], string>

/** "Phiếu kiểm tra số liệu" as the first sheet of the sender's workbook: the same as its text, with a link to each cell. */
export function feedbackSlip(view: Omit<Feedback, 'problems'>, lines: readonly SlipLine[]) {
  const { receipt, fileName, receivedAt, planNumber, outcome, sheets } = view
  const marked = lines.some(({ cell }) => cell !== null)
  return {
    title: slipWords.title,
    facts: [
      [slipWords.receipt, receipt],
      [slipWords.file, fileName],
      [slipWords.receivedAt, instantWords(receivedAt)],
      [slipWords.plan, planNumber],
    ] as const,
    verdict: { text: slipWords.verdict(outcome), tone: tones[outcome] },
    ask: [
      feedbackAsk(outcome),
      ...(marked ? [slipWords.marks] : []),
      ...(marked && outcome !== 'accepted' ? [slipWords.mend] : []),
      ...(lines.length === 0 ? [noProblem] : []),
    ],
    forms: {
      title: slipWords.forms,
      head: slipWords.formsHead,
      rows: [...sheets].sort(byForm).map((sheet) => ({
        sheet: sheet.sheet,
        rows: `${count(sheet.rowsAccepted)}/${count(sheet.rowsRead)}`,
        text: formText(sheet),
      })),
    },
    lists: (['error', 'warning'] as const).map((severity) => {
      const own = lines.filter((line) => line.severity === severity)
      return {
        title: `${problemKinds[severity].toUpperCase()} (${count(own.length)})`,
        head: slipWords.problemsHead,
        colour: severity,
        rows: own.map(({ sheet, place, cell, text }) => ({
          sheet: sheet ?? '',
          place,
          cell,
          text,
        })),
      }
    }),
  }
}

function formText(sheet: FeedbackSheet): string {
  const { title, who, more } = sheetWords(sheet)
  return [`${title}. ${who}.`, ...more, outcomes[sheet.outcome]].join('\n')
}

import { feedbackText } from '#dashboards/pages/feedback.ts'
import { feedbackSlip, type SlipLine } from '#dashboards/pages/feedback-slip.ts'
import { slipWords } from '#dashboards/words-reports.ts'
import { marksOf } from '#sources/marks.ts'
import type { Problem, ProblemCode } from '#sources/problem.ts'
import { sniff } from '#sources/readers/sniff.ts'
import { columnMessageOf, messageOf } from '#sources/words.ts'
import { slipWorkbook } from '#sources/workbooks/marked/index.ts'
import { headerOf } from '../publish/problems.ts'
import type { Readers } from '../readers/pool.ts'
import type { ContextRemark } from './context.ts'
import type { Told } from './told.ts'

export interface Made {
  readonly bytes: Uint8Array
  /** Of the file's name; a workbook with macros bears another one. */
  readonly extension: 'xlsx' | 'xlsm'
}

/** Such a file is not opened again, or must not go out again: its sender gets the slip alone. */
export const notSentBack: readonly ProblemCode[] = [
  'unknown-file',
  'too-large',
  'hostile-file',
  'damaged-file',
  'password',
  'old-format',
  'other-office-format',
  'bad-encoding',
  'bad-envelope',
  'reader-killed',
  'secret',
]

/**
 * The answer as a workbook: the sender's own with its bad cells marked, or the slip alone where there is none to send back. The problems are
 * those of a fresh reading and may quote his values; the file goes to nobody else.
 */
export async function answerWorkbook(
  readers: Pick<Readers, 'make'>,
  bytes: Uint8Array,
  told: Told,
  problems: readonly Problem[],
  context: readonly ContextRemark[] = [],
): Promise<Made> {
  const lines: readonly SlipLine[] = [
    ...problems.map((problem) => lineOf(problem, isJson(bytes))),
    ...context.map((remark) => ({ ...remark, place: remark.cell ?? '', text: remark.message })),
  ]
  const isWorkbook =
    sniff(bytes) === 'zip' && !problems.some(({ code }) => notSentBack.includes(code))
  if (isWorkbook) {
    const marks = [...marksOf(problems), ...context.flatMap(markOf)]
    const slip = feedbackSlip(told, lines)
    const made = await readers.make({ kind: 'mark', bytes, marks, slip })
    const extension = problems.some(({ code }) => code === 'macro') ? 'xlsm' : 'xlsx'
    if (made !== null) return { bytes: made, extension }
  }
  return slipAlone(told, lines)
}

/** The slip without the sender's workbook; its places are no links. */
export function slipAlone(told: Told, lines: readonly SlipLine[] = []): Made {
  const slip = feedbackSlip(
    told,
    lines.map((line) => ({ ...line, cell: null })),
  )
  return { bytes: slipWorkbook(slip), extension: 'xlsx' }
}

/** The answer as text: it may be read to somebody or sent on, so its values of persons are masked ones. */
export function answerText(told: Told, masked: readonly Problem[]): Uint8Array {
  const problems = masked.map((problem) => {
    const { code, severity, sheet, cell, field, value } = problem
    const form = told.sheets.find((each) => each.sheet === sheet)?.form ?? ''
    const header = headerOf(form, field)
    return { code, severity, sheet, cell, field, value, header, message: messageOf(problem) }
  })
  return new TextEncoder().encode(feedbackText({ ...told, problems }))
}

function lineOf(problem: Problem, json: boolean): SlipLine {
  const { severity, sheet, cell } = problem
  const row = Number(/\d+$/.exec(cell ?? '')?.[0] ?? 0)
  const place = cell === null ? '' : json ? slipWords.documentRow(row - 1) : cell
  return { severity, sheet, place, cell, text: columnMessageOf(problem) }
}

function markOf({ severity, sheet, cell, message: text }: ContextRemark) {
  return sheet === null || cell === null ? [] : [{ severity, sheet, cell, text }]
}

/** Rows of a JSON document have no cells; the first is row 1 for its sender. */
export function isJson(bytes: Uint8Array): boolean {
  const first = bytes
    .subarray(0, 64)
    .find((byte) => byte > 32 && ![0xef, 0xbb, 0xbf].includes(byte))
  return first === 0x7b || first === 0x5b
}

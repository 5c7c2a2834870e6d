/**
 * Every sentence that the sender of a file reads about it. A problem is data; here it becomes one Vietnamese sentence, or two: what is
 * wrong with which value, what was expected, and what to do. Values that were masked stay masked.
 */
import type { Problem, ProblemCode } from './problem.ts'
import type { Outcome } from './submission.ts'
import { cellSentences } from './words/cell.ts'
import { coverSentences } from './words/cover.ts'
import { fileSentences } from './words/file.ts'
import { headingPlaceOf, lowerFirst, placeOf, type Sentence, upperFirst } from './words/parts.ts'
import { sheetSentences } from './words/sheet.ts'

/** How a signed document is called among the sections of a report. */
export const signedReport = 'Văn bản báo cáo có chữ ký'

export const outcomeTitles: Readonly<Record<Outcome, string>> = Object.freeze({
  accepted: 'Đã tiếp nhận',
  partial: 'Tiếp nhận một phần, đề nghị chỉnh lý',
  rejected: 'Chưa tiếp nhận, đề nghị gửi lại',
})

/** What is wrong and what to do, for where the place is shown already: in a comment of the cell. */
export function sentenceOf(problem: Problem): string {
  return upperFirst(sentences[problem.code](problem))
}

/** The sentence behind its column, for where sheet and cell are shown beside it. */
export function columnMessageOf(problem: Problem): string {
  return placed(problem, headingPlaceOf(problem))
}

/** The whole sentence: sheet, cell and column first, where the problem has them. */
export function messageOf(problem: Problem): string {
  return placed(problem, placeOf(problem))
}

function placed(problem: Problem, where: string | null): string {
  const sentence = sentenceOf(problem)
  return where === null ? sentence : `${where}: ${lowerFirst(sentence)}`
}

const sentences: Readonly<Record<ProblemCode, Sentence>> = {
  ...fileSentences,
  ...coverSentences,
  ...sheetSentences,
  ...cellSentences,
}

import type { Problem } from './problem.ts'
import { sentenceOf } from './words.ts'
import type { Mark } from './workbooks/marked/index.ts'

/** The cells that an answer marks: those that problems point at. What is said of a column, a sheet or the file stands on the slip alone. */
export function marksOf(problems: readonly Problem[]): readonly Mark[] {
  return problems.flatMap((problem) => {
    const { sheet, cell, severity } = problem
    return sheet === null || cell === null
      ? []
      : [{ sheet, cell, severity, text: sentenceOf(problem) }]
  })
}

import type { Accepted, Submission } from './submission.ts'

/** What only several reports together show, and the cell by which the row is known. */
export interface ContextProblem {
  readonly file: string
  readonly code: string
  readonly sheet: string
  readonly cell: string | null
}

/** A problem at the cell by which a row is known. */
export function atRow(
  code: string,
  { name, sheet, letter }: Submission,
  { at }: Accepted,
): ContextProblem {
  return { file: name, code, sheet, cell: `${letter}${at}` }
}

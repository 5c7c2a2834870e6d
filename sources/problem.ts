/**
 * What is wrong with a file, a sheet or a cell, as data; the sentence is made by `words.ts` at the edge.
 *
 * An `error` withholds its row (cell problems) or its sheet (header, cover and table problems); a `warning` withholds nothing.
 */
export interface Problem {
  readonly code: ProblemCode
  readonly severity: 'error' | 'warning'
  readonly sheet: string | null
  /** `F12`, or null where the problem is the sheet's or the file's. */
  readonly cell: string | null
  readonly field: string | null
  /** The value as it stood in the cell. For a personal field it leaves this process only through {@link masked}. */
  readonly value: string | null
  /** True when the field is stored in the vault only, so that its value must be masked. */
  readonly personal: boolean
  /** What the sentence needs beside the value: expected choices, nearest names, the other cell, limits. */
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>
}

export type ProblemCode =
  // the file
  | 'unreadable'
  | 'unknown-file'
  | 'too-large'
  | 'hostile-file'
  | 'damaged-file'
  | 'password'
  | 'old-format'
  | 'other-office-format'
  | 'document-alone'
  | 'macro'
  | 'secret'
  | 'empty-workbook'
  | 'no-known-form'
  | 'bad-encoding'
  | 'bad-envelope'
  | 'reader-killed'
  // the cover
  | 'cover-missing'
  | 'cover-field-missing'
  | 'unknown-unit'
  | 'unknown-reporter'
  | 'unknown-window'
  | 'wrong-plan'
  | 'not-owed'
  | 'wrong-version'
  | 'data-to-outside-window'
  | 'data-to-early'
  // the sheet
  | 'column-missing'
  | 'column-twice'
  | 'column-unknown'
  | 'nothing-and-not-ticked'
  | 'ticked-with-rows'
  | 'too-many-rows'
  | 'hidden-rows'
  | 'hidden-sheet'
  | 'row-twice'
  | 'category-missing'
  // the cell
  | 'required'
  | 'required-when'
  | 'not-a-date'
  | 'date-out-of-range'
  | 'ambiguous-number'
  | 'not-a-number'
  | 'negative'
  | 'out-of-range'
  | 'not-a-choice'
  | 'not-an-id'
  | 'id-disagrees'
  | 'zero-padded'
  | 'unknown-commune'
  | 'too-long'
  | 'formula-without-value'
  | 'error-cell'
  | 'date-order'
  | 'exceeds'
  | 'sum-differs'
  | 'parts-exceed'
  | 'only-when'
  | 'other-owner'
  | 'id-in-free-text'
  | 'stale-activity'
  | 'credit-eligibility'

/** The problem with its personal value replaced by kind and length, as ledger, parsed files and logs keep it. */
export function masked(problem: Problem): Problem {
  if (!problem.personal || problem.value === null) return problem
  return { ...problem, value: maskOf(problem.value), facts: {} }
}

/** `‹12 chữ số›` or `‹9 ký tự›`: what kind of value stood there and how long, nothing else. */
export function maskOf(value: string): string {
  return /^\d+$/.test(value) ? `‹${value.length} chữ số›` : `‹${[...value].length} ký tự›`
}

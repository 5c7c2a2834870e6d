import type { RawBuilder } from 'kysely'

/**
 * A row that a rule calls bad: where and when, what it is about, and the two whole numbers that do not go together.
 *
 * `subject` is a code: a definition, a form, a kind of reconciliation; an agency or a facility, which share the province as their place,
 * stands behind its slash. `facts` is JSON of whole numbers and codes: what a sentence needs beside the two.
 */
export interface BadRow {
  unit_id: string
  window_id: string
  subject: string
  left_n: number
  right_n: number
  facts: string
}

/**
 * A check of the data as a query that returns the rows that fail it: none, and the check is passed (as dbt's tests are written).
 *
 * - `owner` mends it: the `reporter` by a replacement, or the `analyst` of the province, who has to ask several of them
 * - `error`: cannot be, or nobody can explain it, and it becomes a case; `warning`: stands on the page, to be looked at
 */
export interface QualityRule<Id extends string = string> {
  readonly id: Id
  readonly title: string
  /** What it means and from how much on, for the page. */
  readonly meaning: string
  readonly owner: 'reporter' | 'analyst'
  readonly severity: 'error' | 'warning'
  /** The bad rows, given of which forms anything is in force; null where there is nothing to ask. */
  readonly rows: (forms: ReadonlySet<string>) => RawBuilder<BadRow> | null
}

/** Declares a rule; a new one is a file here, a line in `index.ts`, a sentence in the words, and a test that gives rows of both kinds. */
export function defineRule<const Id extends string>(rule: QualityRule<Id>): QualityRule<Id> {
  return Object.freeze(rule)
}

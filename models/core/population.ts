import type { Expression, Kysely } from 'kysely'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Database } from '../database.ts'

/**
 * Whom a figure looks at: one row per (window, subject), with the one unit that owns the subject there.
 *
 * A population is a view of the generation; indicators add predicates over its columns and nothing else.
 */
export interface Population {
  /** Name of the view, e.g. `returned`, `managed_prosecuted`. */
  readonly id: string
  /** Whom it looks at, in Vietnamese, and to which unit each belongs. */
  readonly words?: string
  /** What one row is: a person, a unit, a reporter. */
  readonly subject: 'person' | 'unit' | 'reporter'
  /** Columns by which values may be broken down. */
  readonly breakdowns: readonly (keyof PopulationRow)[]
  /** The rows, before any predicate. */
  readonly rows: (db: Kysely<Database>) => Expression<unknown>
  /** Where each subject's row comes from: (window_id, subject, submission_id, row). */
  readonly lineage: (db: Kysely<Database>) => Expression<unknown>
}

/** Every column that some population offers; a population fills those that make sense for it. */
export interface PopulationRow {
  window_id: string
  unit_id: string
  subject: string
  from_date: CalendarDate
  to_date: CalendarDate
  sex: string
  release_basis: string
  received_on: CalendarDate | null
  counselled_on: CalendarDate | null
  legal_need: boolean
  legal_on: CalendarDate | null
  papers_need: boolean
  papers_on: CalendarDate | null
  job_intro_on: CalendarDate | null
  employment: string
  /** The person has a counted event in the window. */
  offended: boolean
  residents: number
  models: number
  exemplars: number
  reached: number
  addressed: number
  released: number
  prepared: number
  form: string
  reporter: string
  schedule: string
  received: boolean
  on_time: boolean
}

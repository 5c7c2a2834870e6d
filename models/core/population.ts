import type { Expression, Kysely } from 'kysely'
import type { TallyItemId } from '#sources/forms/tally-items.ts'
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
  /** Where the units themselves are counted: only those of this level stand in it, whoever else sends the forms. */
  readonly level?: 'commune' | 'district'
  /** Columns by which values may be broken down. */
  readonly breakdowns: readonly (keyof PopulationRow)[]
  /** The breakdown whose rows stand for themselves, beside the others and in no total: the years of a review do not add up. */
  readonly apart?: keyof PopulationRow
  /** The rows, before any predicate. */
  readonly rows: (db: Kysely<Database>) => Expression<unknown>
  /** Where each subject's row comes from: (window_id, subject, submission_id, row). */
  readonly lineage: (db: Kysely<Database>) => Expression<unknown>
}

/** What a committee signed of each mục, as `tally_managed_end`; null where its sheet left the mục out. */
type TallyColumns = { readonly [I in TallyItemId as `tally_${I}`]: number | null }

/** Every column that some population offers; a population fills those that make sense for it. */
export interface PopulationRow extends TallyColumns {
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
  certificate_on: CalendarDate | null
  helper_on: CalendarDate | null
  job_need: boolean
  job_info_on: CalendarDate | null
  training_need: boolean
  training_on: CalendarDate | null
  new_job_on: CalendarDate | null
  credit_advised_on: CalendarDate | null
  loan_need: boolean
  loan_eligible: boolean
  loan_guided_on: CalendarDate | null
  loan_listed_on: CalendarDate | null
  digitised: boolean
  group: string
  /** The person has a counted event in the window. */
  offended: boolean
  /** Persons who look for work, and those of them who were told of some; one row may stand for several. */
  seeking: number
  informed: number
  files: number
  files_digitised: number
  residents: number
  models: number
  /** Models rated outstanding ("tiêu biểu"), and exemplars who are persons. */
  outstanding: number
  exemplars: number
  individuals: number
  reached: number
  addressed: number
  released: number
  prepared: number
  inmates: number
  all_three: number
  working_age: number
  working_age_trained: number
  /** Thousands of đồng. */
  owed: number
  overdue: number
  borrowers: number
  sentenced: number
  supervised: number
  /** Thousands of đồng: what budgets spent and society gave, and the latter alone. */
  means: number
  raised: number
  /** How far a task has come. */
  status: string
  /** The body sent a plan of its own. */
  issued: boolean
  form: string
  reporter: string
  schedule: string
  received: boolean
  on_time: boolean
  /** Of a review of years: the year that a row tells of, and the province in which its former unit lay. */
  year: string
  old_province: string
}

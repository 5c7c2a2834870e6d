import type { z } from 'zod'
import type { ProblemCode } from '../problem.ts'
import type { Value } from '../submission.ts'
import type { CalendarDate } from '../vocabulary/date.ts'
import type { ReporterKind } from '../vocabulary/reporter.ts'
import type { UnitId } from '../vocabulary/unit.ts'

/** BB: ● required, ◐ required when a row check says so, ○ optional. */
export type Need = 'required' | 'conditional' | 'optional'

/**
 * Where a value may live (Kho): `vault` never leaves it; `identifier` leaves it only as a keyed pseudonym; `person` and `unit` enter
 * the warehouse; `none` is not kept (a running number).
 */
export type Store = 'vault' | 'identifier' | 'person' | 'unit' | 'none'

/** How a cell is read: the kind decides which texts, numbers and serial days mean what. */
export type ColumnKind =
  | 'text'
  | 'count'
  | 'money'
  | 'year'
  | 'date'
  | 'choice'
  | 'national-id'
  | 'commune'

/** One column of a form: everything the table, the workbook, the validation and the documentation know about it. */
export interface Column<T extends Value = Value> {
  readonly kind: ColumnKind
  readonly header: string
  /** Other headers under which officers have sent this column. */
  readonly aliases: readonly string[]
  readonly need: Need
  readonly store: Store
  /** Shown as a comment on the header. */
  readonly help: string | null
  /** Heading above a run of columns, e.g. `A. Nhân thân`; it holds until the next one. */
  readonly group: string | null
  /** Code → Nhãn; officers may type either, with or without diacritics. */
  readonly choices: Readonly<Record<string, string>> | null
  /** Type of the column in the warehouse. */
  readonly sql: 'VARCHAR' | 'BIGINT' | 'DATE'
  /** The stored value: what a cell must be after it was read. */
  readonly schema: z.ZodType<T>
}

export type Columns = Readonly<Record<string, Column>>

/** `case_file_no` → string, `left_on` → CalendarDate | null …: the row after validation. */
export type RowOf<C extends Columns> = {
  readonly [F in keyof C]: C[F] extends Column<infer T> ? T : never
}

/** What a row or table check found: a field, a code, and what the sentence needs. */
export interface Complaint<F extends string = string> {
  readonly field: F
  readonly code: ProblemCode
  /** `error` when left out. */
  readonly severity?: 'error' | 'warning'
  readonly facts?: Readonly<Record<string, string | number | readonly string[]>>
}

/** Facts about the submission that checks may use; never the clock. */
export interface RowContext {
  /** First and (exclusive) last day of the submission's window. */
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly receivedOn: CalendarDate
  /** The place that the row is about. */
  readonly unitId: UnitId
  /** Turns a commune's unit id or text into its name for a sentence. */
  readonly reporterKind: ReporterKind
}

export type RowCheck<C extends Columns> = (
  row: RowOf<C>,
  context: RowContext,
) => readonly Complaint<keyof C & string>[]

/** A complaint about one row (by its index among the read rows) or, with `index` null, about the sheet. */
export type TableCheck<C extends Columns> = (
  rows: readonly RowOf<C>[],
  context: RowContext,
) => readonly (Complaint<keyof C & string> & { readonly index: number | null })[]

/**
 * A biểu mẫu. From this one description follow the DuckDB table, the TypeScript row, the blank workbook, the validation, the
 * feedback and the page that documents it.
 */
export interface Form<Id extends string = string, C extends Columns = Columns> {
  readonly id: Id
  /** `01`; printed as "Biểu số 01/THNCĐ". */
  readonly number: string
  readonly version: number
  readonly title: string
  readonly subtitle: string | null
  /** Name of the sheet: `01.Danh sach`. */
  readonly sheet: string
  readonly submittedBy: readonly ReporterKind[]
  readonly every: 'month' | 'quarter'
  /** The place a row is about: the reporter's own, or the commune in a column (communes), or the reporter's where the column is empty. */
  readonly unit: 'reporter' | { readonly column: keyof C & string }
  readonly columns: C
  /** No two rows of a sheet may agree in all of these. */
  readonly key: readonly (keyof C & string)[]
  /** Canonical identifiers of the person a row is about (DATA 1); absent on forms without persons. */
  readonly identifiers?: (row: RowOf<C>, unitId: UnitId) => readonly string[]
  readonly rowChecks: readonly RowCheck<C>[]
  readonly tableChecks: readonly TableCheck<C>[]
}

/** Declares a form; the only purpose is that `id` and `columns` keep their exact types. */
export function defineForm<const Id extends string, C extends Columns>(
  form: Form<Id, C>,
): Form<Id, C> {
  return Object.freeze(form)
}

/** The columns that enter the warehouse. */
export type StoredRow<C extends Columns> = RowOf<C>

/** Fields of a form that are stored outside the vault, in order. */
export function storedFields(form: Form): readonly string[] {
  return Object.entries(form.columns)
    .filter(([, column]) => column.store === 'person' || column.store === 'unit')
    .map(([field]) => field)
}

/** `returnee-register` → `form_returnee_register`. */
export function tableOf(form: { readonly id: string }): string {
  return `form_${form.id.replaceAll('-', '_')}`
}

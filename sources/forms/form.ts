import type { z } from 'zod'
import type { ProblemCode } from '../problem.ts'
import type { Value } from '../submission.ts'
import type { CalendarDate } from '../vocabulary/date.ts'
import type { ReporterId, ReporterKind } from '../vocabulary/reporter.ts'
import type { UnitId } from '../vocabulary/unit.ts'
import type { WindowKind } from '../vocabulary/window.ts'
import type { Frequency } from './frequency.ts'

/** Whether the cell must be filled: always, when a row check says so, or as the sender likes. */
export type Need = 'required' | 'conditional' | 'optional'

/**
 * Where a value may live: `vault` never leaves it; `identifier` leaves it only as a keyed pseudonym; `person` and `unit` enter
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
  /** Code → label; officers may type either, with or without diacritics. */
  readonly choices: Readonly<Record<string, string>> | null
  /** Type of the column in the warehouse. */
  readonly sql: 'VARCHAR' | 'BIGINT' | 'DATE'
  /** The stored value: what a cell must be after it was read. */
  readonly schema: z.ZodType<T>
  readonly hints: Hints
  /** Who fills the column in, where several reporters send one sheet and each has columns of its own; null where everybody does. */
  readonly owners: Owners | null
}

/** Reporters who fill a column in, and how a sentence calls them. */
export interface Owners {
  readonly name: string
  readonly reporters: readonly ReporterId[]
}

/** What the reader of cells must know beside the kind; all are absent on an ordinary column. */
export interface Hints {
  /** The day may lie after the day of receipt: planned releases, ends of probation. */
  readonly future?: true
  /** The commune may lie in another province; one that nobody knows is a warning, and the value stays empty. */
  readonly elsewhere?: true
  /** Several communes in one cell; the value is their unit ids joined by `; `. */
  readonly many?: true
  /** A number cell stands for this many digits: Excel drops the zeros in front. */
  readonly digits?: number
  /** The smallest number that means something, where it is not 0. */
  readonly least?: number
  /** The sheet may come without this column: no figure is made from it. */
  readonly droppable?: true
  /** Before the reform of 2025 the column names districts, with their own codes. */
  readonly districts?: true
  /** Line breaks are kept: paragraphs of a report. */
  readonly paragraphs?: true
  /** Characters wide in a workbook, where kind and name of the column do not say it. */
  readonly width?: number
  readonly next?: Next
}

/**
 * What becomes of a value in the workbook of the next window: it stands there again; the cell is empty, because it was about its own
 * window; or the cell is empty and its comment tells the last value, because a running total is to be counted anew.
 */
export type Next = 'same' | 'empty' | 'remind'

/** {@link Next} of a column; numbers and amounts that say nothing else are about their own window, so that none is sent twice unseen. */
export function nextOf({ kind, hints }: Column): Next {
  return hints.next ?? (kind === 'count' || kind === 'money' ? 'empty' : 'same')
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
  /** `otherField` becomes `otherCell`, the address of that field in the same row. */
  readonly facts?: Readonly<Record<string, string | number | readonly string[]>>
}

/** Facts about the submission that checks may use; never the clock. */
export interface RowContext {
  /** First and (exclusive) last day of the submission's window. */
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly windowKind: WindowKind
  readonly receivedOn: CalendarDate
  /** The place that the row is about. */
  readonly unitId: UnitId
  readonly reporterKind: ReporterKind
}

/** Written as methods, so that a form with its exact row type is also a {@link Form} of any rows. */
interface Checks<C extends Columns> {
  row(row: RowOf<C>, context: RowContext): readonly Complaint[]
  table(
    rows: readonly RowOf<C>[],
    context: RowContext,
  ): readonly (Complaint & { readonly index: number | null })[]
}

/** What a check asks, in Vietnamese, as the catalogue prints it; {@link said} attaches it. */
export interface Said {
  readonly words?: readonly string[]
}

export type RowCheck<C extends Columns> = Checks<C>['row'] & Said

/**
 * Complaints about the sheet; `index` says at which of the read rows the sentence points, null at none.
 *
 * An error of a table check rejects the sheet, not the row: which of two equal rows is the right one, only the sender knows.
 */
export type TableCheck<C extends Columns> = Checks<C>['table'] & Said

/** The check, with the words that the catalogue prints of it. */
export function said<F extends (...args: never[]) => unknown>(
  words: string | readonly string[],
  check: F,
): F & Said {
  return Object.assign(check, { words: typeof words === 'string' ? [words] : words })
}

/**
 * Rows that stand in a blank sheet. One in which nothing else was filled in is no row of the report.
 *
 * `fixed`: locked, all of them must come, no others can · `begun`: locked, others may follow · `suggested`: free to change.
 */
export interface Preset {
  readonly kind: 'fixed' | 'begun' | 'suggested'
  /** The columns that are filled in beforehand. */
  readonly fields: readonly string[]
  /** By field; empty where they follow from a plan. */
  readonly rows: readonly Readonly<Record<string, Value>>[]
}

/**
 * A biểu mẫu. From this one description follow the DuckDB table, the TypeScript row, the blank workbook, the validation, the
 * feedback and the page that documents it.
 */
export interface Form<Id extends string = string, out C extends Columns = Columns> {
  readonly id: Id
  /** `01`; printed as "Biểu số 01/THNCĐ". */
  readonly number: string
  readonly version: number
  readonly title: string
  readonly subtitle: string | null
  /** Name of the sheet: `01.Danh sach`. */
  readonly sheet: string
  readonly submittedBy: readonly ReporterKind[]
  readonly every: Frequency
  /** The place a row is about: the reporter's own, or the commune in a column (communes), or the reporter's where the column is empty. */
  readonly unit: 'reporter' | { readonly column: string }
  readonly columns: C
  /** No two rows of a sheet may agree in all of these. */
  readonly key: readonly string[]
  /** Canonical identifiers of the person a row is about, to be made a pseudonym; absent on forms without persons. */
  identifiers?(row: RowOf<C>, unitId: UnitId): readonly string[]
  readonly preset?: Preset
  /**
   * Whether a row of the last report begins the next one; absent, every row does. Cells of a row that was withheld stand as they were,
   * so a value may be of any kind.
   */
  carries?(row: Readonly<Record<string, Value>>, next: NextYear): boolean
  /**
   * What a row of the last report of a commune becomes in the first of the one that takes its people over on a day; null for a row that
   * does not go along. Absent where nothing is handed over.
   */
  handedOver?(
    row: Readonly<Record<string, Value>>,
    on: CalendarDate,
  ): Readonly<Record<string, Value>> | null
  readonly rowChecks: readonly RowCheck<C>[]
  readonly tableChecks: readonly TableCheck<C>[]
}

/** The plan's year of the workbook to be handed out. */
export interface NextYear {
  readonly from: CalendarDate
  /** True when the last report was of an earlier year. */
  readonly isNew: boolean
}

/** Declares a form: `id` and `columns` keep their exact types, `key` and `unit` name columns that exist. */
export function defineForm<const Id extends string, C extends Columns>(
  form: Form<Id, C> & {
    readonly unit: 'reporter' | { readonly column: keyof C & string }
    readonly key: readonly (keyof C & string)[]
  },
): Form<Id, C> {
  return Object.freeze(form)
}

/** Whether a reporter is to fill the column in. */
export function isAsked({ owners }: Column, reporter: ReporterId): boolean {
  return owners === null || owners.reporters.includes(reporter)
}

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

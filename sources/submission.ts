import type { Problem } from './problem.ts'
import type { CalendarDate } from './vocabulary/date.ts'
import type { ReporterId } from './vocabulary/reporter.ts'
import type { UnitId } from './vocabulary/unit.ts'

export type Outcome = 'accepted' | 'partial' | 'rejected'

/**
 * The answer for one file: a pure function of (bytes, day of receipt, plan, places, versions).
 *
 * `check` prints it, the pipeline keeps it, and both say the same for the same bytes on the same day.
 */
export interface Reading {
  /** `partial` when some rows or some sheets were withheld; `rejected` when nothing was accepted. */
  readonly outcome: Outcome
  readonly sheets: readonly SheetReading[]
  /** Every problem of the file, file and cover first, then sheet by sheet in cell order. */
  readonly problems: readonly Problem[]
  /** By field, what the cover says; only in a reading that was asked for its lines. */
  readonly cover?: Readonly<Record<string, Value>> | undefined
}

/** One form of one file: what becomes one submission. */
export interface SheetReading {
  readonly form: string
  readonly formVersion: number
  readonly sheet: string
  readonly reporter: ReporterId | null
  readonly window: string | null
  readonly revision: number | null
  readonly nil: boolean
  readonly dataTo: CalendarDate | null
  readonly documentNo: string | null
  readonly documentDate: CalendarDate | null
  readonly outcome: Outcome
  readonly rowsRead: number
  readonly rowsAccepted: number
  /** Column letter of each field that the sheet carries; `cell = letter || row`. */
  readonly columns: Readonly<Record<string, string>>
  readonly rows: readonly AcceptedRow[]
  /** Every row of data in the sheet's order, withheld ones too; only in a reading that was asked for its lines. */
  readonly lines?: readonly Line[] | undefined
}

/** Integer, text, ISO date, or nothing: what a row holds after validation. Money is in thousands of đồng. */
export type Value = string | number | null

export interface AcceptedRow {
  /** 1-based row of the sheet. */
  readonly row: number
  /** The place that the row is about. */
  readonly unitId: UnitId
  /** By field, personal values included: this object never leaves the process unsealed. */
  readonly values: Readonly<Record<string, Value>>
  /** Canonical identifiers of the person, in the clear: `nid:024085000001`, `old:125000013`, `case:07210@2025-07-01:A-005`. */
  readonly identifiers: readonly string[]
}

/** A row as its sender would want to find it again, so that nobody is lost whose row was withheld. */
export interface Line {
  /** 1-based row of the sheet. */
  readonly row: number
  readonly withheld: boolean
  /** By field what was understood, else what stood in the cell; personal values included: this object never leaves the process. */
  readonly values: Readonly<Record<string, Value>>
}

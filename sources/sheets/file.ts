import type { CellContext } from '../cells/cell.ts'
import type { Form } from '../forms/form.ts'
import type { Frequency, Pace } from '../forms/frequency.ts'
import type { Book } from '../readers/book.ts'
import type { CalendarDate } from '../vocabulary/date.ts'
import type { Identity, KnownIdentity } from './identity.ts'

/** What the sheets of one file share. */
export interface FileContext {
  readonly kind: Book['kind']
  readonly receivedOn: CalendarDate
  readonly identity: Identity
  /** False when the cover has an error: rows are read all the same, so that every mistake is told at once, and none is accepted. */
  readonly acceptable: boolean
  /** What csv and json say about "Không phát sinh"; null where a tick in the sheet says it. */
  readonly nil: boolean | null
  /** Whether the reading also gives every row as it stood. */
  readonly lines: boolean
  /** Whether the plan takes this form from the reporter. */
  owed(form: string): boolean
  /** How often the plan takes this form. */
  every(form: Form): Frequency | Pace
  /** How cells are understood, once it is known for which window; a fresh tally for each sheet. */
  cells(identity: KnownIdentity): CellContext
}

import type { CalendarDate } from '../vocabulary/date.ts'
import type { WorkbookSpec } from '../workbooks/template.ts'
import type { Fault } from './fault.ts'

/** One file that arrives. */
export interface Delivery {
  /** Its name as the sender saved it; no two are alike. */
  readonly name: string
  readonly arrivedOn: CalendarDate
  /** A workbook to be written, or the bytes of something that is none. */
  readonly spec: WorkbookSpec | Uint8Array
  /** What is wrong in it on purpose. */
  readonly bad: readonly (Fault | { readonly kind: 'not-a-workbook' | 'unknown-unit' })[]
}

/** The plan as it stands on the workbooks. */
export interface PlanLine {
  readonly number: string
  readonly title: string
}

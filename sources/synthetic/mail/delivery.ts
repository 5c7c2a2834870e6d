import type { WorkbookSpec } from '#sources/workbooks/template.ts'
import type { Day } from '../calendar.ts'
import type { Slip } from './slip.ts'

/** One file that arrives. */
export interface Delivery {
  /** Its name as the sender saved it; no two are alike. */
  readonly name: string
  readonly arrivedOn: Day
  /** A workbook to be written, or the bytes of something that is none. */
  readonly spec: WorkbookSpec | Uint8Array
  /** What is wrong in it on purpose. */
  readonly slips: readonly Slip[]
  /** Name of the delivery that these bytes arrived as before. */
  readonly copyOf: string | null
}

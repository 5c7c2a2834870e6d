import type { Needed } from './slot.ts'
import type { Counting } from './subjects/subject.ts'

/** An indicator as the plan's province must show it: whom it counts, and which reports it rests on. */
export interface Figure {
  readonly basis: 'register' | 'tally' | 'form'
  readonly counting: Counting
  /** Reports that each unit sends (or, where the figure rests on them alone, bodies of the province); without them it has no value. */
  readonly own: readonly Needed[]
  /** Reports of the province's own bodies beside those; where one is missing nobody has a value. */
  readonly gates: readonly Needed[]
  /** Months after a window's end in which nothing is final. */
  readonly settlesAfter?: number
  /** Units of this level are counted; nobody else has a figure of them. */
  readonly level?: 'commune' | 'district'
  /** Of persons, who can be told by today's communes. */
  readonly personal: boolean
}

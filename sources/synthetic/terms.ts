import type { Complaint } from '#sources/forms/form.ts'
import type { Pace } from '#sources/forms/frequency.ts'
import type { WorkbookSpec } from '#sources/workbooks/template.ts'
import type { Day } from './calendar.ts'

/** The words in which forms and workbooks are written, as they ask for them. */
export type Unit = WorkbookSpec['unit']
export type UnitId = Unit['id']
export type Reporter = WorkbookSpec['reporter']
export type Value = Exclude<WorkbookSpec['cover'][string], undefined>
export type ProblemCode = Complaint['code']

/** What the plan asks of whom, as its text and the province's own schedule say it; nobody here knows a plan. */
export interface PlanFacts {
  readonly number: string
  readonly title: string
  readonly collection: readonly Collected[]
  /** Clauses that set the due days of some windows themselves. */
  readonly clauses: readonly Clause[]
}

/** A form, who sends it how often, and before which day of the month that closes the window. */
export interface Collected {
  readonly form: string
  /** `police`, `committee`, or one reporter: `agency:cong-an-tinh`. */
  readonly by: readonly string[]
  readonly every: Pace
  readonly beforeDay: number
}

export interface Clause {
  readonly forms: readonly string[]
  readonly who: readonly string[]
  readonly except: readonly string[]
  readonly dues: readonly { readonly window: string | null; readonly before: Day }[]
}

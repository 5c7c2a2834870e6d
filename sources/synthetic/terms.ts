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
  /** As a cover names the plan: its number, or its title where the number is blank. */
  readonly number: string
  readonly title: string
  /** How often the plan asks for a report; each quarter when left out. */
  readonly cycle?: Pace
  /** The plan's own day, from which it asks anything; from the first on when left out. */
  readonly date?: Day | null
  readonly collection: readonly Collected[]
  /** What else it takes, and asks of nobody. */
  readonly taken?: readonly Taken[]
  /** The sections that the plan names for a reporter's report of a window; undefined where it names none. */
  readonly sectionsOf?: (
    reporter: Reporter,
    windowId: string,
  ) => readonly Readonly<Record<string, Value>>[] | undefined
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
  /** Windows that close before this day are not asked for. */
  readonly since?: Day
}

/** A form that these may send. */
export type Taken = Pick<Collected, 'form' | 'by'>

/** Forms that may be sent although the collection asks nobody for them. */
export interface Besides {
  readonly taken: readonly Taken[]
  /** What the plan tells a reporter to do, as rows that stand in its form of progress. */
  readonly tasksOf: (reporter: Reporter) => readonly Readonly<Record<string, Value>>[]
}

export interface Clause {
  /** `implementation-plan` is the one under which others issue plans of their own. */
  readonly id: string
  readonly forms: readonly string[]
  readonly who: readonly string[]
  readonly except: readonly string[]
  readonly dues: readonly {
    readonly window: string | null
    readonly before: Day
    /** The year's report in which this window's is told. */
    readonly foldedInto?: string
  }[]
}

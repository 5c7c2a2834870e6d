import type { VerdictCode } from '#models/database.ts'
import type { Definition } from '#models/indicators/indicator.ts'
import type { DueState } from '#models/judgement/due.ts'
import type { FormLateness } from '#models/judgement/lateness.ts'
import type { TaskState } from '#models/judgement/task-state.ts'
import type { Measured } from '#models/measured.ts'
import type { Review, Task } from '#models/plans/plan.ts'
import type { Target } from '#models/plans/target.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Standing } from '#sources/vocabulary/reporter.ts'
import type { Counted, Twin } from './views.ts'

/*
 * Where reports, tasks and figures without a promise stand, as plain data for pages.
 */

/** Something that falls due next, with how many are meant: the plan's own clause, or the province's schedule; never mixed. */
export interface DueLine {
  readonly kind: 'obligation' | 'task' | 'collection'
  /** In the plan's words, or the forms of a collection: `Biểu 01 – danh sách …`. */
  readonly what: readonly string[]
  readonly windowId: string | null
  /** Exclusive: "trước ngày". */
  readonly due: CalendarDate
  /** The strict last day. */
  readonly lastDay: CalendarDate
  /** The last day, or the next on which offices work; null where the leave of the year is not announced. */
  readonly workingDay: CalendarDate | null
  /** False where the text names a month or a year and no day. */
  readonly dayStated: boolean
  readonly basis: 'clause' | 'directive'
  readonly reference: string
  readonly obliged: number
  readonly requested: number
  /** 0 on the last day in time. */
  readonly inDays: number
}

/** Reports of one form over the year so far, by where they stand; apart for what a clause asks and what the province collects. */
export interface DeliveryLine {
  readonly basis: 'clause' | 'directive' | 'circular'
  readonly reference: string
  readonly formNumber: string
  readonly formTitle: string
  readonly counts: Readonly<Record<DueState, number>>
}

/** How late the reports of one form come, of those who must send it or of those who are only asked. */
export interface ArrivalsView extends FormLateness {
  readonly formNumber: string
  readonly formTitle: string
}

/** The tasks of one item of "Phân công trách nhiệm". */
export interface BodyTasks {
  readonly name: string
  readonly clause: string
  readonly standing: Standing
  /** How many of its tasks, each counted for each of its reporters, stand where. */
  readonly counts: Readonly<Record<TaskState, number>>
  readonly tasks: readonly {
    readonly task: Task
    readonly counts: Readonly<Record<TaskState, number>>
  }[]
}

/** A figure of the province that no target asks for. */
export interface FigureView {
  readonly definition: Definition
  readonly windowId: string
  readonly measured: Measured
  readonly lastYear: Counted | null
  readonly twins: readonly Twin[]
}

/** What came for one review, and what it says. */
export interface ReviewView {
  readonly review: Review
  /** Of each form: how many of those who owe it have sent it, committees and agencies apart. */
  readonly forms: readonly {
    readonly formNumber: string
    readonly formTitle: string
    readonly committees: Sent
    readonly agencies: Sent
  }[]
  /** Figures by year and by the province in which everything lay before. */
  readonly figures: readonly ReviewFigure[]
}

/** How many of how many have sent, and the names of those who have not. */
export interface Sent {
  readonly sent: number
  readonly expected: number
  readonly missing: readonly string[]
}

export interface ReviewFigure {
  readonly definition: Definition
  /** Of the whole review; null for what stands at the end of each year, which no sum of years is. */
  readonly whole: Counted | null
  readonly byYear: readonly Category[]
  readonly byProvince: readonly Category[]
}

export interface Category {
  readonly category: string
  readonly numerator: number
  readonly denominator: number
}

/** A district with the targets that are followed there, in the plan's order. */
export interface DistrictRow {
  /** Of the district whose page tells more; null where there is none. */
  readonly code: string | null
  /** `huyện Yên Thế`. */
  readonly name: string
  readonly cells: readonly {
    readonly target: Target
    readonly windowId: string
    readonly measured: Measured | null
    readonly code: VerdictCode
  }[]
}

/** Figures on the units of today. */
export interface TodayView {
  readonly figures: readonly {
    readonly definition: Definition
    readonly windowId: string
    readonly whole: Counted | null
    /** In the province, no one knows where. */
    readonly unknown: Counted | null
  }[]
  readonly units: readonly {
    readonly name: string
    readonly column: number | null
    readonly row: number | null
    /** Beside the figures, null where there is no value. */
    readonly cells: readonly TodayCell[]
  }[]
}

export type TodayCell = (Counted & { readonly estimate: boolean }) | null

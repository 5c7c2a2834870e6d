import type { Pace } from '#sources/forms/frequency.ts'
import type { FormId } from '#sources/forms/index.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { ReporterId, ReporterKind, Standing } from '#sources/vocabulary/reporter.ts'
import type { Family } from '#sources/vocabulary/window.ts'
import type { Parameters } from '../indicators/indicator.ts'
import { fixTarget, type Target, type TargetText } from './target.ts'

/**
 * A province's plan as data: what its text says, clause by clause, and what we had to choose where it is silent.
 *
 * Words inside a plan are Vietnamese, since pages print them; clauses are quoted by number, not copied.
 */
export interface Plan extends PlanText {
  readonly targets: readonly Target[]
}

interface PlanText {
  /** `bac-ninh-2026`. */
  readonly id: string
  readonly document: Document
  readonly provinceCode: string
  /** The units of the plan are those in force on this day. */
  readonly unitsOn: CalendarDate
  /** The years of the window family in which its targets are judged. */
  readonly years: readonly number[]
  readonly windows: {
    readonly family: Family
    /** Whether the text says which days a quarter or a year covers. */
    readonly status: 'stated' | 'inferred'
    readonly reason: string
    /** How often the plan asks for a report; forms without a pace of their own follow it. */
    readonly cycle: Pace
    /** Windows from one day to another that the text names, for a review. */
    readonly reviews?: readonly Review[]
  }
  /** Which committees report: those of the districts as long as there are districts, or those of the communes. */
  readonly committees: 'district' | 'commune'
  readonly populations: readonly PlanPopulation[]
  /** Choices that the text leaves open; pages print them beside the figure. */
  readonly openParameters: readonly OpenParameter[]
  readonly qualitative: readonly QualitativeTarget[]
  readonly bodies: readonly Body[]
  /** Places of detention that report. */
  readonly facilities: readonly { readonly slug: string; readonly name: string }[]
  /** What the text obliges, each with its clause. */
  readonly obligations: readonly Obligation[]
  /** The province's own operating schedule; never called the plan's. */
  readonly collection: readonly Collection[]
  /** What else is taken when it is sent, and expected of nobody. */
  readonly taken: readonly Taken[]
}

/** The head and foot of the paper; what is blank in the text is null here. */
export interface Document {
  readonly number: string | null
  readonly date: CalendarDate | null
  readonly place: string
  readonly issuer: string
  readonly title: string
  readonly bases: readonly string[]
  readonly signer: { readonly title: string; readonly name: string } | null
}

/** A window from one day to another, both inclusive in its id: `2020-06-15..2026-01-14`. */
export interface Review {
  readonly window: string
  /** What is reviewed over it. */
  readonly words: string
  readonly clause: string
}

export interface PlanPopulation {
  readonly id: string
  readonly words: string
  readonly clause: string
}

export interface OpenParameter {
  readonly name: string
  readonly chosen: string
  readonly instead: readonly string[]
  /** Ids of the targets that it moves; empty when it moves all. */
  readonly targets: readonly string[]
  readonly clause: string
  readonly reason: string
}

/** A promise without a number; its state is told by narrative. */
export interface QualitativeTarget {
  readonly id: string
  readonly clause: string
  readonly statement: string
}

/** One item of "Phân công trách nhiệm". */
export interface Body {
  readonly slug: string
  readonly name: string
  readonly clause: string
  readonly standing: Standing
  /** One reporter, one per commune, or nobody in particular. */
  readonly reportsAs: 'agency' | 'committees' | 'nobody'
  readonly tasks: readonly Task[]
}

export interface Task {
  /** `III.1.3`: clause and place of the paragraph within it. */
  readonly id: string
  readonly text: string
  readonly deadline: Deadline
}

/** When a task is to be done, as far as the text says. */
export type Deadline =
  | { readonly kind: 'unstated' }
  | { readonly kind: 'regular' }
  | { readonly kind: 'monthly' }
  | { readonly kind: 'before'; readonly date: CalendarDate }
  | { readonly kind: 'within'; readonly window: string }
  | { readonly kind: 'roadmap'; readonly of: string }

/** Reporters by kind, or one of them by id. */
export type Sender = ReporterKind | ReporterId

/** What the text obliges bodies to send. */
export interface Obligation {
  readonly id: string
  readonly what: string
  readonly clause: string
  readonly who: readonly Sender[]
  readonly except: readonly ReporterId[]
  readonly to: string
  /** Forms that the report carries; a sender owes those of them that the collection asks of it. */
  readonly forms: readonly FormId[]
  /** Empty where the text names no date. */
  readonly dues: readonly Due[]
}

export interface Due {
  /** Null for a document that covers no window. */
  readonly window: string | null
  /** The year's report into which the text folds this window. */
  readonly foldedInto?: string
  /** Last day of the data, where the text states one. */
  readonly cutOff: CalendarDate | null
  /** "trước ngày X": exclusive, a report on X is late. */
  readonly before: CalendarDate
}

/** One line of the operating schedule: who sends which form how often, and by when. */
export interface Collection {
  readonly form: FormId
  readonly by: readonly Sender[]
  readonly every: Pace
  /** Due before this day of the month in which the window closes; exclusive. */
  readonly beforeDay: number
  /** Windows that close before this day are not asked for; all of the plan's years when left out. */
  readonly since?: CalendarDate
  readonly basis: 'directive'
  readonly reference: string
}

/** A form that these may send: it counts where it came, and nobody is late with it. */
export interface Taken {
  readonly form: FormId
  readonly by: readonly Sender[]
}

type Targets<P extends readonly Parameters[]> = { readonly [K in keyof P]: TargetText<P[K]> }

/**
 * Declares a plan and fixes the definition of each target.
 *
 * @throws RangeError when an id stands twice or when the text would oblige somebody before the plan's own date.
 */
export function definePlan<const P extends readonly Parameters[]>(
  text: PlanText & { readonly targets: Targets<P> },
): Plan {
  const targets = (text.targets as readonly TargetText[]).map(fixTarget)
  refuseTwice(text.id, 'target', targets)
  refuseTwice(text.id, 'qualitative target', text.qualitative)
  refuseTwice(
    text.id,
    'task',
    text.bodies.flatMap((body) => body.tasks),
  )
  refuseEarly(text)
  return Object.freeze({ ...text, targets: Object.freeze(targets) })
}

function refuseTwice(plan: string, kind: string, rows: readonly { readonly id: string }[]): void {
  const ids = rows.map((row) => row.id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw new RangeError(`plan '${plan}' has ${kind} '${twice}' twice`)
}

function refuseEarly({ id, document, obligations }: PlanText): void {
  const { date } = document
  if (date === null) return
  for (const obligation of obligations)
    for (const due of obligation.dues)
      if (due.before <= date)
        throw new RangeError(
          `plan '${id}' of ${date} obliges '${obligation.id}' before ${due.before}: no obligation precedes its plan`,
        )
}

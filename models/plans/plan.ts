import type { Pace } from '#sources/forms/frequency.ts'
import type { FormId } from '#sources/forms/index.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { ReporterId, ReporterKind, Standing } from '#sources/vocabulary/reporter.ts'
import type { Family } from '#sources/vocabulary/window.ts'
import type { Parameters } from '../indicators/indicator.ts'
import { refuseFlaws } from './plan-flaws.ts'
import { fixTarget, type Target, type TargetText } from './target.ts'

/**
 * A province's plan as data: what its text says, clause by clause, and what we had to choose where it is silent.
 *
 * Words inside a plan are Vietnamese, since pages print them; clauses are quoted by number, not copied.
 */
export interface Plan extends PlanText {
  readonly targets: readonly Target[]
}

/** What a plan's file writes beside its targets. */
export interface PlanText {
  /** `bac-ninh-2026`. */
  readonly id: string
  readonly document: Document
  readonly provinceCode: string
  /** The units of the plan are those in force on this day. */
  readonly unitsOn: CalendarDate
  /** The years of the window family in which its targets are judged; none where the plan asks only for reviews. */
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
  /** Sections of its reports, where the plan names its own; without them a report follows the outline of its form. */
  readonly narrative?: Outline
}

/** The head and foot of the paper; what is blank in the text is null here, and `asWritten` quotes what stands there instead. */
export interface Document {
  readonly number: string | null
  readonly date: CalendarDate | null
  readonly place: string
  readonly issuer: string
  readonly title: string
  readonly bases: readonly string[]
  readonly signer: { readonly title: string; readonly name: string } | null
  readonly asWritten?: { readonly number?: string; readonly date?: string }
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
  /** Ids of indicators that no target asks for; without targets it moves only these. */
  readonly indicators?: readonly string[]
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

/** When a task is to be done, as far as the text says; `planned`: "dự kiến". */
export type Deadline =
  | { readonly kind: 'unstated' }
  | { readonly kind: 'regular' }
  | { readonly kind: 'monthly' }
  | { readonly kind: 'quarterly' }
  | { readonly kind: 'yearly' }
  | { readonly kind: 'before'; readonly date: CalendarDate }
  | { readonly kind: 'within'; readonly window: string; readonly planned?: true }
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
  /** Null where the text does not say to whom. */
  readonly to: string | null
  /** Forms that the report carries; a sender owes those of them that the collection asks of it. */
  readonly forms: readonly FormId[]
  /** Empty where the text names no date; then `when` says what it does say. */
  readonly dues: readonly Due[]
  readonly when?: When
}

/** "theo quy định" · "nếu có khó khăn, vướng mắc" · "theo yêu cầu" · "hằng tháng" · "hằng năm" · nothing at all. */
export type When =
  | 'as-prescribed'
  | 'when-arising'
  | 'on-request'
  | 'monthly'
  | 'yearly'
  | 'unstated'

export interface Due {
  /** Null for a document that covers no window. */
  readonly window: string | null
  /** The year's report into which the text folds this window. */
  readonly foldedInto?: string
  /** Last day of the data, where the text states one. */
  readonly cutOff: CalendarDate | null
  /** "trước ngày X": exclusive, a report on X is late. */
  readonly before: CalendarDate
  /** Where the text says "tháng 11/2022" instead of a day: that window, after whose end it is late. */
  readonly within?: string
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

/** Sections by the slug of the body that writes them; those of `all` come first. */
export interface Outline {
  readonly sections: Readonly<Record<'all' | (string & {}), readonly Section[]>>
}

export interface Section {
  /** `II.1.3`. */
  readonly section: string
  readonly title: string
  /** The only review whose report has it; without it every report has it. */
  readonly review?: string
}

type Targets<P extends readonly Parameters[]> = { readonly [K in keyof P]: TargetText<P[K]> }

/**
 * Declares a plan and fixes the definition of each target.
 *
 * @throws RangeError when the text contradicts itself, the list of indicators or the forms; the sentence names the place (`refuseFlaws`).
 */
export function definePlan<const P extends readonly Parameters[]>(
  text: PlanText & { readonly targets: Targets<P> },
): Plan {
  const texts = text.targets as readonly TargetText[]
  refuseFlaws(text, texts)
  const targets = texts.map(fixTarget)
  return Object.freeze({ ...text, targets: Object.freeze(targets) })
}

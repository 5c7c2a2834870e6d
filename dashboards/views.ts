import type { DataCause, ExplainedCause } from '#models/alerting/cause.ts'
import type { Facts, Rule } from '#models/alerting/condition.ts'
import type { ReconciliationKind, VerdictCode } from '#models/database.ts'
import type { Measured, Verdict } from '#models/measured.ts'
import type { Plan } from '#models/plans/plan.ts'
import type { Target } from '#models/plans/target.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Standing } from '#sources/vocabulary/reporter.ts'
import type { TrendRow } from './charts/trend.ts'
import type { Foretold } from './words-outlook.ts'

/*
 * What pages need to know, as plain data: each field says which figure it is, so that a query can fill it without asking.
 * Persons never appear here; names are those of places, bodies, forms and files.
 */

/** Which plan, which month, as known when: the same on every page of one publication. */
export interface Edition {
  readonly plan: Plan
  /** `tỉnh Bắc Ninh`. */
  readonly provinceName: string
  /** What the communes of the province are called together: `xã, phường`. */
  readonly communeWords: string
  /** The month that the page is about: `adm:2026-09`. */
  readonly windowId: string
  /** The plan's year to the end of that month: `adm:2026-9M`. */
  readonly toDateId: string
  readonly businessDate: CalendarDate
  /** `provisional` while any value of the page is. */
  readonly state: 'provisional' | 'final'
  /** Communes whose register is in force in {@link windowId}, of all communes of the plan. */
  readonly covered: number
  readonly expected: number
  readonly data: DataVersion
}

/** What the figures were made from: enough to make them again. */
export interface DataVersion {
  readonly generation: string
  /** SHA-256 over the dump, hexadecimal. */
  readonly resultHash: string
  readonly codeVersion: string
  readonly referenceSha: string
  /** Instant of UTC, ISO 8601: later arrivals are not in the figures. */
  readonly knownUntil: string
  /** Files received until then, and submissions in force. */
  readonly files: number
  readonly inForce: number
}

/** Two integers of some window: all that is ever compared. */
export interface Counted {
  readonly windowId: string
  readonly numerator: number
  readonly denominator: number
}

/** One target of the plan in the province. */
export interface TargetView {
  readonly target: Target
  /** The target's own window: the latest closed plan year to date at its pace (`adm:2026-9M`). */
  readonly windowId: string
  /** The province's value there; null where none exists. */
  readonly measured: Measured | null
  readonly verdict: Verdict
  /** The same figure one own window earlier (8M before 9M; 6M for quarterly figures), or null. */
  readonly previous: Counted | null
  /** The same figure in the same window of the year before, or null where there was no plan or no data. */
  readonly lastYear: Counted | null
  /** The own windows of this year up to now, the last one included, in order; null numbers where a window has no value. */
  readonly history: readonly TrendRow[]
  /** Names of the units that are expected and have no value in the own window: `phường Bắc Giang`. */
  readonly silent: readonly string[]
  /** The same figure as others would count it, in the same window; none where the plan measures none. */
  readonly twins?: readonly Twin[]
  /** How its year is likely to end; null or left out where that is no question. */
  readonly outlook?: Foretold | null
}

/** A figure beside the plan's own: of the persons of Thông tư 10/2024/TT-BCA, or as committees signed it; null where it has no value. */
export interface Twin {
  readonly kind: 'tt10' | 'tally'
  readonly counted: Counted | null
}

/** A commune on a map and in lists. */
export interface TileView {
  readonly unitId: string
  readonly code: string
  /** Without its type: `Bắc Giang`. */
  readonly name: string
  readonly column: number
  readonly row: number
  readonly verdict: VerdictCode
  /** `3/45`, `còn 2`, `trễ 5`: at most about six letters; empty for nothing. */
  readonly figure: string
}

/** One map: of a target, or (null) of everything together, each commune with the worst that is said of it. */
export interface MapView {
  readonly target: Target | null
  readonly tiles: readonly TileView[]
}

/** A place and a target that a leader should look at; the publisher orders them, most pressing first. */
export interface AttentionView {
  /** `phường Bắc Giang`. */
  readonly unitName: string
  /** Code of the commune whose page tells more; null for the province. */
  readonly unitCode: string | null
  /** The place is a district, and the code is its own. */
  readonly district?: boolean
  readonly target: Target
  readonly verdict: VerdictCode
  readonly numerator: number
  readonly denominator: number
  /** Slack of the target there: −3 means that three are missing, or three are too many. */
  readonly slack: number | null
}

/** A reporter from whom something is expected and has not come; one line for all its forms with one due day. */
export interface MissingReport {
  /** `Công an phường Bắc Giang`. */
  readonly reporterName: string
  readonly standing: Standing
  /** Numbers of the forms: `01`, `04`. */
  readonly forms: readonly string[]
  readonly windowId: string
  /** Exclusive: "trước ngày". */
  readonly dueBefore: CalendarDate
  /** First working day from the strict last day on, where that was a day off; else null. */
  readonly workingDay: CalendarDate | null
  readonly basis: 'clause' | 'directive' | 'circular'
  /** Clause of the plan, or the directive's own words. */
  readonly reference: string
}

export type AlertRule = Rule

/** An alert case with the evidence of its newest event. */
export interface AlertView {
  readonly caseId: string
  readonly rule: AlertRule
  /** Null for alerts about reports. */
  readonly target: Target | null
  /** Of the place: units of other times may bear its name. */
  readonly unitId?: string
  readonly unitName: string
  /** Window of the evidence. */
  readonly windowId: string
  readonly numerator: number | null
  readonly denominator: number | null
  readonly strength: 'strong' | 'moderate' | null
  readonly covered: number | null
  readonly expected: number | null
  /** Of `overdue`, `due-soon` and `reminder-requested`: what is awaited. */
  readonly report: MissingReport | null
  /** Of `suspect` and `restated`: what was found, in the words of the check that found it; else null. */
  readonly finding: string | null
  readonly state: 'opened' | 'acked' | 'explained' | 'resolved' | 'reopened'
  /** Whether the rule fires now; a person may have closed the case all the same. */
  readonly fires: boolean
  readonly openedOn: CalendarDate
  readonly resolvedOn: CalendarDate | null
  /** What a person wrote when explaining or resolving it. */
  readonly note: string | null
  /** What else the judgement wrote of the evidence, by name: `stage`, `familySize`, `class`, …; what a rule does not know is absent. */
  readonly facts?: Facts
  /** What happened to the case, oldest first. */
  readonly history?: readonly CaseEventView[]
}

/** One event of a case. */
export interface CaseEventView {
  readonly kind: 'opened' | 'evidence' | 'acked' | 'explained' | 'resolved' | 'reopened'
  readonly on: CalendarDate
  /** Who said so; null where the data did. */
  readonly actor: string | null
  /** Why data closed it, or what a person found behind it. */
  readonly cause: DataCause | ExplainedCause | null
  /** What a person wrote; the submissions or days behind what the data closed. */
  readonly note: string | null
  /** Of evidence: its figure and window, where they were kept. */
  readonly windowId: string | null
  readonly numerator: number | null
  readonly denominator: number | null
}

/** A figure that reads otherwise than in the last issued month. */
export interface RestatedView {
  readonly target: Target
  readonly windowId: string
  readonly unitName: string
  readonly before: { readonly numerator: number; readonly denominator: number }
  readonly after: { readonly numerator: number; readonly denominator: number }
  /** Reporters whose submissions came or went since: `Công an xã Xuân Lương (lần gửi 2)`. */
  readonly causes: readonly string[]
}

/** Two sources of one number that differ somewhere: what each says of the whole province. */
export interface ReconciliationView {
  readonly kind: ReconciliationKind
  readonly windowId: string
  /** The item that is compared, as its form calls it; null where the kind says it. */
  readonly label: string | null
  readonly left: number
  readonly right: number
  /** How many units have a difference. */
  readonly units: number
}

import type { QualityRule } from '#models/quality/rule.ts'
import type { ProblemCode } from '#sources/problem.ts'
import type { Edition } from './views.ts'
import type { FindingFacts } from './words-quality.ts'

/** The page of the data's quality: every rule with what it found, and what was wrong with the sheets when they were read. */
export interface QualityView {
  readonly edition: Edition
  /** The closed months of the plan's year, in order; none where a plan asks for reviews only. */
  readonly months: readonly string[]
  readonly rules: readonly RuleView[]
  readonly mistakes: readonly MistakeView[]
}

/** One rule and its bad rows. */
export interface RuleView {
  readonly rule: QualityRule
  /** False where nothing is in force that it could be asked of. */
  readonly asked: boolean
  /** Bad rows of windows that close with each of the page's months. */
  readonly byMonth: readonly number[]
  /** Bad rows of windows of other years, and of reviews. */
  readonly elsewhere: number
  /** All of them, newest window first, then by unit; the page shows some. */
  readonly found: readonly FindingView[]
}

export interface FindingView {
  /** `xã Tân Dĩnh`; of bodies that share the province their own name. */
  readonly who: string
  /** Code of the commune whose page tells more, or null. */
  readonly unitCode: string | null
  readonly finding: FindingFacts
}

/** One kind of mistake in the sheets of the year, over all that was sent. */
export interface MistakeView {
  readonly code: ProblemCode
  readonly errors: number
  readonly warnings: number
  readonly reporters: number
  /** Who makes most of them, and how many. */
  readonly most: { readonly name: string; readonly n: number } | null
}

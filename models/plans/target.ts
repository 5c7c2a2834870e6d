import {
  type Definition,
  define,
  type Indicator,
  type Parameters,
} from '../indicators/indicator.ts'

/** A share as the plan writes it, in whole numbers: `[1, 100]` is 1 %. */
export type Ratio = readonly [numerator: number, denominator: number]

/** What a target asks: strictly below, at least, everyone, or a range whose lower end decides. */
export type Goal =
  | { readonly below: Ratio }
  | { readonly atLeast: Ratio }
  | { readonly all: true }
  | { readonly between: readonly [low: Ratio, high: Ratio] }

/**
 * Until when a target is to be reached: at the end of each of the plan's years, or by the road map of somebody else.
 *
 * A road map names no day, so nobody can say that it was missed: such a target has a fact and is never MISS; counted in full, it stays
 * OPEN in every year.
 */
export type TargetDeadline =
  | { readonly kind: 'plan-year' }
  | { readonly kind: 'roadmap'; readonly of: string }

/** A level below the province at which a target is followed. */
export type LowerLevel = 'district' | 'commune'

/** A target as a plan writes it: the indicator itself, the plan's choices within it, and what is promised of it. */
export type TargetText<P extends Parameters = Parameters> = Goal & {
  /** `T03b`. */
  readonly id: string
  readonly indicator: Indicator<P>
  /** Parameters that the plan sets; the others keep the indicator's defaults. */
  readonly with?: Partial<NoInfer<P>>
  /** "Phấn đấu". */
  readonly striving?: true
  /** A share of units counted in full, where chance excuses nobody; `all` always is. */
  readonly duty?: true
  /** Where it is officially judged. */
  readonly level: 'province'
  /** Levels below at which it is followed, too. */
  readonly alsoAt?: readonly LowerLevel[]
  /** The plan's year when left out. */
  readonly deadline?: TargetDeadline
  readonly clause: string
  readonly statement: string
}

/** A target with its figure fixed: `definition` is the key under which its values stand. */
export type Target = Goal & {
  readonly id: string
  readonly indicator: Indicator
  readonly definition: Definition
  readonly striving: boolean
  /** Counted in full: open until the plan's year closes, then met or missed; no chance excuses a missing one. */
  readonly duty: boolean
  readonly level: 'province'
  readonly alsoAt: readonly LowerLevel[]
  readonly deadline: TargetDeadline
  readonly clause: string
  readonly statement: string
}

const YEAR: TargetDeadline = { kind: 'plan-year' }

/** Fixes the definition of a target and fills what it leaves out. */
export function fixTarget(text: TargetText): Target {
  const definition = define(text.indicator, text.with ?? {})
  return Object.freeze({
    ...text,
    indicator: definition.indicator,
    definition,
    striving: text.striving ?? false,
    duty: 'all' in text || (text.duty ?? false),
    alsoAt: text.alsoAt ?? [],
    deadline: text.deadline ?? YEAR,
  })
}

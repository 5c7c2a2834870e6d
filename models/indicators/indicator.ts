import { createHash } from 'node:crypto'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Population, PopulationRow } from '../core/population.ts'

/** The choices a plan may make within one indicator; they are part of the figure and printed beside it. */
export type Parameters = Readonly<Record<string, string>>

/** The rows of the population that an indicator looks at, one per subject and window. */
export type Rows = ExpressionBuilder<{ p: PopulationRow }, 'p'>

/**
 * Either "this subject counts" (a predicate) or "this row adds so much" (whole numbers).
 *
 * `words` say the same in Vietnamese, as the catalogue prints it beside the SQL: `đã được tư vấn tâm lý đến hết kỳ`.
 */
export type Measure = { readonly words?: string | undefined } & (
  | { readonly count: (rows: Rows) => Expression<SqlBool> }
  | { readonly sum: (rows: Rows) => Expression<number> }
)

/**
 * A submission without which a value does not exist (nothing is carried forward from an earlier window).
 *
 * `mode` says which of the form's windows: the one at the window's close, each within it, or any from its close on (of a list that is
 * sent whole each time, a later one tells of earlier windows too), or the one that tells of just
 * these days (its own window, or the year up to its close). `from` says whose: the unit's own reporter, or the province's.
 */
export interface Source {
  readonly form: string
  readonly mode: 'close' | 'each' | 'since' | 'told'
  readonly from: 'unit' | 'province'
}

export type Theme =
  | 'reoffending'
  | 'support'
  | 'employment'
  | 'credit'
  | 'models'
  | 'communication'
  | 'facilities'
  | 'reporting'

/** What a value rests on: rows about persons, what a committee signed of them, or the sums of another form. */
export type Basis = 'register' | 'tally' | 'form'

/**
 * What an indicator says: whom it looks at, who belongs in the denominator, who of those counts. It runs no aggregation.
 *
 * Value, coverage, breakdowns, levels and `explain` follow from these predicates alone. Written as methods, so that an indicator with
 * its exact parameters is also one of any parameters.
 */
export interface Indicator<P extends Parameters = Parameters> {
  readonly id: string
  /** As a row of a page: "Tỷ lệ người … được tư vấn, trợ giúp về tâm lý". */
  readonly title: string
  /** What the denominator counts: `người`, `xã, phường`, `báo cáo`. */
  readonly counted: string
  readonly theme: Theme
  readonly better: 'higher' | 'lower'
  readonly finest: 'month' | 'quarter'
  readonly sensitivity: 'person' | 'unit' | 'public'
  /** Unless the parameter `basis` says another: see {@link basisOf}. */
  readonly basis: Basis
  /** The denominator is everyone, as far as the reporters know: printed "ước". */
  readonly estimated?: true
  /** No share: the numerator is thousands of đồng, the denominator who owes them. */
  readonly shown?: 'amount'
  /** Decree and clause, or the plan's own words. */
  readonly legalBasis: string
  /** One sentence for the page: numerator / denominator, whom, when. */
  readonly definition: string
  readonly parameters: P
  /**
   * Months from a window's end until its values are settled: whom they look at is followed so long, and the courts take their time. Left
   * out, they are settled when the submissions are in.
   */
  readonly settlesAfter?: number
  /** What is read otherwise with these choices: a share of districts is no share of communes. Left out, nothing is. */
  said?(parameters: P): Partial<Pick<Indicator, 'title' | 'counted' | 'definition'>>
  /** Whether these choices go together; left out, all do. What the tally does not tell of cannot rest on it. */
  offers?(parameters: P): boolean
  population(parameters: P): Population
  denominator(parameters: P): Measure
  numerator(parameters: P): Measure
  sources(parameters: P): readonly Source[]
}

/** Declares an indicator; `parameters` are its defaults. */
export function defineIndicator<P extends Parameters>(indicator: Indicator<P>): Indicator<P> {
  return Object.freeze(indicator)
}

/** An indicator with its parameters chosen, in the words that are right for them: the key under which values are kept. */
export interface Definition {
  readonly id: string
  readonly indicator: Indicator
  readonly parameters: Parameters
}

/**
 * Fixes the parameters of an indicator; left-out ones take their defaults, so equal choices give equal ids.
 *
 * Choices that the indicator does not offer together throw a RangeError that names them.
 *
 * @example define(reportingCompleteness, { form: 'returnee-register' }).id // 'reporting-completeness/5d1e…'
 */
export function define<P extends Parameters>(
  indicator: Indicator<P>,
  chosen: Partial<P> = {},
): Definition {
  const parameters = { ...indicator.parameters, ...chosen }
  if (indicator.offers?.(parameters) === false) {
    const words = Object.entries(parameters).map(([name, word]) => `${name} '${word}'`)
    throw new RangeError(
      `${indicator.id} is not offered with ${words.join(', ')}; choose another basis or other persons`,
    )
  }
  const canonical = JSON.stringify(Object.entries(parameters).sort())
  const hash = createHash('sha256').update(canonical).digest('hex').slice(0, 8)
  return Object.freeze({
    id: `${indicator.id}/${hash}`,
    indicator: { ...indicator, ...indicator.said?.(parameters) },
    parameters,
  })
}

/** What the values of a definition rest on: the indicator's own basis, or the tally where the parameters choose it. */
export function basisOf({ indicator, parameters }: Omit<Definition, 'id'>): Basis {
  return parameters['basis'] === 'tally' ? 'tally' : indicator.basis
}

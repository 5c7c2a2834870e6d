import { expressionBuilder, type RawBuilder, sql } from 'kysely'
import type { Population, PopulationRow } from '../core/population.ts'
import type { Definition, Measure, Source } from '../indicators/indicator.ts'

const p = expressionBuilder<{ p: PopulationRow }, 'p'>()

/** A definition with what its parameters decide: whom it looks at and which submissions it needs. */
export interface Figure {
  readonly definition: Definition
  readonly population: Population
  readonly sources: readonly Source[]
}

/** Fixes population and sources of a definition. */
export function figureOf(definition: Definition): Figure {
  const { indicator, parameters } = definition
  return {
    definition,
    population: indicator.population(parameters),
    sources: indicator.sources(parameters),
  }
}

/** The name of the view of a population: `pop_returned`. */
export function viewOf(population: Population): RawBuilder<unknown> {
  return sql.ref(`pop_${population.id}`)
}

/** Figures with equal ids share one coverage; one that needs no submission has its own. */
export function sourcesIdOf({
  definition,
  sources,
}: Pick<Figure, 'definition' | 'sources'>): string {
  return sources.map((s) => `${s.form}.${s.mode}.${s.from}`).join('+') || definition.id
}

/** What a row `p` of the population adds to the denominator. */
export function inDenominator({ indicator, parameters }: Definition): RawBuilder<unknown> {
  return asNumber(indicator.denominator(parameters))
}

/** What a row adds to the numerator: a subject counts there only if it counts in the denominator. */
export function inNumerator({ indicator, parameters }: Definition): RawBuilder<unknown> {
  const denominator = indicator.denominator(parameters)
  const numerator = indicator.numerator(parameters)
  if ('sum' in denominator || 'sum' in numerator) return asNumber(numerator)
  return sql`case when ${denominator.count(p)} and ${numerator.count(p)} then 1 else 0 end`
}

function asNumber(measure: Measure): RawBuilder<unknown> {
  return 'sum' in measure
    ? sql`coalesce(${measure.sum(p)}, 0)`
    : sql`case when ${measure.count(p)} then 1 else 0 end`
}

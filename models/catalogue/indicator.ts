import { expressionBuilder, type Kysely, sql } from 'kysely'
import type { Population, PopulationRow } from '../core/population.ts'
import type { Database } from '../database.ts'
import {
  type Definition,
  define,
  type Indicator,
  type Measure,
  type Source,
} from '../indicators/indicator.ts'
import { figureOf } from '../measuring/figure.ts'
import type { Plan } from '../plans/plan.ts'
import type { Target } from '../plans/target.ts'

/** A measure as it is read and as it is run; without words where a helper has none, which a test refuses. */
export interface MeasureFacts {
  readonly words: string | undefined
  /** The predicate, or the number that a row adds, over the row `p` of the population. */
  readonly sql: string
  readonly adds: boolean
}

/** One choice of parameters, with all that follows from it. */
export interface Way {
  readonly definition: Definition
  /** By plan: the targets that promise something of this figure; without one it is only measured. */
  readonly uses: readonly { readonly plan: Plan; readonly targets: readonly Target[] }[]
  readonly population: Population
  readonly denominator: MeasureFacts
  readonly numerator: MeasureFacts
  readonly sources: readonly Source[]
}

/** An indicator with every choice of parameters that occurs: its defaults first, then as the plans choose. */
export interface IndicatorFacts {
  readonly indicator: Indicator
  readonly ways: readonly Way[]
}

/** A plan with every figure that is measured for it. */
export interface Measured {
  readonly plan: Plan
  readonly definitions: readonly Definition[]
}

/**
 * What the catalogue says of an indicator; `db` only writes SQL, every value in the text.
 *
 * Figures about reports exist for each form: of those only the default form's stands here.
 */
export function indicatorFacts(
  indicator: Indicator,
  plans: readonly Measured[],
  db: Kysely<Database>,
): IndicatorFacts {
  const measured = plans.flatMap(({ definitions }) =>
    definitions.filter((definition) => definition.indicator.id === indicator.id),
  )
  const byId = new Map<string, Definition>()
  for (const definition of [define(indicator), ...measured])
    if (ofDefaultForm(definition)) byId.set(definition.id, definition)
  return { indicator, ways: [...byId.values()].map((definition) => wayOf(definition, plans, db)) }
}

/** Values of a parameter that occur, the default first, each with the targets that rest on it. */
export function choicesOf(
  { indicator, ways }: IndicatorFacts,
  name: string,
): readonly { readonly value: string; readonly ways: readonly Way[] }[] {
  const values = [
    indicator.parameters[name] as string,
    ...ways.map(({ definition }) => definition.parameters[name] as string),
  ]
  return [...new Set(values)].map((value) => ({
    value,
    ways: ways.filter(({ definition }) => definition.parameters[name] === value),
  }))
}

function ofDefaultForm({ indicator, parameters }: Definition): boolean {
  return parameters['form'] === indicator.parameters['form']
}

function wayOf(definition: Definition, plans: readonly Measured[], db: Kysely<Database>): Way {
  const { indicator, parameters } = definition
  const { population, sources } = figureOf(definition)
  return {
    definition,
    uses: usesOf(definition, plans),
    population,
    denominator: measureFacts(indicator.denominator(parameters), db),
    numerator: measureFacts(indicator.numerator(parameters), db),
    sources,
  }
}

function usesOf(definition: Definition, plans: readonly Measured[]): Way['uses'] {
  return plans
    .filter(({ definitions }) => definitions.some(({ id }) => id === definition.id))
    .map(({ plan }) => ({
      plan,
      targets: plan.targets.filter((target) => target.definition.id === definition.id),
    }))
}

const p = expressionBuilder<{ p: PopulationRow }, 'p'>()

function measureFacts(measure: Measure, db: Kysely<Database>): MeasureFacts {
  const adds = 'sum' in measure
  const expression = adds ? measure.sum(p) : measure.count(p)
  return { words: measure.words, sql: sql`${expression}`.compile(db).sql, adds }
}

/** The SQL by which the rows of a population are found. */
export function populationSql(population: Population, db: Kysely<Database>): string {
  return sql`${population.rows(db)}`.compile(db).sql.replace(/^\((.*)\)$/s, '$1')
}

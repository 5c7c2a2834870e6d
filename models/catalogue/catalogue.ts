import type { Kysely } from 'kysely'
import { anyForms } from '#sources/forms/index.ts'
import type { Database } from '../database.ts'
import { definitionsOf } from '../definitions.ts'
import { indicators } from '../indicators/index.ts'
import type { Plan } from '../plans/plan.ts'
import { type FormFacts, formFacts } from './form.ts'
import { type IndicatorFacts, indicatorFacts, populationSql } from './indicator.ts'

/** A population that some indicator looks at, with the SQL of its view. */
export interface PopulationFacts {
  readonly id: string
  readonly words: string | undefined
  readonly subject: 'person' | 'unit' | 'reporter'
  readonly breakdowns: readonly string[]
  readonly sql: string
  /** Ids of the indicators that look at it. */
  readonly of: readonly string[]
}

/** Everything that is defined, read from the definitions themselves. */
export interface Catalogue {
  readonly indicators: readonly IndicatorFacts[]
  readonly populations: readonly PopulationFacts[]
  readonly forms: readonly FormFacts[]
  readonly plans: readonly Plan[]
}

/** The catalogue for these plans; `db` only writes SQL, every value in the text. */
export function catalogueOf(plans: readonly Plan[], db: Kysely<Database>): Catalogue {
  const measured = plans.map((plan) => ({ plan, definitions: definitionsOf(plan) }))
  const facts = indicators.map((indicator) => indicatorFacts(indicator, measured, db))
  return {
    indicators: facts,
    populations: populationsOf(facts, db),
    forms: anyForms.map((form) => formFacts(form, plans)),
    plans,
  }
}

function populationsOf(
  facts: readonly IndicatorFacts[],
  db: Kysely<Database>,
): readonly PopulationFacts[] {
  const looks = facts.flatMap(({ indicator, ways }) =>
    ways.map(({ population }) => ({ indicator: indicator.id, population })),
  )
  const byId = new Map(looks.map(({ population }) => [population.id, population]))
  return [...byId.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((population) => ({
      id: population.id,
      words: population.words,
      subject: population.subject,
      breakdowns: population.breakdowns,
      sql: populationSql(population, db),
      of: [
        ...new Set(looks.filter((l) => l.population.id === population.id).map((l) => l.indicator)),
      ],
    }))
}

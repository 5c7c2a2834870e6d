import { type Kysely, type RawBuilder, sql } from 'kysely'
import { managed } from './core/managed.ts'
import { noticed } from './core/noticed.ts'
import type { Population } from './core/population.ts'
import { returned } from './core/returned.ts'
import type { Database } from './database.ts'
import type { Definition } from './indicators/indicator.ts'
import { aggregate } from './measuring/aggregate.ts'
import { createContribution } from './measuring/contribution.ts'
import { coverageOf } from './measuring/coverage.ts'
import { figureOf, sourcesIdOf, viewOf } from './measuring/figure.ts'
import { valuesOf } from './measuring/values.ts'

/** Populations that reconciliation compares, whatever a plan measures. */
const RECONCILED: readonly Population[] = [noticed, returned, managed('prosecuted')]

/**
 * From definitions to values, in five kinds of statement: one view per population, one coverage per set of sources, one fused
 * aggregation per population, the values with their levels, and one view of contributions per definition.
 *
 * All indicators of one population are measured in one pass over it; one statement each costs about twice as much. Views take no
 * parameters, so `db` must be one that writes values into the text.
 */
export function measure(
  db: Kysely<Database>,
  definitions: readonly Definition[],
): readonly RawBuilder<unknown>[] {
  const figures = definitions.map(figureOf)
  const views = [...RECONCILED, ...figures.map(({ population }) => population)]
  return [
    ...firsts(views, ({ id }) => id).map((population) => createPopulation(db, population)),
    ...firsts(figures, sourcesIdOf).map(coverageOf),
    ...groups(figures, ({ population }) => population.id).map(aggregate),
    ...definitions.map(declare),
    ...valuesOf(figures),
    ...figures.map((figure) => createContribution(db, figure)),
  ]
}

function createPopulation(db: Kysely<Database>, population: Population): RawBuilder<unknown> {
  return sql`create view ${viewOf(population)} as ${population.rows(db)}`
}

function declare(definition: Definition): RawBuilder<unknown> {
  const parameters = JSON.stringify(
    Object.fromEntries(Object.entries(definition.parameters).sort()),
  )
  return sql`
    insert into definition values (${sql.lit(definition.id)}, ${sql.lit(definition.indicator.id)}, ${sql.lit(parameters)},
      ${sql.lit(definition.indicator.finest)})`
}

/** The first of all items that share a key, in order. */
function firsts<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return groups(items, key).map(([first]) => first)
}

function groups<T>(items: readonly T[], key: (item: T) => string): readonly [T, ...T[]][] {
  const byKey = new Map<string, [T, ...T[]]>()
  for (const item of items) {
    const group = byKey.get(key(item))
    if (group === undefined) byKey.set(key(item), [item])
    else group.push(item)
  }
  return [...byKey.values()]
}

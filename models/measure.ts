import { type Kysely, type RawBuilder, sql } from 'kysely'
import { managed } from './core/managed.ts'
import { noticed } from './core/noticed.ts'
import type { Population } from './core/population.ts'
import { returned } from './core/returned.ts'
import type { Database } from './database.ts'
import type { Definition } from './indicators/indicator.ts'
import { createContribution } from './measuring/contribution.ts'
import { coverageOf } from './measuring/coverage.ts'
import { figureOf, viewOf } from './measuring/figure.ts'
import { groups } from './measuring/groups.ts'
import { valuesOfToday } from './measuring/today.ts'
import { valuesOf } from './measuring/values.ts'

/** Populations that reconciliation compares, whatever a plan measures. */
const RECONCILED: readonly Population[] = [noticed, returned, managed('prosecuted')]

/**
 * From definitions to values: one view per population, who sent what and whom it covers, the definitions, the values of all figures of
 * one population, and one view of contributions per definition.
 *
 * All indicators of one population are measured in one pass over it; one statement each costs about twice as much. Views take no
 * parameters, so `db` must be one that writes values into the text.
 *
 * `forms`: those of which anything is in force. What rests on another one has no value anywhere, and costs nothing. `reformed`: some unit
 * of the plan is no longer there on the business date.
 */
export function measure(
  db: Kysely<Database>,
  definitions: readonly Definition[],
  forms: ReadonlySet<string>,
  { reformed = false } = {},
): readonly RawBuilder<unknown>[] {
  const figures = definitions
    .map(figureOf)
    .filter(({ sources }) => sources.every(({ form }) => forms.has(form)))
  const views = [...RECONCILED, ...figures.map(({ population }) => population)]
  return [
    ...firsts(views, ({ id }) => id).map((population) => createPopulation(db, population)),
    ...coverageOf(figures),
    declare(definitions),
    ...groups(figures, ({ population }) => population.id).map((ones) => valuesOf(db, ones)),
    ...(reformed ? valuesOfToday(figures) : []),
    ...figures.map((figure) => createContribution(db, figure)),
  ]
}

function createPopulation(db: Kysely<Database>, population: Population): RawBuilder<unknown> {
  return sql`create view ${viewOf(population)} as ${population.rows(db)}`
}

function declare(definitions: readonly Definition[]): RawBuilder<unknown> {
  const rows = definitions.map(({ id, indicator, parameters }) => {
    const canonical = JSON.stringify(Object.fromEntries(Object.entries(parameters).sort()))
    const cells = [id, indicator.id, canonical, indicator.finest].map((cell) => sql.lit(cell))
    return sql`(${sql.join(cells)})`
  })
  return sql`insert into definition values ${sql.join(rows)}`
}

/** The first of all items that share a key, in order. */
function firsts<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return groups(items, key).map(([first]) => first)
}

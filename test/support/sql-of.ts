import { type RawBuilder, sql } from 'kysely'
import type { Definition } from '#models/indicators/indicator.ts'
import { figureOf, inDenominator, inNumerator } from '#models/measuring/figure.ts'
import { sqlText } from '#pipelines/warehouse/dialect.ts'

const text = (statement: RawBuilder<unknown>) => statement.compile(sqlText()).sql

/** SQL with a clause on each line, so that a difference shows where it is. */
export function pretty(statement = ''): string {
  const lines = statement
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(
      / (?=(?<!distinct )from|inner join|left join|where|group by|select|sum\(|and "p"|union all)/g,
      '\n',
    )
  return `${lines}\n`
}

/** What the definitions of one indicator say in SQL: each population once, then who counts in each definition, and what it needs. */
export function sqlOf(definitions: readonly Definition[]): string {
  const figures = definitions.map(figureOf)
  const populations = new Map(figures.map(({ population }) => [population.id, population]))
  const views = [...populations.values()].map(
    ({ id, rows }) => `-- ${id}\n${pretty(text(sql`${rows(sqlText())}`))}`,
  )
  const sayings = figures.map(({ definition, population, sources }) =>
    [
      `-- ${definition.id} ${JSON.stringify(definition.parameters)}`,
      `-- of ${population.id}; needs ${sources.map((s) => `${s.form}.${s.mode}.${s.from}`).join(', ') || 'nothing'}`,
      `denominator: ${text(inDenominator(definition))}`,
      `numerator: ${text(inNumerator(definition))}\n`,
    ].join('\n'),
  )
  return [...views, ...sayings].join('\n')
}

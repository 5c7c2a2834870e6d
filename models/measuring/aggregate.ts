import { type RawBuilder, sql } from 'kysely'
import type { Population } from '../core/population.ts'
import { type Figure, inDenominator, inNumerator, viewOf } from './figure.ts'

/**
 * One pass over the population that figures share: two sums per definition (`n0`, `d0`, `n1` …), by window and unit, in all and by each
 * breakdown.
 *
 * The pass goes by all breakdowns at once; the totals are added up from its few groups, instead of the many rows once for each. Rows
 * that have no category of a kind stand in none of them.
 */
export function aggregate(ones: readonly [Figure, ...Figure[]]): RawBuilder<unknown> {
  const [{ population }] = ones
  const by = population.breakdowns.map((column) => sql.ref(column))
  const sums = ones.flatMap(({ definition }, n) => [
    sql`sum(${inNumerator(definition)})::bigint as ${sql.ref(`n${n}`)}`,
    sql`sum(${inDenominator(definition)})::bigint as ${sql.ref(`d${n}`)}`,
  ])
  const keys = [sql`window_id`, sql`unit_id`, ...by]
  const pass = sql`
    select ${sql.join(keys.map((key) => sql`p.${key}`))}, ${sql.join(sums)}
    from ${viewOf(population)} as p
    group by all`
  if (by.length === 0) return sql`select *, '' as breakdown, '' as category from (${pass})`
  const totals = namesOf(ones).map((name) => sql`sum(${name})::bigint as ${name}`)
  const sets = [sql`(window_id, unit_id)`, ...by.map((c) => sql`(window_id, unit_id, ${c})`)]
  const named = by.map((c) => sql`(grouping(${c}) = 1 or ${c} is not null)`)
  return sql`
    select window_id, unit_id, ${labels(population)}, ${sql.join(totals)}
    from (${pass})
    group by grouping sets (${sql.join(sets)})
    having ${sql.join(named, sql` and `)}`
}

/** The columns of the sums, in order. */
export function namesOf(ones: readonly Figure[]): readonly RawBuilder<unknown>[] {
  return ones.flatMap((_, n) => [sql.ref(`n${n}`), sql.ref(`d${n}`)])
}

/** By what a group is broken down, and which it is; both empty for all together. */
function labels({ breakdowns }: Population): RawBuilder<unknown> {
  const grouped = breakdowns.map(
    (column) => sql`when grouping(${sql.ref(column)}) = 0 then ${sql.lit(column)}`,
  )
  const categories = breakdowns.map(
    (column) => sql`when grouping(${sql.ref(column)}) = 0 then coalesce(${sql.ref(column)}, '')`,
  )
  return sql`case ${sql.join(grouped, sql` `)} else '' end as breakdown,
      case ${sql.join(categories, sql` `)} else '' end as category`
}

import { type RawBuilder, sql } from 'kysely'
import type { Population } from '../core/population.ts'
import { viewOf } from './figure.ts'
import type { Sum } from './sums.ts'

/**
 * One pass over a population: the sums that its figures ask for, by window and unit, in all and by each breakdown.
 *
 * The pass goes by all breakdowns at once; the totals are added up from its few groups, instead of the many rows once for each. Rows
 * that have no category of a kind stand in none of them.
 */
export function aggregate(population: Population, sums: readonly Sum[]): RawBuilder<unknown> {
  const by = population.breakdowns.map((column) => sql.ref(column))
  const keys = [sql`window_id`, sql`unit_id`, ...by]
  const apart = population.apart === undefined ? [] : [sql.ref(population.apart)]
  const standing = apart.map((column) => sql`${column} is not null as stands_apart`)
  const pass = sql`
    select ${sql.join([...keys.map((key) => sql`p.${key}`), ...standing])}, ${sql.join(sums.map(({ name, sum }) => sql`${sum} as ${sql.ref(name)}`))}
    from ${viewOf(population)} as p
    group by all`
  if (by.length === 0) return sql`select *, '' as breakdown, '' as category from (${pass})`
  const of = sql.join([sql`window_id`, sql`unit_id`, ...standing.map(() => sql`stands_apart`)])
  const sets = [sql`(${of})`, ...by.map((c) => sql`(${of}, ${c})`)]
  const named = by.map((c) => sql`(grouping(${c}) = 1 or ${c} is not null)`)
  const own = apart.map((column) => sql`(grouping(${column}) = 0) = stands_apart`)
  return sql`
    select window_id, unit_id, ${labels(population)}, ${totalsOf(sums.map(({ name }) => name))}
    from (${pass})
    group by grouping sets (${sql.join(sets)})
    having ${sql.join([...named, ...own], sql` and `)}`
}

/** Columns of sums added up, under their own names. */
export function totalsOf(names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql`sum(${sql.ref(name)})::bigint as ${sql.ref(name)}`))
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

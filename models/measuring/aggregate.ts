import { type RawBuilder, sql } from 'kysely'
import { type Figure, inDenominator, inNumerator, viewOf } from './figure.ts'

/** One pass over the population that figures share: two sums per definition, in all and by each breakdown. */
export function aggregate(ones: readonly [Figure, ...Figure[]]): RawBuilder<unknown> {
  const [{ population }] = ones
  const by = population.breakdowns.map((column) => sql.ref(`p.${column}`))
  const sums = ones.flatMap(({ definition }, n) => [
    sql`sum(${inNumerator(definition)})::bigint as ${sql.ref(`n${n}`)}`,
    sql`sum(${inDenominator(definition)})::bigint as ${sql.ref(`d${n}`)}`,
  ])
  const pairs = ones.map(
    ({ definition }, n) =>
      sql`{definition_id: ${sql.lit(definition.id)}, numerator: ${sql.ref(`n${n}`)}, denominator: ${sql.ref(`d${n}`)}}`,
  )
  const sets = [
    sql`(p.window_id, p.unit_id)`,
    ...by.map((c) => sql`(p.window_id, p.unit_id, ${c})`),
  ]
  const breakdown = by.map(
    (c, n) => sql`when grouping(${c}) = 0 then ${sql.lit(population.breakdowns[n])}`,
  )
  const category = by.map((c) => sql`when grouping(${c}) = 0 then coalesce(${c}, '')`)
  const named =
    by.length === 0
      ? sql`'' as breakdown, '' as category`
      : sql`case ${sql.join(breakdown, sql` `)} else '' end as breakdown, case ${sql.join(category, sql` `)} else '' end as category`
  return sql`
    insert into owned
    select m.definition_id, window_id, unit_id, breakdown, category, m.numerator, m.denominator
    from (
      select window_id, unit_id, breakdown, category, unnest([${sql.join(pairs)}]) as m
      from (
        select p.window_id, p.unit_id, ${named}, ${sql.join(sums)}
        from ${viewOf(population)} as p
        group by grouping sets (${sql.join(sets)})
      )
    )`
}

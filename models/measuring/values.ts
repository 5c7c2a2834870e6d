import { type RawBuilder, sql } from 'kysely'
import { aggregate, namesOf } from './aggregate.ts'
import { type Figure, sourcesIdOf } from './figure.ts'
import { groups } from './groups.ts'

/**
 * Values of all figures of one population, in one pass over it: of the covered communes, and of the province, which is the sum over its
 * covered owners, agencies of the province included.
 *
 * A unit that is not covered has no value; a province has one as soon as one unit is covered, and says how many are. Figures stay side by
 * side until the end, so that those with equal sources meet their coverage once.
 */
export function valuesOf(ones: readonly [Figure, ...Figure[]]): RawBuilder<unknown> {
  const shared = groups(
    ones.map((figure, n) => ({ figure, n })),
    ({ figure }) => sourcesIdOf(figure),
  )
  const tables = shared.map((same, k) => covered(k, ones, sourcesIdOf(same[0].figure)))
  const rows = shared.flatMap((same, k) => [ofCommunes(k, same), ofProvinces(k, ones, same)])
  return sql`
    insert into value
    with wide as materialized (${aggregate(ones)}),
    ${sql.join(tables)}
    ${sql.join(rows, sql` union all `)}`
}

/** A figure with its place among those of its population. */
interface Placed {
  readonly figure: Figure
  readonly n: number
}

const keptOf = (k: number) => sql.ref(`kept${k}`)
const reachOf = (k: number) => sql.ref(`reach${k}`)

/** `kept`: every unit that is expected in a window, with its sums. `reach`: how many a province expects and covers. */
function covered(k: number, ones: readonly Figure[], id: string): RawBuilder<unknown> {
  const sums = namesOf(ones).map((name) => sql`coalesce(o.${name}, 0) as ${name}`)
  return sql`
    ${keptOf(k)} as (
      select c.window_id, c.unit_id, u.level, ${provinceOf} as province, coalesce(o.breakdown, '') as breakdown,
        coalesce(o.category, '') as category, ${sql.join(sums)}, c.expected, c.covered, c.withheld,
        c.withheld + coalesce(g.withheld, 0) = 0 as whole
      from coverage c
      join unit u on u.unit_id = c.unit_id
      left join coverage g on g.sources_id = c.sources_id and g.window_id = c.window_id and g.unit_id = u.parent_id and g.expected = 0
      left join wide o on o.window_id = c.window_id and o.unit_id = c.unit_id
      where c.sources_id = ${sql.lit(id)}
    ), ${reachOf(k)} as (
      select c.window_id, ${provinceOf} as province, sum(c.expected)::bigint as expected, sum(c.covered)::bigint as covered,
        sum(c.withheld)::bigint as withheld
      from coverage c join unit u on u.unit_id = c.unit_id
      where c.sources_id = ${sql.lit(id)}
      group by all
    )`
}

const provinceOf = sql`case when u.level = 'commune' then u.parent_id else u.unit_id end`

function ofCommunes(k: number, same: readonly Placed[]): RawBuilder<unknown> {
  return sql`
    select m.definition_id, 'then', window_id, unit_id, breakdown, category, m.numerator, m.denominator, m.basis,
      expected, covered, withheld, case when whole then 'final' else 'provisional' end, false
    from (select *, ${apart(same)} from ${keptOf(k)} where level = 'commune' and covered = expected)`
}

function ofProvinces(
  k: number,
  ones: readonly Figure[],
  same: readonly Placed[],
): RawBuilder<unknown> {
  const totals = namesOf(ones).map((name) => sql`sum(${name})::bigint as ${name}`)
  return sql`
    select m.definition_id, 'then', window_id, province, breakdown, category, m.numerator, m.denominator, m.basis,
      expected, covered, withheld, case when covered = expected and withheld = 0 then 'final' else 'provisional' end, false
    from (
      select p.*, r.expected, r.covered, r.withheld, ${apart(same)}
      from (
        select window_id, province, breakdown, category, ${sql.join(totals)}
        from ${keptOf(k)}
        where level <> 'commune' or covered = expected
        group by all
      ) p
      join ${reachOf(k)} r on r.window_id = p.window_id and r.province = p.province and r.covered > 0
    )`
}

/** Figures that stood side by side, one below the other. */
function apart(same: readonly Placed[]): RawBuilder<unknown> {
  const each = same.map(
    ({ figure: { definition }, n }) =>
      sql`{definition_id: ${sql.lit(definition.id)}, basis: ${sql.lit(definition.indicator.basis)}, numerator: ${sql.ref(`n${n}`)}, denominator: ${sql.ref(`d${n}`)}}`,
  )
  return sql`unnest([${sql.join(each)}]) as m`
}

import { type RawBuilder, sql } from 'kysely'
import { basisOf } from '../indicators/indicator.ts'
import { aggregate, namesOf } from './aggregate.ts'
import { type Figure, sourcesIdOf } from './figure.ts'
import { groups } from './groups.ts'

/**
 * Values of all figures of one population, in one pass over it: of the covered communes, and of each district and province, which is the
 * sum over its covered owners, its own bodies included.
 *
 * A unit that is not covered has no value; a district or province has one as soon as one unit is covered, and says how many are. Figures
 * stay side by side until the end, so that those with equal sources meet their coverage once.
 */
export function valuesOf(ones: readonly [Figure, ...Figure[]]): RawBuilder<unknown> {
  const shared = groups(
    ones.map((figure, n) => ({ figure, n })),
    ({ figure }) => sourcesIdOf(figure),
  )
  const tables = shared.map((same, k) => covered(k, ones, sourcesIdOf(same[0].figure)))
  const rows = shared.flatMap((same, k) => [ofCommunes(k, same), ofLarger(k, ones, same)])
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

/** `kept`: every unit that is expected in a window, with its sums. `reach`: how many a district or province expects and covers. */
function covered(k: number, ones: readonly Figure[], id: string): RawBuilder<unknown> {
  const level = ones[0]?.population.level
  const stands = level === undefined ? sql`true` : sql`u.level = ${sql.lit(level)}`
  const sums = namesOf(ones).map((name) => sql`coalesce(o.${name}, 0) as ${name}`)
  return sql`
    ${keptOf(k)} as (
      select c.window_id, c.unit_id, u.level, coalesce(o.breakdown, '') as breakdown, coalesce(o.category, '') as category,
        ${sql.join(sums)}, c.expected, c.covered, c.withheld, c.withheld + coalesce(g.withheld, 0) = 0 as whole
      from coverage c
      join unit u on u.unit_id = c.unit_id
      join inside p on p.unit_id = c.unit_id and p.level = 'province'
      left join coverage g on g.sources_id = c.sources_id and g.window_id = c.window_id and g.unit_id = p.in_unit and g.expected = 0
      left join wide o on o.window_id = c.window_id and o.unit_id = c.unit_id
      where c.sources_id = ${sql.lit(id)} and ${stands}
    ), ${reachOf(k)} as (
      select c.window_id, i.in_unit, sum(c.expected)::bigint as expected, sum(c.covered)::bigint as covered,
        sum(c.withheld)::bigint as withheld, bool_and(c.whole) as whole
      from ${keptOf(k)} c join inside i on i.unit_id = c.unit_id
      where c.breakdown = ''
      group by all
    )`
}

function ofCommunes(k: number, same: readonly Placed[]): RawBuilder<unknown> {
  return sql`
    select m.definition_id, 'then', window_id, unit_id, breakdown, category, m.numerator, m.denominator, m.basis,
      expected, covered, withheld, case when whole then 'final' else 'provisional' end, false
    from (select *, ${apart(same)} from ${keptOf(k)} where level = 'commune' and covered = expected)`
}

/** Of each district and province: the sum over its covered owners, its own bodies included. */
function ofLarger(
  k: number,
  ones: readonly Figure[],
  same: readonly Placed[],
): RawBuilder<unknown> {
  const totals = namesOf(ones).map((name) => sql`sum(k.${name})::bigint as ${name}`)
  return sql`
    select m.definition_id, 'then', window_id, in_unit, breakdown, category, m.numerator, m.denominator, m.basis,
      expected, covered, withheld, case when covered = expected and whole then 'final' else 'provisional' end, false
    from (
      select p.*, r.expected, r.covered, r.withheld, r.whole, ${apart(same)}
      from (
        select k.window_id, i.in_unit, k.breakdown, k.category, ${sql.join(totals)}
        from ${keptOf(k)} k join inside i on i.unit_id = k.unit_id
        where k.level = 'province' or k.covered = k.expected
        group by all
      ) p
      join ${reachOf(k)} r on r.window_id = p.window_id and r.in_unit = p.in_unit and r.covered > 0
    )`
}

/** Figures that stood side by side, one below the other. */
function apart(same: readonly Placed[]): RawBuilder<unknown> {
  const each = same.map(
    ({ figure: { definition }, n }) =>
      sql`{definition_id: ${sql.lit(definition.id)}, basis: ${sql.lit(basisOf(definition))}, numerator: ${sql.ref(`n${n}`)}, denominator: ${sql.ref(`d${n}`)}}`,
  )
  return sql`unnest([${sql.join(each)}]) as m`
}

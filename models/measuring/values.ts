import { type RawBuilder, sql } from 'kysely'
import { type Figure, sourcesIdOf } from './figure.ts'

/**
 * Values of the covered communes and of the province, which is the sum over its covered owners, agencies of the province included.
 *
 * A unit that is not covered has no value; a province has one as soon as one unit is covered, and says how many are.
 */
export function valuesOf(figures: readonly Figure[]): readonly RawBuilder<unknown>[] {
  const rows = figures.map(
    (one) =>
      sql`(${sql.lit(one.definition.id)}, ${sql.lit(sourcesIdOf(one))}, ${sql.lit(one.definition.indicator.basis)})`,
  )
  const kept = sql`
    with wanted (definition_id, sources_id, basis) as (values ${sql.join(rows)}),
    own as (
      select d.definition_id, d.basis, c.window_id, c.unit_id, u.level, u.parent_id,
        coalesce(o.breakdown, '') as breakdown, coalesce(o.category, '') as category,
        coalesce(o.numerator, 0) as numerator, coalesce(o.denominator, 0) as denominator,
        c.expected, c.covered, c.withheld, c.withheld + coalesce(g.withheld, 0) = 0 as whole
      from wanted d
      join coverage c on c.sources_id = d.sources_id
      join unit u on u.unit_id = c.unit_id
      left join coverage g on g.sources_id = c.sources_id and g.window_id = c.window_id and g.unit_id = u.parent_id and g.expected = 0
      left join owned o on o.definition_id = d.definition_id and o.window_id = c.window_id and o.unit_id = c.unit_id
    )`
  return [
    sql`
      insert into value
      ${kept}
      select definition_id, 'then', window_id, unit_id, breakdown, category, numerator, denominator, basis,
        expected, covered, withheld, case when whole then 'final' else 'provisional' end, false
      from own
      where level = 'commune' and covered = expected`,
    sql`
      insert into value
      ${kept},
      province as (
        select definition_id, basis, window_id, case when level = 'commune' then parent_id else unit_id end as unit_id,
          breakdown, category, numerator, denominator, covered >= expected or level <> 'commune' as counts
        from own
      ), reach as (
        select d.definition_id, c.window_id, case when u.level = 'commune' then u.parent_id else u.unit_id end as unit_id,
          sum(c.expected)::bigint as expected, sum(c.covered)::bigint as covered, sum(c.withheld)::bigint as withheld
        from wanted d
        join coverage c on c.sources_id = d.sources_id
        join unit u on u.unit_id = c.unit_id
        group by all
      )
      select p.definition_id, 'then', p.window_id, p.unit_id, p.breakdown, p.category,
        sum(p.numerator)::bigint, sum(p.denominator)::bigint, p.basis, r.expected, r.covered, r.withheld,
        case when r.covered = r.expected and r.withheld = 0 then 'final' else 'provisional' end, false
      from province p
      join reach r on r.definition_id = p.definition_id and r.window_id = p.window_id and r.unit_id = p.unit_id
      where p.counts and r.covered > 0
      group by p.definition_id, p.window_id, p.unit_id, p.breakdown, p.category, p.basis, r.expected, r.covered, r.withheld`,
  ]
}

import { type RawBuilder, sql } from 'kysely'
import { type Figure, sourcesIdOf } from './figure.ts'

/**
 * Values of persons on the units of today (`map = 'today'`), for windows whose last day knew other units.
 *
 * Who was divided goes to each part in equal shares; what they leave over goes, one each, to the largest remainders, then by unit id, and
 * the value is an estimate. Whose successors are not known stand under the province (`breakdown` map, `category` unknown), so that its
 * total holds. A unit has a value as soon as one of those it came from is covered; expected and covered count those.
 *
 * Only counts of persons pass: units counted, and districts, stay where they were. Statements for figures of such populations alone.
 */
export function valuesOfToday(figures: readonly Figure[]): readonly RawBuilder<unknown>[] {
  const own = figures.filter(({ population }) => population.subject === 'person')
  return own.length === 0 ? [] : [ofUnits(own), ofProvinces(own)]
}

function listed(figures: readonly Figure[]): RawBuilder<unknown> {
  const rows = figures.map(
    (figure) => sql`(${sql.lit(figure.definition.id)}, ${sql.lit(sourcesIdOf(figure))})`,
  )
  return sql`(values ${sql.join(rows)}) f(definition_id, sources_id)`
}

function ofUnits(figures: readonly Figure[]): RawBuilder<unknown> {
  return sql`
    insert into value
    with own as (
      select f.definition_id, c.window_id, c.unit_id, c.expected, c.covered, c.withheld, v.basis,
        coalesce(v.numerator, 0) as n, coalesce(v.denominator, 0) as d, coalesce(v.state = 'final', false) as whole
      from ${listed(figures)}
      join coverage c on c.sources_id = f.sources_id
      join unit u on u.unit_id = c.unit_id and u.level = 'commune'
      left join value v on v.definition_id = f.definition_id and v.map = 'then' and v.window_id = c.window_id
        and v.unit_id = c.unit_id and v.breakdown = ''
      where c.window_id in (
        select m.window_id from coverage m join today t on t.unit_id = m.unit_id
        where m.sources_id = c.sources_id and t.today_unit <> t.unit_id
      )
    ), part as (
      select o.*, t.today_unit, t.kind, t.share_num as p, t.share_den as q,
        min(t.share_num * 1000000 // t.share_den) over of_unit = max(t.share_num * 1000000 // t.share_den) over of_unit as equal
      from own o join today t on t.unit_id = o.unit_id
      window of_unit as (partition by o.definition_id, o.window_id, o.unit_id)
    ), allocated as (
      select *, ${allocated('n')} as numerator,
        case when equal then ${allocated('d')} else ${allocated('n')} + ${allocated('(d - n)')} end as denominator
      from part
    )
    select definition_id, 'today', window_id, today_unit, case when kind = 'unknown' then 'map' else '' end,
      case when kind = 'unknown' then 'unknown' else '' end, sum(numerator)::bigint, sum(denominator)::bigint, any_value(basis),
      sum(expected)::bigint, sum(covered)::bigint, sum(withheld)::bigint,
      case when bool_and(whole) then 'final' else 'provisional' end, bool_or(kind = 'part')
    from allocated
    group by definition_id, window_id, today_unit, kind = 'unknown', case when kind = 'unknown' then 'map' else '' end
    having sum(covered) > 0`
}

/** A province's people are its people, whatever became of its communes. */
function ofProvinces(figures: readonly Figure[]): RawBuilder<unknown> {
  return sql`
    insert into value
    select v.definition_id, 'today', v.window_id, t.today_unit, '', '', v.numerator, v.denominator, v.basis, v.units_expected,
      v.units_covered, v.rows_withheld, v.state, false
    from ${listed(figures)}
    join value v on v.definition_id = f.definition_id and v.map = 'then' and v.breakdown = ''
    join unit u on u.unit_id = v.unit_id and u.level = 'province'
    join today t on t.unit_id = v.unit_id
    where exists (
      select 1 from value w where w.definition_id = v.definition_id and w.window_id = v.window_id and w.map = 'today'
    )`
}

/** The share of a whole number by largest remainder. */
function allocated(column: string): RawBuilder<unknown> {
  const n = sql.raw(column)
  return sql`(${n} * p // q + case when row_number() over (
      partition by definition_id, window_id, unit_id order by ${n} * p % q * 1000000 // q desc, today_unit
    ) <= ${n} - sum(${n} * p // q) over (partition by definition_id, window_id, unit_id) then 1 else 0 end)`
}

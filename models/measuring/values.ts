import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Population } from '../core/population.ts'
import type { Database } from '../database.ts'
import { basisOf, type Definition } from '../indicators/indicator.ts'
import { aggregate, totalsOf } from './aggregate.ts'
import { type Figure, sourcesIdOf } from './figure.ts'
import { groups } from './groups.ts'
import { type Summed, sumsOf } from './sums.ts'

/**
 * Values of all figures of one population, in one pass over it: of the covered communes, and of each district and province, which is the
 * sum over its covered owners, its own bodies included.
 *
 * A unit that is not covered has no value; a district or province has one as soon as one unit is covered, and says how many are. Figures
 * stay side by side until the end, so that those with equal sources meet their coverage once.
 */
export function valuesOf(
  db: Kysely<Database>,
  ones: readonly [Figure, ...Figure[]],
): RawBuilder<unknown> {
  const [{ population }] = ones
  const { columns, figures } = sumsOf(db, ones)
  const shared = groups(figures, ({ figure }) =>
    figure.sources.length === 0 ? '' : sourcesIdOf(figure),
  )
  const tables = shared.map((same, k) =>
    same[0].expected === null ? covered(k, population, same) : expected(k, same),
  )
  const rows = shared.flatMap((same, k) => same.map((one) => ofFigure(k, one)))
  return sql`
    insert into value
    with wide as materialized (${aggregate(population, columns)}),
    ${sql.join(tables)}
    ${sql.join(rows, sql` union all `)}`
}

const keptOf = (k: number) => sql.ref(`kept${k}`)
const reachOf = (k: number) => sql.ref(`reach${k}`)
const placedOf = (k: number) => sql.ref(`placed${k}`)

/**
 * `kept`: every unit that is expected in a window, with its sums. `reach`: how many a district or province expects and covers. `placed`:
 * what has a value, as complete as it is.
 */
function covered(
  k: number,
  { level }: Population,
  same: readonly [Summed, ...Summed[]],
): RawBuilder<unknown> {
  const names = columnsOf(same)
  const own = sql.join(
    names.map((name) => sql`coalesce(o.${sql.ref(name)}, 0) as ${sql.ref(name)}`),
  )
  const sums = sql.join(names.map((name) => sql.ref(name)))
  return sql`
    ${keptOf(k)} as (
      select c.window_id, c.unit_id, u.level, coalesce(o.breakdown, '') as breakdown, coalesce(o.category, '') as category,
        ${own}, c.expected, c.covered, c.withheld, c.withheld + coalesce(g.withheld, 0) = 0 and not c.unheard as whole
      from coverage c
      join unit u on u.unit_id = c.unit_id
      join inside p on p.unit_id = c.unit_id and p.level = 'province'
      left join coverage g on g.sources_id = c.sources_id and g.window_id = c.window_id and g.unit_id = p.in_unit and g.expected = 0
      left join wide o on o.window_id = c.window_id and o.unit_id = c.unit_id
      where c.sources_id = ${sql.lit(sourcesIdOf(same[0].figure))} and ${level === undefined ? sql`true` : sql`u.level = ${sql.lit(level)}`}
    ), ${reachOf(k)} as (
      select c.window_id, i.in_unit, sum(c.expected)::bigint as expected, sum(c.covered)::bigint as covered,
        sum(c.withheld)::bigint as withheld, bool_and(c.whole) as whole
      from ${keptOf(k)} c join inside i on i.unit_id = c.unit_id
      where c.breakdown = ''
      group by all
    ), ${placedOf(k)} as (
      select window_id, unit_id, breakdown, category, ${sums}, expected, covered, withheld,
        case when whole then 'final' else 'provisional' end as state
      from ${keptOf(k)}
      where level = 'commune' and covered = expected
      union all
      select l.*, r.expected, r.covered, r.withheld, case when r.covered = r.expected and r.whole then 'final' else 'provisional' end
      from (
        select k.window_id, i.in_unit, k.breakdown, k.category, ${totalsOf(names)}
        from ${keptOf(k)} k join inside i on i.unit_id = k.unit_id
        where k.level = 'province' or k.covered = k.expected
        group by all
      ) l
      join ${reachOf(k)} r on r.window_id = l.window_id and r.in_unit = l.in_unit and r.covered > 0
    )`
}

/** `placed` for figures about reports, which are complete wherever a report is expected. */
function expected(k: number, same: readonly Summed[]): RawBuilder<unknown> {
  const names = columnsOf(same)
  return sql`
    ${placedOf(k)} as (
      select w.window_id, w.unit_id, '' as breakdown, '' as category, ${sql.join(names.map((name) => sql.ref(name)))}, 0 as withheld,
        'final' as state
      from wide w join unit u on u.unit_id = w.unit_id and u.level = 'commune'
      union all
      select w.window_id, i.in_unit, '', '', ${totalsOf(names)}, 0, 'final'
      from wide w join inside i on i.unit_id = w.unit_id
      group by w.window_id, i.in_unit
    )`
}

/** The columns that these figures need, each once. */
function columnsOf(same: readonly Summed[]): readonly string[] {
  const names = same.flatMap(({ numerator, denominator, expected }) => [
    numerator,
    denominator,
    ...(expected === null ? [] : [expected]),
  ])
  return [...new Set(names)]
}

function ofFigure(k: number, one: Summed): RawBuilder<unknown> {
  const { definition } = one.figure
  const [n, d] = [sql.ref(one.numerator), sql.ref(one.denominator)]
  const reach =
    one.expected === null
      ? sql`expected, covered`
      : sql`${sql.ref(one.expected)}, ${sql.ref(one.expected)}`
  const asked = one.expected === null ? sql`` : sql` where ${sql.ref(one.expected)} > 0`
  return sql`
    select ${sql.lit(definition.id)}, 'then', window_id, unit_id, breakdown, category, ${n}, ${d}, ${sql.lit(basisOf(definition))}, ${reach},
      withheld, ${stateOf(definition)}, false
    from ${placedOf(k)}${asked}`
}

/** Values that tell of what is known late are provisional for so long, however complete the reports are. */
function stateOf({ indicator }: Definition): RawBuilder<unknown> {
  if (indicator.settlesAfter === undefined) return sql`state`
  return sql`case when window_id in (
        select w.window_id from win w, meta where w.to_date + to_months(${sql.lit(indicator.settlesAfter)}) > meta.business_date
      ) then 'provisional' else state end`
}

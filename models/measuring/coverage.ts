import { type RawBuilder, sql } from 'kysely'
import type { Source } from '../indicators/indicator.ts'
import { type Figure, inDenominator, sourcesIdOf, viewOf } from './figure.ts'
import { groups } from './groups.ts'

/**
 * For whom figures have a value in each window: reporters expected, reporters covered, rows withheld, by unit.
 *
 * First who had to send each source and whether it came (`slot`), once however many figures need it; then what follows for each set.
 */
export function coverageOf(figures: readonly Figure[]): readonly RawBuilder<unknown>[] {
  const needy = figures.filter(({ sources }) => sources.length > 0)
  const others = figures.filter(({ sources }) => sources.length === 0)
  const sources = needy.flatMap((one) => one.sources)
  return [
    ...groups(sources, slotId).map(([source]) => fillSlots(source)),
    ...groups(needy, sourcesIdOf).map(([one]) => cover(sourcesIdOf(one), one.sources)),
    ...groups(others, ({ population }) => population.id).map(coverAll),
  ]
}

/** Figures about reports need none: each covers every reporter of whom it expects some. One pass for all of one population. */
function coverAll(ones: readonly [Figure, ...Figure[]]): RawBuilder<unknown> {
  const [{ population }] = ones
  const counts = ones.map(
    ({ definition }, n) =>
      sql`count(distinct p.reporter) filter (where ${inDenominator(definition)} > 0) as ${sql.ref(`e${n}`)}`,
  )
  const pairs = ones.map(
    (one, n) => sql`{sources_id: ${sql.lit(sourcesIdOf(one))}, expected: ${sql.ref(`e${n}`)}}`,
  )
  return sql`
    insert into coverage
    select m.sources_id, window_id, unit_id, m.expected, m.expected, 0
    from (
      select window_id, unit_id, unnest([${sql.join(pairs)}]) as m
      from (
        select p.window_id, p.unit_id, ${sql.join(counts)} from ${viewOf(population)} as p group by p.window_id, p.unit_id
      )
    )
    where m.expected > 0`
}

/**
 * Per window and unit: reporters expected, reporters whose every needed submission is in force, rows withheld in those.
 *
 * A window in which some needed form has no submission of its own (a quarterly form in a month) is served by none: no value exists there.
 * A commune is one slot however many of its reporters are needed; at the province each agency or facility is one. Without the
 * province's own submissions nobody is covered. Rows withheld from those may be anyone's: the province expects nothing there, bears them,
 * and makes every commune's figure provisional.
 */
function cover(id: string, sources: readonly Source[]): RawBuilder<unknown> {
  const own = sources.filter((source) => source.from === 'unit')
  const gates = own.length === 0 ? [] : sources.filter((source) => source.from === 'province')
  const slots = (own.length === 0 ? sources : own).map((source) => sql.lit(slotId(source)))
  const gate =
    gates.length === 0
      ? sql`true`
      : sql`s.window_id in (${sql.join(
          gates.map(
            (source) =>
              sql`select window_id from slot where source = ${sql.lit(slotId(source))} group by window_id having bool_and(met)`,
          ),
          sql` intersect `,
        )})`
  const withheldByGates = sql.join(
    gates.map(
      (source) => sql`
      union all
      select window_id, unit_id, 0, 0, sum(withheld)
      from slot
      where source = ${sql.lit(slotId(source))} and window_id in (select window_id from whole)
      group by window_id, unit_id`,
    ),
    sql` `,
  )
  return sql`
    insert into coverage
    with needed as (
      select * from slot where source in (${sql.join(slots)})
    ), by_reporter as (
      select window_id, unit_id, reporter_id, bool_and(met) as met, sum(withheld) as withheld from needed group by all
    ), whole as (
      select window_id, unit_id from needed group by all having count(distinct source) = ${sql.lit(slots.length)}
    ), counted as (
      select s.window_id, s.unit_id,
        case when u.level = 'commune' then 1 else count(*) end as expected,
        case when not ${gate} then 0 when u.level = 'commune' then bool_and(s.met)::int else count(*) filter (where s.met) end as covered,
        sum(s.withheld) as withheld
      from by_reporter s join whole using (window_id, unit_id) join unit u on u.unit_id = s.unit_id
      group by s.window_id, s.unit_id, u.level${withheldByGates}
    )
    select ${sql.lit(id)}, window_id, unit_id, sum(expected)::bigint, sum(covered)::bigint, sum(withheld)::bigint
    from counted group by window_id, unit_id`
}

/** Sources of one form in one mode share their slots. */
function slotId({ form, mode }: Source): string {
  return `${form}.${mode}`
}

/**
 * Who had to send a source for each window, and what came of it; each report is looked up once, before windows multiply it.
 *
 * What is taken and asked of nobody counts as if it had been asked of all who may send it, as soon as one of them did: the figure says of
 * how many it tells.
 */
function fillSlots(source: Source): RawBuilder<unknown> {
  const form = sql.lit(source.form)
  const [met, withheld] =
    source.mode === 'since'
      ? [sql`bool_or`, sql`arg_max(b.withheld, b.to_date)`]
      : [sql`bool_and`, sql`sum(b.withheld)`]
  const unit = sql`coalesce(h.heir_unit, b.unit_id)`
  const [placed, per] =
    source.mode === 'since' ? [sql`arg_min(${unit}, b.to_date)`, sql``] : [unit, sql`, ${unit}`]
  return sql`
    insert into slot
    with expected as (
      select form, reporter_id, unit_id, window_id from obligation where form = ${form}
      union all
      select t.form, r.reporter_id, r.unit_id, c.window_id
      from (select distinct window_id from in_force where form = ${form}) c
      join win w on w.window_id = c.window_id
      join taken t on t.form = ${form}
      join reporter r on (r.kind = t.sender or r.reporter_id = t.sender)
        and r.valid_from < w.to_date and (r.valid_to is null or r.valid_to >= w.to_date)
      where c.window_id not in (select window_id from obligation where form = ${form})
    ), report as (
      select o.window_id, s.to_date, o.unit_id, o.reporter_id, i.submission_id is not null as met,
        b.rows_read - b.rows_accepted as withheld
      from expected o
      join win s on s.window_id = o.window_id
      join reporter r on r.reporter_id = o.reporter_id and r.unit_id = o.unit_id and r.standing = 'obliged'
      left join in_force i on i.form = o.form and i.reporter_id = o.reporter_id and i.window_id = o.window_id
      left join submission b on b.submission_id = i.submission_id
    )
    select ${sql.lit(slotId(source))}, w.window_id, ${placed}, b.reporter_id, ${met}(b.met), coalesce(${withheld}, 0)
    from source_window w
    join report b on b.window_id = w.source_window_id
    join win o on o.window_id = w.window_id
    left join heir h on h.close_id = o.close_id and h.unit_id = b.unit_id
    where w.form = ${sql.lit(source.form)} and w.mode = ${sql.lit(source.mode)}
    group by w.window_id, b.reporter_id${per}`
}

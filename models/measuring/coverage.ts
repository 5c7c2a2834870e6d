import { type RawBuilder, sql } from 'kysely'
import type { Source } from '../indicators/indicator.ts'
import { type Figure, sourcesIdOf } from './figure.ts'
import { groups } from './groups.ts'

/**
 * For whom figures have a value in each window: reporters expected, reporters covered, rows withheld, by unit.
 *
 * First who had to send each source and whether it came (`slot`), once however many figures need it; then what follows for each set of
 * sources. Figures that need none cover whoever they expect, and stand in neither table.
 */
export function coverageOf(figures: readonly Figure[]): readonly RawBuilder<unknown>[] {
  const needy = figures.filter(({ sources }) => sources.length > 0)
  if (needy.length === 0) return []
  const sources = groups(
    needy.flatMap((one) => one.sources),
    slotId,
  ).map(([source]) => source)
  const sets = groups(needy, sourcesIdOf).map(([one]) => one)
  return [fillSlots(sources), cover(sets)]
}

/** Sources of one form in one mode share their slots. */
function slotId({ form, mode }: Source): string {
  return `${form}.${mode}`
}

/**
 * Who had to send a source for each window, and what came of it; each report is looked up once, before windows multiply it.
 *
 * What is taken and asked of nobody counts as if it had been asked of all who may send it, as soon as one of them did: the figure says of
 * how many it tells. Whom the plan only asks is expected where it obliges nobody else: what a figure rests on must be known. Of a list
 * that is sent whole each time (`since`) one that came is enough, wherever its reporter is by then.
 */
function fillSlots(sources: readonly Source[]): RawBuilder<unknown> {
  const wanted = sources.map(
    (one) => sql`(${sql.lit(slotId(one))}, ${sql.lit(one.form)}, ${sql.lit(one.mode)})`,
  )
  return sql`
    insert into slot
    with source (source, form, mode) as (values ${sql.join(wanted)}),
    expected as (
      select form, reporter_id, unit_id, window_id from obligation where form in (select form from source)
      union all
      select t.form, r.reporter_id, r.unit_id, c.window_id
      from (select distinct form, window_id from in_force where form in (select form from source)) c
      anti join obligation o on o.form = c.form and o.window_id = c.window_id
      join win w on w.window_id = c.window_id
      join taken t on t.form = c.form
      join reporter r on (r.kind = t.sender or r.reporter_id = t.sender)
        and r.valid_from < w.to_date and (r.valid_to is null or r.valid_to >= w.to_date)
    ), obliging as (
      select distinct o.form, o.window_id
      from expected o join reporter r on r.reporter_id = o.reporter_id and r.unit_id = o.unit_id and r.standing = 'obliged'
    ), report as (
      select o.form, o.window_id, s.to_date, o.unit_id, o.reporter_id, i.submission_id is not null as met,
        b.rows_read - b.rows_accepted as withheld
      from expected o
      join win s on s.window_id = o.window_id
      join reporter r on r.reporter_id = o.reporter_id and r.unit_id = o.unit_id
      left join obliging d on d.form = o.form and d.window_id = o.window_id
      left join in_force i on i.form = o.form and i.reporter_id = o.reporter_id and i.window_id = o.window_id
      left join submission b on b.submission_id = i.submission_id
      where r.standing = 'obliged' or d.form is null
    ), told as (
      select q.source, q.mode, w.window_id, coalesce(h.heir_unit, b.unit_id) as unit_id, b.reporter_id, b.met, b.withheld, b.to_date
      from source q
      join source_window w on w.form = q.form and w.mode = q.mode
      join report b on b.form = q.form and b.window_id = w.source_window_id
      join win o on o.window_id = w.window_id
      left join heir h on h.close_id = o.close_id and h.unit_id = b.unit_id
    )
    select source, window_id, unit_id, reporter_id, bool_and(met), coalesce(sum(withheld), 0)
    from told where mode <> 'since' group by source, window_id, unit_id, reporter_id
    union all
    select source, window_id, arg_min(unit_id, to_date), reporter_id, bool_or(met), coalesce(arg_max(withheld, to_date), 0)
    from told where mode = 'since' group by source, window_id, reporter_id`
}

/**
 * Per set of sources, window and unit: reporters expected, reporters whose every needed submission is in force, rows withheld in those.
 *
 * A window in which some needed form has no submission of its own (a quarterly form in a month) is served by none: no value exists there.
 * A commune is one slot however many of its reporters are needed; at the province each agency or facility is one. Without the
 * province's own submissions (`gate`) nobody is covered. Rows withheld from those may be anyone's: the province expects nothing there,
 * bears them, and makes every commune's figure provisional. So does the silence of a commune that ended within the window, for those in
 * which it lives on.
 */
function cover(sets: readonly Figure[]): RawBuilder<unknown> {
  const ids = sets.map(
    (one, k) =>
      sql`(${sql.lit(k)}, ${sql.lit(sourcesIdOf(one))}, ${sql.lit(one.sources.some(isRegister))})`,
  )
  return sql`
    insert into coverage
    with asked (k, sources_id, register) as (values ${sql.join(ids)}),
    need (k, source, gate, n, gates) as (values ${sql.join(sets.flatMap(needsOf))}),
    by_reporter as (
      select n.k, n.n, n.gates, s.window_id, s.unit_id, s.reporter_id, bool_and(s.met) as met, sum(s.withheld) as withheld
      from need n join slot s on s.source = n.source
      where not n.gate
      group by all
    ), whole as (
      select n.k, s.window_id, s.unit_id
      from need n join slot s on s.source = n.source
      where not n.gate and n.n > 1
      group by n.k, n.n, s.window_id, s.unit_id
      having count(distinct s.source) = n.n
    ), open as (
      select n.k, s.window_id
      from need n join slot s on s.source = n.source
      where n.gate
      group by n.k, n.n, s.window_id
      having count(distinct s.source) = n.n and bool_and(s.met)
    ), own as (
      select r.k, r.window_id, r.unit_id,
        case when u.level = 'commune' then 1 else count(*) end as expected,
        case when r.gates > 0 and o.k is null then 0
          when u.level = 'commune' then bool_and(r.met)::int
          else count(*) filter (where r.met) end as covered,
        sum(r.withheld) as withheld
      from by_reporter r
      left join whole h on h.k = r.k and h.window_id = r.window_id and h.unit_id = r.unit_id
      join unit u on u.unit_id = r.unit_id
      left join open o on o.k = r.k and o.window_id = r.window_id
      where r.n = 1 or h.k is not null
      group by r.k, r.gates, r.window_id, r.unit_id, u.level, o.k
    ), counted as (
      select * from own
      union all
      select n.k, s.window_id, s.unit_id, 0, 0, sum(s.withheld)
      from need n join slot s on s.source = n.source
      semi join own w on w.k = n.k and w.window_id = s.window_id
      where n.gate
      group by n.k, s.window_id, s.unit_id
    )
    select a.sources_id, c.window_id, c.unit_id, sum(c.expected)::bigint, sum(c.covered)::bigint, sum(c.withheld)::bigint,
      bool_or(a.register and coalesce(u.until > w.from_date, false))
    from counted c
    join asked a using (k)
    join win w on w.window_id = c.window_id
    left join unheard u on u.close_id = w.close_id and u.unit_id = c.unit_id
    group by a.sources_id, c.window_id, c.unit_id`
}

function isRegister({ form, mode }: Source): boolean {
  return form === 'returnee-register' && mode === 'close'
}

/** The sources of a set as rows of `need`: those of the units, and beside them as gates those of the province; or the province's alone. */
function needsOf(one: Figure, k: number): readonly RawBuilder<unknown>[] {
  const own = one.sources.filter(({ from }) => from === 'unit')
  const gates = own.length === 0 ? [] : one.sources.filter(({ from }) => from === 'province')
  const rows = (some: readonly Source[], gate: boolean) =>
    some.map(
      (source) =>
        sql`(${sql.join([k, slotId(source), gate, some.length, gates.length].map((cell) => sql.lit(cell)))})`,
    )
  return [...rows(own.length === 0 ? one.sources : own, false), ...rows(gates, true)]
}

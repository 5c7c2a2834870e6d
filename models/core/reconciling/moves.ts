import { type RawBuilder, sql } from 'kysely'

/**
 * Moves within the province told by one commune and not by the other: of those whom A says moved to B in a month, how many B's register
 * shows come from A; and the other way round.
 *
 * The newest register of each commune in the plan year is asked, and only of moves before its close, so that who is on the way is no
 * contradiction. An arrival without the place that was left matches any.
 */
export function movesOnBothSides(): RawBuilder<unknown> {
  return sql`
    insert into reconciliation
    with newest as (
      select c.close_id, c.unit_id, w.year_from, w.to_date, w.family
      from covered_register c
      join win w on w.window_id = c.close_id
      qualify row_number() over (partition by c.unit_id, w.year_from order by w.to_date desc) = 1
    ), gone as (
      select s.person, s.unit_id, f.moved_to as other, s.to_date as on_day, n.year_from, n.family, n.to_date as asked_to, s.submission_id
      from stay s
      join newest n on n.close_id = s.close_id and n.unit_id = s.unit_id
      join form_returnee_register f on f.submission_id = s.submission_id and f."row" = s."row"
      where s.left_reason = 'chuyen_trong_tinh' and f.moved_to is not null
    ), come as (
      select s.person, s.unit_id, s.arrived_from as other, s.from_date as on_day, n.year_from, n.family, n.to_date as asked_to, s.submission_id
      from stay s
      join newest n on n.close_id = s.close_id and n.unit_id = s.unit_id
      where s.entry_kind = 'chuyen_den'
    ), told as (
      select 'moves-out' as kind, 'moved_to' as field, g.*, exists (
        select 1 from come c
        where c.person = g.person and c.unit_id = g.other and coalesce(c.other, g.unit_id) = g.unit_id
      ) as mirrored
      from gone g
      union all
      select 'moves-in', 'moved_from', c.*, exists (
        select 1 from gone g where g.person = c.person and g.unit_id = c.other and g.other = c.unit_id
      )
      from come c
    )
    select t.kind, t.unit_id, w.window_id, t.field, min(t.submission_id), count(distinct t.person), min(o.submission_id),
      count(distinct t.person) filter (where t.mirrored)
    from told t
    join newest n on n.unit_id = t.other and n.year_from = t.year_from and n.to_date > t.on_day
    join in_force o on o.form = 'returnee-register' and o.unit_id = t.other and o.window_id = n.close_id
    join win w on w.kind = 'month' and w.family = t.family and t.on_day >= w.from_date and t.on_day < w.to_date
    group by t.kind, t.unit_id, w.window_id, t.field
    having count(distinct t.person) <> count(distinct t.person) filter (where t.mirrored)`
}

import { type RawBuilder, sql } from 'kysely'

/**
 * Problems that only several submissions together show: one query each, returning (submission_id, "row", code, facts).
 *
 * - `overlapping-stays`: a person under management in two communes at once, in both of them; the last register of a commune that ended
 *   tells of nobody after its close.
 * - `noticed-not-registered`: announced by a facility, released, and since then on no register; each commune's newest one is asked.
 * - `vanished`: on the register of a month, gone from the next one of the same year without a reason, which an entry by mistake does not
 *   need; not said while as many rows of the next one are withheld, since the person may stand in one of those. Or still there on the last
 *   register of a commune that ended, and on none since, though all who succeed it have sent theirs.
 * - `same-revision`: another file states the revision of the one that counts.
 */
export function contextProblems(): RawBuilder<unknown> {
  return sql`
    with latest as (
      select window_id as close_id, row_number() over (order by to_date desc) as nth
      from win w
      where kind = 'month' and exists (select 1 from covered_register c where c.close_id = w.window_id)
    ), newest as (
      select c.close_id, c.unit_id, w.to_date
      from covered_register c
      join win w on w.window_id = c.close_id
      qualify row_number() over (partition by c.unit_id order by w.to_date desc) = 1
    ), asked as (
      select unit_id, max(to_date) as to_date
      from (
        select unit_id, to_date from newest
        union all
        select h.unit_id, n.to_date from heir h join newest n on n.close_id = h.close_id and n.unit_id = h.heir_unit
      )
      group by unit_id
    ), told as (
      select s.close_id, s.person, s.unit_id, s.from_date, s.submission_id, s."row",
        case when c.until is null then coalesce(s.to_date, w.to_date) else least(s.to_date, p.to_date) end as to_date
      from stay s
      join latest l on l.close_id = s.close_id and l.nth = 1
      join counted_register c on c.close_id = s.close_id and c.submission_id = s.submission_id
      join submission b on b.submission_id = s.submission_id
      join win p on p.window_id = b.window_id
      join win w on w.window_id = s.close_id
    ), overlap as (
      select a.submission_id, a."row", min(b.unit_id) as other
      from told a
      join told b on b.person = a.person and b.unit_id <> a.unit_id and a.from_date < b.to_date and b.from_date < a.to_date
      group by all
    ), unseen as (
      select n.submission_id, n."row"
      from now_release_notice n
      join asked c on c.unit_id = n.unit_id and c.to_date > n.release_date
      where not exists (
          select 1 from now_release_notice e
          where e.person = n.person and e.notice_date >= n.notice_date and e.outcome = 'ngoai_tinh'
        )
        and not exists (
          select 1 from stay s join newest o on o.close_id = s.close_id and o.unit_id = s.unit_id
          where s.person = n.person and (s.from_date >= n.release_date or coalesce(s.to_date, o.to_date) > n.release_date)
        )
    ), vanished as (
      select p.submission_id, p."row"
      from now_returnee_register p
      join win pw on pw.window_id = p.window_id
      join win nw on nw.kind = 'month' and nw.family = pw.family and nw.from_date = pw.to_date and nw.year_from = pw.year_from
      join in_force i on i.form = 'returnee-register' and i.window_id = nw.window_id and i.reporter_id = p.reporter_id and i.unit_id = p.unit_id
      where p.left_reason is distinct from 'ghi_trung' and not exists (
        select 1 from now_returnee_register n
        where n.window_id = nw.window_id and n.person = p.person and n.unit_id = p.unit_id
      )
      qualify count(*) over (partition by i.submission_id) > (
        select b.rows_read - b.rows_accepted from submission b where b.submission_id = i.submission_id
      )
    ), succeeded as (
      select c.close_id, c.submission_id, sum(coalesce(b.rows_read - b.rows_accepted, 0)) as withheld
      from counted_register c
      join win w on w.window_id = c.close_id
      join succession x on x.from_unit = c.unit_id
      join unit u on u.unit_id = x.to_unit and u.valid_from < w.to_date and (u.valid_to is null or u.valid_to >= w.to_date)
      left join in_force i on i.form = 'returnee-register' and i.window_id = c.close_id and i.unit_id = u.unit_id
      left join submission b on b.submission_id = i.submission_id
      where c.until is not null
      group by c.close_id, c.submission_id, w.to_date
      having bool_and(i.submission_id is not null)
      qualify row_number() over (partition by c.submission_id order by w.to_date desc) = 1
    ), unclaimed as (
      select s.submission_id, s."row"
      from succeeded k
      join stay s on s.close_id = k.close_id and s.submission_id = k.submission_id
      join counted_register c on c.close_id = k.close_id and c.submission_id = k.submission_id and c.until = s.to_date
      where not exists (
        select 1 from person_row o
        join counted_register n on n.close_id = o.close_id and n.submission_id = o.submission_id and n.until is null
        where o.close_id = k.close_id and o.person = s.person
      ) and not exists (
        select 1 from stay later
        where later.close_id = k.close_id and later.person = s.person and later.from_date > s.from_date
      )
      qualify count(*) over (partition by s.submission_id) > k.withheld
    ), same as (
      select distinct i.submission_id
      from in_force i
      join submission s on s.submission_id = i.submission_id
      join submission o on o.form = i.form and o.reporter_id = i.reporter_id and o.window_id = i.window_id
        and o.submission_id <> i.submission_id and o.revision = s.revision
      where o.outcome in ('accepted', 'partial') and o.known_from <= (select known_until from meta)
    )
    select o.submission_id, o."row", 'overlapping-stays' as code, o.other as other from overlap o
    union all
    select submission_id, "row", 'noticed-not-registered', null from unseen
    union all
    select submission_id, "row", 'vanished', null from vanished
    union all
    select submission_id, "row", 'vanished', null from unclaimed
    union all
    select submission_id, null, 'same-revision', null from same
    order by 1, 2, 3`
}

import { tallyItems } from '#sources/forms/tally-items.ts'

const BOTH = ['seeking', 'informed', 'seeking_tt10', 'informed_tt10', 'files', 'digitised']

/** What committees, agencies and facilities sent, by window and place, as `with` parts of the statement {@link byHand}. */
export const formParts = `
  closing as (
    select *, kind <> 'month' and right(close_id, 2) in ('03', '06', '09', '12') as quarterly,
      kind in ('half', 'year') as halfyearly
    from win
  ), report as (
    select o.form, o.reporter_id, o.window_id, count(*) as owed, count(s.submission_id) as came,
      count(*) filter (s.arrived_on < o.due_before) as timely
    from obligation o left join submission s on s.form = o.form and s.reporter_id = o.reporter_id and s.window_id = o.window_id
    group by all
  ), owed as (
    select w.window_id, r.unit_id, o.form, sum(o.owed)::bigint as n, sum(o.came)::bigint as came, sum(o.timely)::bigint as timely
    from win w
    join win s on s.from_date >= w.from_date and s.to_date <= w.to_date and s.kind in ('month', 'quarter')
    join report o on o.window_id = s.window_id
    join reporter r on r.reporter_id = o.reporter_id
    group by all
  ), living as (
    select w.window_id, p.unit_id, coalesce(h.n, 0) as residents
    from closing w cross join place p
    left join (select window_id, unit_id, sum(n) as n from present group by all) h on h.window_id = w.window_id and h.unit_id = p.unit_id
    where w.quarterly
  ), model as (
    select w.window_id, m.unit_id, bool_or(m.rating = 'tieu_bieu') as outstanding
    from closing w
    join win q on q.kind = 'quarter' and q.close_id = w.close_id
    join submission s on s.form = 'support-model' and s.window_id = q.window_id
    join form_support_model m on m.submission_id = s.submission_id
    where w.quarterly and m.founded_on < w.to_date and (m.status = 'hoat_dong' or m.status_on >= w.to_date)
    group by all
  ), example as (
    select w.window_id, x.unit_id, bool_or(x.recognised_on >= w.year_from) as of_year,
      bool_or(x.kind in ('hoan_luong', 'nguoi_giup_do')) as person
    from closing w
    join win q on q.kind = 'quarter' and q.close_id = w.close_id
    join submission s on s.form = 'exemplar' and s.window_id = q.window_id
    join form_exemplar x on x.submission_id = s.submission_id
    where w.quarterly and x.recognised_on < w.to_date and (x.withdrawn_on is null or x.withdrawn_on >= w.to_date)
    group by all
  ), place_of as (
    select l.window_id, l.unit_id, p.parent_id, 1 as one, (l.residents > 0)::int as inhabited, (l.residents >= 10)::int as large,
      (l.residents > 0 and m.unit_id is not null)::int as working, (l.residents >= 10 and coalesce(m.outstanding, false))::int as outstanding,
      coalesce(x.of_year, false)::int as shown, (l.residents >= 10 and coalesce(x.person, false))::int as person
    from living l join place p on p.unit_id = l.unit_id
    left join model m on m.window_id = l.window_id and m.unit_id = l.unit_id
    left join example x on x.window_id = l.window_id and x.unit_id = l.unit_id
  ), told as (
    select w.window_id, c.unit_id, sum(c.officials_reached + coalesce(c.adults_reached, 0))::bigint as reached,
      sum(c.officials_total + coalesce(c.adults_total, 0))::bigint as n
    from closing w
    join win q on q.kind = 'quarter' and q.close_id = w.close_id
    join submission s on s.form = 'communication' and s.window_id = q.window_id
    join form_communication c on c.submission_id = s.submission_id
    where w.quarterly
    group by all
  ), task as (
    select w.window_id, t.unit_id, count(*) filter (t.status in ('hoan_thanh', 'thuong_xuyen')) as reached, count(*) as n
    from closing w
    join win q on q.kind = 'quarter' and q.close_id = w.close_id
    join submission s on s.form = 'task-progress' and s.window_id = q.window_id
    join form_task_progress t on t.submission_id = s.submission_id and t.status <> 'khong_thuoc'
    where w.quarterly
    group by all
  ), money as (
    select w.window_id, f.unit_id, sum(f.received) filter (f.source in ('quy_xa', 'xa_hoi_hoa'))::bigint as reached,
      sum(case when f.source in ('quy_xa', 'xa_hoi_hoa') then f.received else f.spent end)::bigint as n
    from closing w
    join win h on h.kind = 'half' and h.to_date = w.to_date and h.from_date >= w.from_date
    join submission s on s.form = 'funding' and s.window_id = h.window_id
    join form_funding f on f.submission_id = s.submission_id
    where w.halfyearly
    group by all
  ), plans as (
    select i.reporter_id, i.unit_id, i.asked_on, min(greatest(d.sent_on + 1, q.to_date)) filter (d.sent_on is not null) as known_on
    from issuer i
    left join submission s on s.form = 'issued-document' and s.reporter_id = i.reporter_id
    left join win q on q.window_id = s.window_id
    left join form_issued_document d on d.submission_id = s.submission_id and d.kind = 'ke_hoach'
      and d.plan_ref similar to '(.*[^0-9])?195/KH-UBND([^a-zA-Z0-9].*)?'
    group by all
  ), issued as (
    select w.window_id, i.unit_id, count(*) filter (i.known_on <= w.to_date) as reached, count(*) as n
    from win w join plans i on i.asked_on < w.to_date
    group by all
  ), freed as (
    select w.window_id, f.unit_id, sum(f.all_four)::bigint as prepared, sum(f.released)::bigint as n
    from win w
    join win m on m.kind = 'month' and m.from_date >= w.from_date and m.to_date <= w.to_date
    join submission s on s.form = 'pre-release' and s.window_id = m.window_id
    join form_pre_release f on f.submission_id = s.submission_id
    group by all
  ), kept as (
    select w.window_id, f.unit_id, sum(f.inmates_end)::bigint as n, sum(f.all_three_end)::bigint as informed,
      coalesce(sum(f.working_age_end) filter (s.reporter_id = 'facility:trai-tam-giam'), 0)::bigint as able,
      coalesce(sum(f.working_age_trained) filter (s.reporter_id = 'facility:trai-tam-giam'), 0)::bigint as trained
    from win w
    join submission s on s.form = 'pre-release' and s.window_id = w.close_id
    join form_pre_release f on f.submission_id = s.submission_id
    group by all
  ), loan as (
    select w.window_id, s.unit_id, sum(c.borrowers)::bigint as n, sum(c.outstanding)::bigint as owed, sum(c.overdue)::bigint as overdue
    from win w
    join submission s on s.form = 'credit' and s.window_id = w.close_id
    join form_credit c on c.submission_id = s.submission_id
    group by all
  ), sentence as (
    select w.window_id, c.unit_id, sum(c.closing)::bigint as n, sum(c.supervised)::bigint as supervised,
      ${[false, true].map(seeking).join(',\n      ')},
      sum(greatest(c.files - coalesce(c.files_also, 0), 0))::bigint as files,
      sum(greatest(c.files_digitised - coalesce(c.files_also, 0), 0))::bigint as digitised
    from win w
    join submission s on s.form = 'community-sentence' and s.window_id = w.close_id
    join form_community_sentence c on c.submission_id = s.submission_id
    group by all
  ), both_kinds as (
    select p.window_id, p.unit_id, ${BOTH.map((name) => `p.${name} + s.${name} as ${name}`).join(', ')}
    from (
      select e.window_id, e.unit_id, ${BOTH.map((name) => `coalesce(sum(h.${name}), 0)::bigint as ${name}`).join(', ')}
      from (select window_id, unit_id from win cross join place) e left join present h using (window_id, unit_id)
      group by all
    ) p
    join sentence s using (window_id, unit_id)
  ), signed as (
    select w.window_id, t.unit_id, any_value(w.window_id = s.window_id) as own, ${signed()}
    from closing w
    join win q on q.kind = 'quarter' and q.close_id = w.close_id
    join submission s on s.form = 'tally' and s.window_id = q.window_id
    join form_tally t on t.submission_id = s.submission_id
    where w.quarterly and (w.window_id = q.window_id or w.from_date = w.year_from)
    group by all
  ), tallied as (
    select *, case when own then managed_start else managed_end + moved_out + expunged + died_or_other - returned - moved_in end
        + returned + moved_in as managed,
      group_a + group_b as lawful, group_a + group_b + group_c + group_d as rated
    from signed
  )`

function seeking(tt10: boolean): string {
  const [name, kept] = tt10 ? ['_tt10', ` filter (c.category <> 'tha_tu_co_dieu_kien')`] : ['', '']
  return `coalesce(sum(greatest(c.job_need - c.job_need_also, 0))${kept}, 0)::bigint as seeking${name},
      coalesce(sum(least(greatest(c.job_reached - c.job_reached_also, 0), greatest(c.job_need - c.job_need_also, 0)))${kept}, 0)::bigint as informed${name}`
}

function signed(): string {
  return Object.entries(tallyItems)
    .map(([item, { stock }]) => {
      const figure = stock
        ? 't."count"'
        : 'case when w.from_date = w.year_from then t.cumulative else t."count" end'
      return `sum(${figure}) filter (t.item = '${item}')::bigint as ${item}`
    })
    .join(', ')
}

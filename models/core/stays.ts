import { type RawBuilder, sql } from 'kysely'

/**
 * Who lived where from when to when, as each month's registers say it, and one row per person and month.
 *
 * A row struck out as entered by mistake ("ghi trùng, ghi nhầm") is no stay. Stays that begin after the close are not yet stays.
 * The last stay day decides the owner; where two stays reach it, the later arrival owns, then the smaller unit id. Who leaves on the day
 * of arrival has no stay day there; the return counts all the same.
 * A person's rows from several communes are merged: the earliest date of each service and of the certificate, in need if any row says
 * so or was not asked. What stands as it is today comes from the owner's row: work, group, helper, file, and whether a loan is needed
 * and possible; who helped him in the commune that he left helps him no more. What was done after an earlier release is nothing done
 * after the last one.
 *
 * Where communes were merged or divided within the year, the last registers of those that ended tell of the months since, too, until the
 * day of their end: a return stays a return. Its owner is the commune to which the person was handed over, else the heir of the one that
 * ended; being handed over ("sắp xếp đơn vị hành chính") is no return. Whether somebody is in need is asked of today's registers first.
 */
export function fillStays(): readonly RawBuilder<unknown>[] {
  return [
    countRegisters(),
    noteUnheard(),
    sql`
      insert into person_row
      select c.close_id, n.person, n.submission_id, n."row"
      from counted_register c
      join now_returnee_register n on n.submission_id = c.submission_id
      join win w on w.window_id = c.close_id
      where n.left_reason is distinct from 'ghi_trung' and n.arrived_on < w.to_date`,
    sql`
      insert into stay
      select c.close_id, n.person, n.unit_id, n.arrived_on, least(n.left_on, c.until), n.entry_kind, n.moved_from, n.left_reason,
        n.submission_id, n."row"
      from counted_register c
      join now_returnee_register n on n.submission_id = c.submission_id
      join person_row r on r.close_id = c.close_id and r.submission_id = n.submission_id and r."row" = n."row"
      qualify row_number() over (
        partition by c.close_id, n.person, n.unit_id, n.arrived_on
        order by n.left_on nulls first, n.submission_id, n."row"
      ) = 1`,
    sql`
      insert into person_close
      with owner as (
        select s.close_id, s.person, s.unit_id,
          case when s.to_date <= s.from_date then null else least(coalesce(s.to_date, w.to_date), w.to_date) end as managed_to,
          s.submission_id, s."row"
        from stay s
        join win w on w.window_id = s.close_id
        qualify row_number() over (
          partition by s.close_id, s.person
          order by managed_to desc nulls last, s.from_date desc, s.unit_id
        ) = 1
      ), back as (
        select s.close_id, s.person, s.unit_id, s.from_date, f.release_date
        from stay s
        join form_returnee_register f on f.submission_id = s.submission_id and f."row" = s."row"
        where s.entry_kind = 'ra_trai'
        qualify row_number() over (partition by s.close_id, s.person order by s.from_date desc, s.unit_id) = 1
      ), handed as (
        select close_id, person, arg_min(unit_id, (from_date, unit_id)) as unit_id
        from stay where entry_kind = 'sap_xep_dvhc'
        group by close_id, person
      ), merged as (
        select r.close_id, r.person,
          min(f.received_on) as received_on,
          min(f.counselled_on) as counselled_on,
          ${inNeed('legal_need')} as legal_need,
          min(f.legal_on) as legal_on,
          ${inNeed('papers_need')} as papers_need,
          min(f.papers_on) as papers_on,
          min(f.job_intro_on) as job_intro_on,
          min(f.certificate_date) as certificate_on,
          ${inNeed('job_need')} as job_need,
          min(f.job_info_on) as job_info_on,
          ${inNeed('training_need')} as training_need,
          min(f.training_on) as training_on,
          min(f.new_job_on) as new_job_on,
          min(f.credit_advised_on) as credit_advised_on,
          min(f.loan_guided_on) as loan_guided_on,
          min(f.loan_listed_on) as loan_listed_on
        from person_row r
        join counted_register c on c.close_id = r.close_id and c.submission_id = r.submission_id
        join form_returnee_register f on f.submission_id = r.submission_id and f."row" = r."row"
        left join back b on b.close_id = r.close_id and b.person = r.person
        where not coalesce(least(f.left_on, c.until) <= b.from_date and f.release_date < b.release_date, false)
        group by r.close_id, r.person
      )
      select o.close_id, o.person, coalesce(oh.heir_unit, o.unit_id), o.managed_to, b.from_date,
        case when bh.heir_unit is null then b.unit_id else coalesce(d.unit_id, bh.heir_unit) end, f.sex, f.birth_year, f.release_basis,
        m.received_on, m.counselled_on, m.legal_need, m.legal_on, m.papers_need, m.papers_on, m.job_intro_on, f.employment,
        m.certificate_on, case when f.helper_kind <> 'chua' then f.helper_on end, m.job_need, m.job_info_on, m.training_need,
        m.training_on, m.new_job_on, m.credit_advised_on, f.loan_need <> 'khong', f.loan_eligible is distinct from 'khong',
        m.loan_guided_on, m.loan_listed_on, f.digitised = 'co', f."group"
      from owner o
      join form_returnee_register f on f.submission_id = o.submission_id and f."row" = o."row"
      join merged m on m.close_id = o.close_id and m.person = o.person
      left join back b on b.close_id = o.close_id and b.person = o.person
      left join handed d on d.close_id = o.close_id and d.person = o.person
      left join heir oh on oh.close_id = o.close_id and oh.unit_id = o.unit_id
      left join heir bh on bh.close_id = b.close_id and bh.unit_id = b.unit_id`,
  ]
}

/** The registers in force for a month, and of each commune that ended earlier in its year the last one. */
function countRegisters(): RawBuilder<unknown> {
  return sql`
    insert into counted_register
    select window_id, submission_id, unit_id, null
    from in_force
    where form = 'returnee-register' and window_id in (select window_id from win)
    union all
    select h.close_id, i.submission_id, i.unit_id, u.valid_to
    from heir h
    join win w on w.window_id = h.close_id
    join unit u on u.unit_id = h.unit_id
    join in_force i on i.form = 'returnee-register' and i.unit_id = h.unit_id
    join win p on p.window_id = i.window_id and p.year_from = w.year_from and p.to_date <= w.to_date
    qualify row_number() over (partition by h.close_id, h.unit_id order by p.to_date desc) = 1`
}

/** Where the last register of a commune that ended is missing, those in which it lives on do not know all who came back to it. */
function noteUnheard(): RawBuilder<unknown> {
  return sql`
    insert into unheard
    select h.close_id, s.to_unit, max(u.valid_to)
    from heir h
    join win w on w.window_id = h.close_id
    join unit u on u.unit_id = h.unit_id and u.level = 'commune'
    join succession s on s.from_unit = h.unit_id and s.kind <> 'unknown'
    join unit n on n.unit_id = s.to_unit and n.valid_from < w.to_date and (n.valid_to is null or n.valid_to >= w.to_date)
    join (select year_from, to_date from win where kind = 'month') m on m.year_from = w.year_from and m.to_date <= u.valid_to
    left join counted_register c on c.close_id = h.close_id and c.unit_id = h.unit_id
    left join submission b on b.submission_id = c.submission_id
    left join win p on p.window_id = b.window_id
    group by h.close_id, s.to_unit, h.unit_id
    having max(m.to_date) > coalesce(any_value(p.to_date), date '0001-01-01')
    qualify row_number() over (partition by h.close_id, s.to_unit order by max(u.valid_to) desc) = 1`
}

function inNeed(column: string): RawBuilder<unknown> {
  const need = sql`bool_or(f.${sql.ref(column)} <> 'khong')`
  return sql`coalesce(${need} filter (where c.until is null), ${need})`
}

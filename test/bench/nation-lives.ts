import { MONTHS } from './nation-size.ts'

/** Months that a person stays on a register before somebody else takes the place. */
const TENANCY = 48

/** One row per person and closing month, as `fillStays` would leave it. */
export const fillPersonClose = `
  insert into person_close
  select m.window_id, l.person, l.unit_id,
    case when l.left_on <= l.arrived_on then null else least(coalesce(l.left_on, m.to_date), m.to_date) end,
    case when l.entry_kind = 'ra_trai' then l.arrived_on end, case when l.entry_kind = 'ra_trai' then l.unit_id end,
    l.sex, l.birth_year, l.release_basis, l.received_on, l.counselled_on, l.legal_need <> 'khong', l.legal_on,
    l.papers_need <> 'khong', l.papers_on, l.job_intro_on, l.employment, l.certificate_on, l.helper_on, l.job_need <> 'khong',
    l.job_info_on, l.training_need <> 'khong', l.training_on, l.new_job_on, l.credit_advised_on, l.loan_need <> 'khong',
    l.loan_eligible <> 'khong', l.loan_guided_on, l.loan_listed_on, l.digitised, l."group"
  from life l join month m on m.nth >= l.first_month and m.nth < l.end_month`

/**
 * Everyone who lived in the communes, as table `life`: few in the first ones, many in the last. `place` is the number of the person's row
 * in the commune's register; one person follows another there after {@link TENANCY} months.
 */
export function lives(communes: number, persons: number): readonly string[] {
  return [
    `create table life as
    with commune as (
      select unit_id, row_number() over (order by unit_id) - 1 as nth from reporter where kind = 'police'
    ), place as (
      select g, floor(sqrt(g / ${persons}) * ${communes})::bigint as commune, (hash(g) % ${TENANCY})::bigint as shift
      from range(${persons}) as t (g)
    ), tenant as (
      select p.*, t, t * ${TENANCY} - p.shift as begins, hash(p.g, t) as h
      from place p join range(3) as r (t) on t * ${TENANCY} - p.shift < ${MONTHS} and (t + 1) * ${TENANCY} - p.shift > 0
    ), arrival as (
      select *, (date '2025-12-15' + to_months(begins::int))::date + (h % 28)::int as arrived_on,
        (date '2025-12-15' + to_months((begins + ${TENANCY - 1})::int))::date + (h // 7 % 28)::int as leaves_on
      from tenant
    )
    select c.unit_id, '1a2b3c4d-' || substr(md5(a.g || '/' || a.t), 1, 26) as person, a.h,
      greatest(a.begins, 0) as first_month, a.begins + ${TENANCY} as end_month, a.arrived_on,
      case when ${nth(11, 2)} = 0 then a.leaves_on end as left_on,
      case when ${nth(13, 10)} = 0 then 'chuyen_den' else 'ra_trai' end as entry_kind,
      case when ${nth(17, 9)} = 0 then 'nu' else 'nam' end as sex, 1955 + ${nth(19, 50)}::bigint as birth_year,
      ${oneOf(23, 'chap_hanh_xong', 'chap_hanh_xong', 'chap_hanh_xong', 'dac_xa', 'tha_tu_co_dieu_kien')} as release_basis,
      ${day(29, 50, 9)} as received_on, ${day(37, 20, 40)} as counselled_on,
      ${oneOf(43, 'co', 'khong', 'chua_ro')} as legal_need, ${day(47, 3, 60)} as legal_on,
      ${oneOf(59, 'co', 'khong', 'khong', 'chua_ro')} as papers_need, ${day(61, 3, 50)} as papers_on, ${day(71, 10, 90)} as job_intro_on,
      ${oneOf(79, 'on_dinh', 'tam_thoi', 'chua_co', 'khong_tham_gia')} as employment,
      ${day(101, 4, 700)} as certificate_on, ${day(103, 12, 30)} as helper_on,
      ${oneOf(107, 'co', 'khong')} as job_need, ${day(109, 5, 80)} as job_info_on,
      ${oneOf(113, 'co', 'khong', 'khong')} as training_need, ${day(127, 2, 200)} as training_on, ${day(131, 2, 300)} as new_job_on,
      ${day(137, 6, 50)} as credit_advised_on, ${oneOf(139, 'co', 'khong')} as loan_need,
      ${oneOf(149, 'co', 'co', 'khong', 'chua')} as loan_eligible, ${day(151, 4, 100)} as loan_guided_on, ${day(157, 3, 200)} as loan_listed_on,
      ${nth(163, 5)} > 0 as digitised, ${oneOf(167, 'A', 'A', 'B', 'B', 'C', 'D', 'chua')} as "group"
    from arrival a join commune c on c.nth = a.commune`,
  ]
}

function nth(prime: number, of: number): string {
  return `(h // ${prime} % ${of})`
}

function oneOf(prime: number, ...codes: readonly string[]): string {
  const list = codes.map((code) => `'${code}'`).join(', ')
  return `[${list}][1 + ${nth(prime, codes.length)}::int]`
}

/** Some day within so many after the arrival, for all but one of so many. */
function day(prime: number, but: number, within: number): string {
  return `case when ${nth(prime, but)} > 0 then a.arrived_on + ${nth(prime * 7, within)}::int end`
}

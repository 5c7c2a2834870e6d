import { type RawBuilder, sql } from 'kysely'
import { tallyItems } from '#sources/forms/tally-items.ts'

/** Items of Biểu 11 about those who returned within the window, as conditions on the population `returned`. */
const OF_RETURNED = {
  returned: 'true',
  returned_completed: `release_basis = 'chap_hanh_xong'`,
  returned_amnesty: `release_basis = 'dac_xa'`,
  returned_conditional: `release_basis = 'tha_tu_co_dieu_kien'`,
  received: 'received_on < to_date',
  counselled: 'counselled_on < to_date',
  procedures: 'legal_on < to_date',
  papers: 'papers_on < to_date',
  job_introduced: 'job_intro_on < to_date',
} as const

const LEFT_WITHIN = 's.to_date >= w.from_date and s.to_date < w.to_date'
const AT_CLOSE = 'coalesce(s.to_date, w.to_date) >= w.to_date'
const ELIGIBLE = `f.loan_need = 'co' and f.loan_eligible = 'co'`
/** Items about those on the register, as conditions on a stay `s`, its row `f` and the window `w`. */
const OF_STAYS = {
  managed_start: 's.from_date < w.from_date and coalesce(s.to_date, w.to_date) >= w.from_date',
  managed_end: AT_CLOSE,
  /** Whoever is new and did not come out of prison within the window: the tally has no other place for who was found or handed over. */
  moved_in: `s.entry_kind <> 'ra_trai' and s.from_date >= w.from_date`,
  moved_out: `s.left_reason in ('chuyen_trong_tinh', 'chuyen_ngoai_tinh') and ${LEFT_WITHIN}`,
  expunged: `s.left_reason = 'xoa_an_tich' and ${LEFT_WITHIN}`,
  died_or_other: `s.left_reason in ('chet', 'an_moi', 'huy_tha_tu', 'xuat_canh', 'khac') and ${LEFT_WITHIN}`,
  employed_stable: `f.employment = 'on_dinh' and ${AT_CLOSE}`,
  credit_advised: `f.credit_advised_on < w.to_date and ${AT_CLOSE}`,
  loan_eligible_need: `${ELIGIBLE} and ${AT_CLOSE}`,
  loan_listed: `${ELIGIBLE} and f.loan_listed_on < w.to_date and ${AT_CLOSE}`,
  group_a: `f."group" = 'A' and ${AT_CLOSE}`,
  group_b: `f."group" = 'B' and ${AT_CLOSE}`,
  group_c: `f."group" = 'C' and ${AT_CLOSE}`,
  group_d: `f."group" = 'D' and ${AT_CLOSE}`,
} as const

const FLOWS = Object.entries(tallyItems).flatMap(([item, { stock }]) =>
  stock ? [] : [sql.lit(item)],
)

/** Of the year the running total, also where the sheet names the last quarter that is folded into it. */
const SAID = sql`case when w.kind = 'year' and t.item in (${sql.join(FLOWS)}) then t.cumulative else t."count" end`

/**
 * What UBND cấp xã signs (Biểu 11) against what its police listed person by person (Biểu 01), item by item, where both are in force.
 *
 * Left is the register, right the tally. A commune that began within the window is not asked: two lists of two extents.
 * Items that no column of the register tells (classes held, helpers, models …) are not compared.
 */
export function registerAgainstTally(): RawBuilder<unknown> {
  return sql`
    insert into reconciliation
    with asked as (
      select w.*, t.unit_id, t.item, ${SAID} as n, t.submission_id, i.submission_id as register
      from now_tally t
      join win w on w.window_id = t.window_id
      join unit u on u.unit_id = t.unit_id and u.valid_from <= w.from_date
      join in_force i on i.form = 'returnee-register' and i.unit_id = t.unit_id and i.window_id = w.close_id
      where t."year" is null and t.old_unit is null and (t.item <> 'managed_start' or not exists (
        select 1 from now_tally f
        where f.submission_id = t.submission_id and w.kind = 'year' and f."count" <> f.cumulative and f.item in (${sql.join(FLOWS)})
      ))
    ), told as (
      select window_id, unit_id, item, count(distinct subject) as n
      from (${sql.join([...returned(), ...stays(), prosecuted()], sql` union all `)}) one
      group by all
    )
    select 'register-tally', a.unit_id, a.window_id, a.item, a.register, coalesce(t.n, 0), a.submission_id, a.n
    from asked a
    left join told t on t.window_id = a.window_id and t.unit_id = a.unit_id and t.item = a.item
    where a.item in (${sql.join(COMPARED.map((item) => sql.lit(item)))}) and a.n <> coalesce(t.n, 0)`
}

const COMPARED: readonly string[] = [
  ...Object.keys(OF_RETURNED),
  ...Object.keys(OF_STAYS),
  'prosecuted',
]

function returned(): readonly RawBuilder<unknown>[] {
  return Object.entries(OF_RETURNED).map(
    ([item, condition]) =>
      sql`select window_id, unit_id, ${sql.lit(item)} as item, subject from pop_returned where ${sql.raw(condition)}`,
  )
}

function stays(): readonly RawBuilder<unknown>[] {
  return Object.entries(OF_STAYS).map(
    ([item, condition]) => sql`
      select w.window_id, s.unit_id, ${sql.lit(item)}, s.person
      from (select distinct window_id, from_date, to_date, close_id from asked) w
      join stay s on s.close_id = w.close_id
      join form_returnee_register f on f.submission_id = s.submission_id and f."row" = s."row"
      where ${sql.raw(condition)}`,
  )
}

function prosecuted(): RawBuilder<unknown> {
  return sql`select window_id, unit_id, 'prosecuted', subject from pop_managed_prosecuted where offended`
}

import { type RawBuilder, sql } from 'kysely'

/**
 * Persons whom the registers say were put on the list for Ngân hàng Chính sách xã hội (Mẫu số 01) against those whom the bank received
 * (Biểu 08), by commune and month, where the commune's register is in force. A commune that somebody moved to later carries the date over
 * and listed nobody. Source: Quyết định 22/2023/QĐ-TTg.
 */
export function listedForCredit(): RawBuilder<unknown> {
  return sql`
    insert into reconciliation
    with listed as (
      select n.window_id as close_id, w.window_id, n.unit_id, count(distinct n.person) as n
      from now_returnee_register n
      join win w on w.close_id = n.window_id
      where n.loan_listed_on >= w.from_date and n.loan_listed_on < w.to_date
        and n.loan_listed_on >= n.arrived_on and n.loan_listed_on < coalesce(n.left_on, w.to_date)
      group by all
    )
    select 'listed-credit', c.unit_id, c.window_id, 'listed', i.submission_id, coalesce(l.n, 0), c.submission_id, c.listed
    from now_credit c
    join win w on w.window_id = c.window_id
    join in_force i on i.form = 'returnee-register' and i.unit_id = c.unit_id and i.window_id = w.close_id
    left join listed l on l.window_id = c.window_id and l.unit_id = c.unit_id
    where c.listed <> coalesce(l.n, 0)`
}

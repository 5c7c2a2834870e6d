import { type RawBuilder, sql } from 'kysely'

/**
 * The province's own lists against the registers: notices of facilities against the register's returns, and cases of persons who stand
 * on no register. Only where both have spoken: a register that has not come says nothing, not 0.
 */
export function listsAgainstRegister(): readonly RawBuilder<unknown>[] {
  return [
    sql`
      insert into reconciliation
      with returned_n as (
        select window_id, unit_id, count(*) as n from pop_returned group by all
      )
      select 'notices-returns', v.unit_id, v.window_id, 'returned', null, v.denominator, null, coalesce(r.n, 0)
      from value v
      join definition d on d.definition_id = v.definition_id and d.indicator = 'reception-coverage'
        and d.parameters = '{"basis":"register","notices":"release-notice","who":"plan"}'
      join unit u on u.unit_id = v.unit_id and u.level = 'commune'
      left join returned_n r on r.window_id = v.window_id and r.unit_id = v.unit_id
      where v.map = 'then' and v.breakdown = '' and v.denominator <> coalesce(r.n, 0)`,
    sql`
      insert into reconciliation
      select 'offence-not-managed', e.unit_at, w.window_id, 'prosecuted', min(e.submission_id), count(distinct e.person), null, 0
      from win w
      join event e on e.prosecuted_on >= w.from_date and e.prosecuted_on < w.to_date and e.dropped_on is null
      anti join pop_managed_prosecuted p on p.window_id = w.window_id and p.subject = e.person
      semi join covered_register c on c.close_id = w.close_id and c.unit_id = e.unit_at
      group by all`,
  ]
}

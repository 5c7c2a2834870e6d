import { type RawBuilder, sql } from 'kysely'

/**
 * Two sources of one number side by side, never a silent pick: notices against the register's own returns, and cases of persons
 * who stand on no register.
 */
export function fillReconciliation(): readonly RawBuilder<unknown>[] {
  return [
    sql`
      insert into reconciliation
      with noticed_n as (
        select window_id, unit_id, count(*) as n from pop_noticed group by all
      ), returned_n as (
        select window_id, unit_id, count(*) as n from pop_returned group by all
      )
      select 'notices-returns', coalesce(n.unit_id, r.unit_id), coalesce(n.window_id, r.window_id), 'returned',
        null, coalesce(n.n, 0), null, coalesce(r.n, 0)
      from noticed_n n
      full join returned_n r on r.window_id = n.window_id and r.unit_id = n.unit_id
      where coalesce(n.n, 0) <> coalesce(r.n, 0)`,
    sql`
      insert into reconciliation
      select 'offence-not-managed', e.unit_at, w.window_id, 'prosecuted', min(e.submission_id), count(distinct e.person), null, 0
      from win w
      join event e on e.prosecuted_on >= w.from_date and e.prosecuted_on < w.to_date and e.dropped_on is null
      anti join pop_managed_prosecuted p on p.window_id = w.window_id and p.subject = e.person
      semi join covered_register c on c.close_id = w.close_id
      group by all`,
  ]
}

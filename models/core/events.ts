import { type RawBuilder, sql } from 'kysely'

/**
 * The cases of new offences, as the newest list in force of each plan year says them, for earlier windows too; of those that tell of one
 * case the newest decides.
 *
 * The key is (person, case): two cases of one person on one day stay two, since one may be dropped while the other stands.
 */
export function fillEvents(): readonly RawBuilder<unknown>[] {
  return [
    sql`
      insert into event
      with newest as (
        select i.submission_id, w.to_date
        from in_force i
        join win w on w.window_id = i.window_id
        where i.form = 'reoffence'
        qualify row_number() over (partition by i.reporter_id, w.year_from order by w.to_date desc) = 1
      )
      select n.person, n.case_ref, n.unit_id, n.offence_on, n.detected_on, n.prosecuted_on, n.convicted_on, n.dropped_on,
        n.seriousness, n.submission_id, n."row"
      from now_reoffence n
      join newest o on o.submission_id = n.submission_id
      qualify row_number() over (partition by n.person, n.case_ref order by o.to_date desc, n."row") = 1`,
  ]
}

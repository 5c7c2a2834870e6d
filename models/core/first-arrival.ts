import { type RawBuilder, sql } from 'kysely'

/**
 * The day on which each report in force first arrived, one row per form, reporter and window.
 *
 * It arrived with the first version that was not withdrawn: who corrects was in time, who took it back was not. A version's day is that
 * of its document: where a list of issued documents (Biểu 16) in force of the same reporter gives number and date that the cover quotes,
 * and a day in the book of incoming documents, the earliest such day; else the day of receipt. A cover without a date quotes by number.
 *
 * To be filled once `in_force` is; before `known_to` of superseded versions is set, since those count too.
 */
export function firstArrival(knownUntil: string): RawBuilder<unknown> {
  return sql`
    create table first_arrival as
    with incoming as (
      select i.reporter_id, ${numberIn('d.number')} as number, d.issued_on, d.received_on
      from in_force i
      join form_issued_document d on d.submission_id = i.submission_id
      where i.form = 'issued-document' and d.received_on is not null
    ),
    version as (
      select s.form, s.reporter_id, s.window_id, s.arrived_on, min(d.received_on) as document_on
      from submission s
      left join incoming d on d.reporter_id = s.reporter_id
        and d.number = ${numberIn('s.document_no')}
        and d.issued_on = coalesce(s.document_date, d.issued_on)
      where s.outcome in ('accepted', 'partial') and s.known_from <= ${knownUntil}
        and (s.known_to is null or s.known_to > ${knownUntil})
      group by s.submission_id, s.form, s.reporter_id, s.window_id, s.arrived_on
    )
    select v.form, v.reporter_id, v.window_id, min(coalesce(v.document_on, v.arrived_on)) as arrived_on
    from version v
    join in_force i on i.form = v.form and i.reporter_id = v.reporter_id and i.window_id = v.window_id
    group by all`
}

/** `12/BC-UBND` however it was spaced and capitalised. */
function numberIn(column: string): RawBuilder<unknown> {
  return sql.raw(`lower(replace(${column}, ' ', ''))`)
}

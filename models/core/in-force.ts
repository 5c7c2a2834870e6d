import { type RawBuilder, sql } from 'kysely'
import type { Form } from '#sources/forms/form.ts'
import { tableOf } from '#sources/forms/form.ts'
import { anyForms } from '#sources/forms/index.ts'
import { firstArrival } from './first-arrival.ts'

/**
 * Which submission counts: of those accepted wholly or partly and known, the highest (revision, first received, sha256).
 *
 * `known_to` of a superseded one is the moment its successor was known; the order of arrival never matters.
 */
export function putInForce(knownUntil: string): readonly RawBuilder<unknown>[] {
  return [
    sql`
      insert into in_force
      select form, reporter_id, unit_id, window_id, submission_id
      from submission
      where outcome in ('accepted', 'partial')
        and unit_id is not null and window_id is not null
        and known_from <= ${knownUntil}
        and (known_to is null or known_to > ${knownUntil})
      qualify row_number() over (
        partition by form, reporter_id, window_id
        order by revision desc, received_at desc, submission_id desc
      ) = 1`,
    firstArrival(knownUntil),
    sql`
      update submission set known_to = successor.known_from
      from (
        select s.submission_id, greatest(s.known_from, n.known_from) as known_from
        from submission s
        join in_force i on i.form = s.form and i.reporter_id = s.reporter_id and i.window_id = s.window_id
        join submission n on n.submission_id = i.submission_id
        where s.submission_id <> i.submission_id
          and s.outcome in ('accepted', 'partial') and s.known_to is null
          and s.known_from <= ${knownUntil}
      ) as successor
      where submission.submission_id = successor.submission_id`,
  ]
}

/** The views through which everything else reads submissions: rows in force, communes with a register. */
export function inForceViews(): readonly RawBuilder<unknown>[] {
  return [
    ...anyForms.map(nowView),
    sql`
      create view covered_register as
      select i.window_id as close_id, i.unit_id
      from in_force i
      where i.form = 'returnee-register'`,
  ]
}

function nowView(form: Form): RawBuilder<unknown> {
  const table = tableOf(form)
  const person = form.identifiers
    ? `coalesce(p.person, 'row:' || f.submission_id || '/' || f."row")`
    : 'cast(null as text)'
  const link = form.identifiers
    ? `left join row_person p on p.submission_id = f.submission_id and p."row" = f."row"`
    : ''
  return sql.raw(
    `create view "${table.replace(/^form_/, 'now_')}" as
     select f.*, i.reporter_id, i.window_id, ${person} as person
     from in_force i join "${table}" f on f.submission_id = i.submission_id ${link}
     where i.form = '${form.id}'`,
  )
}

import { type RawBuilder, sql } from 'kysely'

/** The form, and who sent it where several bodies share the province as their place: `tally`, `funding/agency:so-y-te`. */
export function bodyOf(alias: string): RawBuilder<string> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`${column('form')} || case when ${column('reporter_id')} like 'agency:%' or ${column('reporter_id')} like 'facility:%'
    then '/' || ${column('reporter_id')} else '' end`
}

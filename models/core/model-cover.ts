import { type RawBuilder, sql } from 'kysely'

/** The communes that each support model covers, each once: its own, and those that a model of several communes names beside it. */
export function coverModels(): readonly RawBuilder<unknown>[] {
  return [
    sql`
      insert into model_cover
      select submission_id, "row", unit_id from now_support_model
      union
      select submission_id, "row", unnest(string_split(covers, '; '))
      from now_support_model
      where scope = 'lien_xa' and covers is not null`,
  ]
}

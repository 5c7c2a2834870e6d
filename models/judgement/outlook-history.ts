import type { Kysely } from 'kysely'
import type { Database } from '../database.ts'

/** The province's values, without breakdowns, of definitions in windows: what an outlook looks back on. A province may have borne several ids. */
export function provinceHistory(
  db: Kysely<Database>,
  definitionIds: readonly string[],
  windowIds: readonly string[],
) {
  return db
    .selectFrom('value as v')
    .innerJoin('unit as u', 'u.unit_id', 'v.unit_id')
    .where('u.level', '=', 'province')
    .where('v.definition_id', 'in', [...definitionIds])
    .where('v.window_id', 'in', [...windowIds])
    .where('v.map', '=', 'then')
    .where('v.breakdown', '=', '')
    .selectAll('v')
}

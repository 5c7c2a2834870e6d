import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'

/**
 * The province of former times that a committee means by the former unit of a row: the one that the words name (`… tỉnh Thái Bình`), else
 * the one in which everything lay out of which its own unit was made.
 *
 * Null where that lay in several provinces and the words name none of them, and where they name a province in which nothing of it lay.
 */
export function oldProvinces(db: Kysely<Database>) {
  return db
    .selectFrom('now_tally as t')
    .innerJoin('former_province as p', 'p.unit_id', 't.unit_id')
    .where('t.old_unit', 'is not', null)
    .select([
      't.unit_id',
      sql<string>`t.old_unit`.as('old_unit'),
      sql<string | null>`coalesce(
        any_value(p.name) filter (regexp_matches(lower(trim(t.old_unit)), '(^|tỉnh |,\\s*)' || lower(p.name) || '$')),
        case when count(distinct p.name) = 1 and not regexp_matches(lower(t.old_unit), '(^|,\\s*)tỉnh ') then any_value(p.name) end
      )`.as('province'),
    ])
    .groupBy(['t.unit_id', 't.old_unit'])
}

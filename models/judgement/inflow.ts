import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'

/**
 * By definition and unit: the most that one month of the year so far has added to the denominator.
 *
 * `windowIds` are the plan's year to date, month by month. A unit that has only one month says nothing and is absent.
 */
export function highestInflow(
  db: Kysely<Database>,
  definitionIds: readonly string[],
  windowIds: readonly string[],
) {
  const monthly = db
    .selectFrom('value as v')
    .innerJoin('win as w', 'w.window_id', 'v.window_id')
    .where('v.definition_id', 'in', [...definitionIds])
    .where('v.map', '=', 'then')
    .where('v.breakdown', '=', '')
    .where('v.window_id', 'in', [...windowIds])
    .select([
      'v.definition_id',
      'v.unit_id',
      sql<
        number | null
      >`v.denominator - lag(v.denominator) over (partition by v.definition_id, v.unit_id order by w.to_date)`.as(
        'added',
      ),
    ])
  return db
    .selectFrom(monthly.as('m'))
    .where('m.added', 'is not', null)
    .select(['m.definition_id', 'm.unit_id', sql<number>`greatest(max(m.added), 0)`.as('most')])
    .groupBy(['m.definition_id', 'm.unit_id'])
}

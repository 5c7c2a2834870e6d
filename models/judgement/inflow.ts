import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'

/**
 * By unit: the most that one month of the year so far has added to a definition's denominator.
 *
 * `windowIds` are the plan's year to date, month by month. A unit that has only one month says nothing and is absent.
 */
export function highestInflow(
  db: Kysely<Database>,
  definitionId: string,
  windowIds: readonly string[],
) {
  const monthly = db
    .selectFrom('value as v')
    .innerJoin('win as w', 'w.window_id', 'v.window_id')
    .where('v.definition_id', '=', definitionId)
    .where('v.map', '=', 'then')
    .where('v.breakdown', '=', '')
    .where('v.window_id', 'in', [...windowIds])
    .select([
      'v.unit_id',
      sql<
        number | null
      >`v.denominator - lag(v.denominator) over (partition by v.unit_id order by w.to_date)`.as(
        'added',
      ),
    ])
  return db
    .selectFrom(monthly.as('m'))
    .where('m.added', 'is not', null)
    .select(['m.unit_id', sql<number>`greatest(max(m.added), 0)`.as('most')])
    .groupBy('m.unit_id')
}

import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'

/**
 * By definition and unit: the most that one month of the year so far has added to the denominator.
 *
 * `windowIds` are the plan's year to date, month by month. A unit that has only one month says nothing and is absent. A province is one
 * under all the ids that it had in them.
 */
export function highestInflow(
  db: Kysely<Database>,
  definitionIds: readonly string[],
  windowIds: readonly string[],
) {
  const monthly = db
    .selectFrom('value as v')
    .innerJoin('win as w', 'w.window_id', 'v.window_id')
    .innerJoin('unit as u', 'u.unit_id', 'v.unit_id')
    .where('v.definition_id', 'in', [...definitionIds])
    .where('v.map', '=', 'then')
    .where('v.breakdown', '=', '')
    .where('v.window_id', 'in', [...windowIds])
    .select([
      'v.definition_id',
      'v.unit_id',
      PLACE.as('place'),
      sql<
        number | null
      >`v.denominator - lag(v.denominator) over (partition by v.definition_id, ${PLACE} order by w.to_date)`.as(
        'added',
      ),
    ])
  const most = db
    .selectFrom(monthly.as('m'))
    .select([
      'm.definition_id',
      'm.unit_id',
      sql<number>`max(m.added) over (partition by m.definition_id, m.place)`.as('most'),
    ])
  return db
    .selectFrom(most.as('m'))
    .where('m.most', 'is not', null)
    .select(['m.definition_id', 'm.unit_id', sql<number>`greatest(m.most, 0)`.as('most')])
    .distinct()
}

const PLACE = sql<string>`case when u.level = 'province' then u.code else v.unit_id end`

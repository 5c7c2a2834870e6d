import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * The reports that are expected of windows that have closed, counted by form, standing of who owes them, window and day of arrival.
 *
 * The day is that of the first version that counts; null while none has come. It may lie after the business date: a paper may bear a
 * later day than the file that came with it.
 */
export function arrivalCounts(db: Kysely<Database>) {
  return db
    .selectFrom('obligation as o')
    .innerJoin('win as w', 'w.window_id', 'o.window_id')
    .innerJoin('reporter as r', (join) =>
      join.onRef('r.reporter_id', '=', 'o.reporter_id').onRef('r.unit_id', '=', 'o.unit_id'),
    )
    .leftJoin('first_arrival as a', (join) =>
      join
        .onRef('a.form', '=', 'o.form')
        .onRef('a.reporter_id', '=', 'o.reporter_id')
        .onRef('a.window_id', '=', 'o.window_id'),
    )
    .groupBy(['o.form', 'r.standing', 'o.window_id', 'w.to_date', 'a.arrived_on'])
    .select(['o.form', 'r.standing', 'o.window_id', 'w.to_date', 'a.arrived_on'])
    .select(sql<number>`count(*)`.as('reports'))
    .orderBy('o.form')
    .orderBy('r.standing')
    .orderBy('w.to_date')
    .orderBy('o.window_id')
    .orderBy('a.arrived_on')
}

import type { Kysely } from 'kysely'
import type { Database } from './database.ts'

/** Every report that is expected, with the day on which the first that counts arrived; null while none has. */
export function expectedReports(db: Kysely<Database>) {
  return db
    .selectFrom('obligation as o')
    .leftJoin('first_arrival as a', (join) =>
      join
        .onRef('a.form', '=', 'o.form')
        .onRef('a.reporter_id', '=', 'o.reporter_id')
        .onRef('a.window_id', '=', 'o.window_id'),
    )
    .selectAll('o')
    .select('a.arrived_on')
    .orderBy('o.due_before')
    .orderBy('o.reporter_id')
    .orderBy('o.window_id')
    .orderBy('o.form')
}

import type { Kysely } from 'kysely'
import type { Database } from '../database.ts'
import { served } from './served.ts'

/** The exemplars that tell of a window, of all that committees sent. */
export function sentExemplars(db: Kysely<Database>) {
  return served(db, 'exemplar', 'close').innerJoin(
    'now_exemplar as x',
    'x.window_id',
    's.source_window_id',
  )
}

/**
 * How many exemplars stand in a unit at the window's end: of any kind and recognised in the plan's year, and persons ("cá nhân điển
 * hình": who came back and who helps) recognised at any time.
 *
 * One that was withdrawn after the window's end still stood in it.
 */
export function standingExemplars(db: Kysely<Database>) {
  return sentExemplars(db)
    .whereRef('x.recognised_on', '<', 'w.to_date')
    .where((eb) =>
      eb.or([eb('x.withdrawn_on', 'is', null), eb('x.withdrawn_on', '>=', eb.ref('w.to_date'))]),
    )
    .select((eb) => [
      'w.window_id',
      'x.unit_id',
      eb.fn.countAll<number>().filterWhere('x.recognised_on', '>=', eb.ref('w.year_from')).as('n'),
      eb.fn
        .countAll<number>()
        .filterWhere('x.kind', 'in', ['hoan_luong', 'nguoi_giup_do'])
        .as('individuals'),
    ])
    .groupBy(['w.window_id', 'x.unit_id'])
}

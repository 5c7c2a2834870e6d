import type { Kysely } from 'kysely'
import type { Database } from '../database.ts'
import { served } from './served.ts'

/** The support models that tell of a window, of all that committees sent; a model of several communes stands once for each of them. */
export function sentModels(db: Kysely<Database>) {
  return served(db, 'support-model', 'close')
    .innerJoin('now_support_model as m', 'm.window_id', 's.source_window_id')
    .innerJoin('model_cover as c', (join) =>
      join.onRef('c.submission_id', '=', 'm.submission_id').onRef('c.row', '=', 'm.row'),
    )
}

/**
 * How many models work in a unit on the window's last day, and how many of those were rated outstanding ("tiêu biểu").
 *
 * One that was paused or dissolved after the window's end still worked in it.
 */
export function workingModels(db: Kysely<Database>) {
  return sentModels(db)
    .whereRef('m.founded_on', '<', 'w.to_date')
    .where((eb) =>
      eb.or([eb('m.status', '=', 'hoat_dong'), eb('m.status_on', '>=', eb.ref('w.to_date'))]),
    )
    .select((eb) => [
      'w.window_id',
      'c.unit_id',
      eb.fn.countAll<number>().as('n'),
      eb.fn.countAll<number>().filterWhere('m.rating', '=', 'tieu_bieu').as('outstanding'),
    ])
    .groupBy(['w.window_id', 'c.unit_id'])
}

import { sql } from 'kysely'
import type { Population } from './population.ts'

/** Inmates released in each month of the window and how many of them were prepared in full; a flow, so that nobody stands in two months. */
export const preRelease: Population = {
  id: 'pre_release',
  subject: 'reporter',
  breakdowns: [],
  rows: (db) =>
    db
      .selectFrom('win as w')
      .innerJoin('source_window as s', (join) =>
        join
          .onRef('s.window_id', '=', 'w.window_id')
          .on('s.every', '=', 'month')
          .on('s.mode', '=', 'each'),
      )
      .innerJoin('now_pre_release as f', 'f.window_id', 's.source_window_id')
      .select([
        'w.window_id',
        'w.from_date',
        'w.to_date',
        'f.unit_id',
        subject,
        'f.released',
        'f.all_four as prepared',
      ]),
  lineage: (db) =>
    db
      .selectFrom('source_window as s')
      .innerJoin('now_pre_release as f', 'f.window_id', 's.source_window_id')
      .where('s.every', '=', 'month')
      .where('s.mode', '=', 'each')
      .select(['s.window_id', subject, 'f.submission_id', 'f.row']),
}

/** Each row of each month stands for itself: a facility's months are added up, not merged. */
const subject = sql<string>`f.reporter_id || ' ' || f.window_id || ' ' || f."row"`.as('subject')

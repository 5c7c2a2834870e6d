import { sql } from 'kysely'
import type { Population } from './population.ts'
import { served } from './served.ts'

/** Inmates released in each month of the window and how many of them were prepared in full; a flow, so that nobody stands in two months. */
export const preRelease: Population = {
  id: 'pre_release',
  words: 'Phạm nhân ra trại trong kỳ theo báo cáo từng tháng của cơ sở giam giữ, tính cho tỉnh',
  subject: 'reporter',
  breakdowns: [],
  rows: (db) =>
    served(db, 'pre-release', 'each')
      .innerJoin('now_pre_release as f', 'f.window_id', 's.source_window_id')
      .leftJoin('heir as h', (join) =>
        join.onRef('h.close_id', '=', 'w.close_id').onRef('h.unit_id', '=', 'f.unit_id'),
      )
      .select([
        'w.window_id',
        'w.from_date',
        'w.to_date',
        sql<string>`coalesce(h.heir_unit, f.unit_id)`.as('unit_id'),
        subject,
        'f.released',
        'f.all_four as prepared',
      ]),
  lineage: (db) =>
    served(db, 'pre-release', 'each')
      .innerJoin('now_pre_release as f', 'f.window_id', 's.source_window_id')
      .select(['w.window_id', subject, 'f.submission_id', 'f.row']),
}

/** Each row of each month stands for itself: a facility's months are added up, not merged. */
const subject = sql<string>`f.reporter_id || ' ' || f.window_id || ' ' || f."row"`.as('subject')

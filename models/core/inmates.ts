import type { Kysely } from 'kysely'
import type { ReporterId } from '#sources/vocabulary/reporter.ts'
import type { Database } from '../database.ts'
import type { Population } from './population.ts'
import { served } from './served.ts'

/** Inmates of the province's places of detention at the window's close, and what was done for them: a stock, of the closing month alone. */
export const inmates: Population = inmatesOf(
  'inmates',
  'Phạm nhân có mặt cuối kỳ theo báo cáo tháng cuối kỳ của cơ sở giam giữ, tính cho tỉnh',
  null,
)

/** Those of the province's own detention camp ("Trại tạm giam Công an tỉnh") alone. */
export const inmatesOfCamp: Population = inmatesOf(
  'inmates_of_camp',
  'Phạm nhân có mặt cuối kỳ tại trại tạm giam Công an tỉnh, tính cho tỉnh',
  'facility:trai-tam-giam',
)

function inmatesOf(id: string, words: string, reporter: ReporterId | null): Population {
  const rows = (db: Kysely<Database>) =>
    served(db, 'pre-release', 'close')
      .innerJoin('now_pre_release as f', 'f.window_id', 's.source_window_id')
      .$if(reporter !== null, (query) => query.where('f.reporter_id', '=', reporter))
  return {
    id,
    words,
    subject: 'reporter',
    breakdowns: [],
    rows: (db) =>
      rows(db)
        .select((eb) => [
          'w.window_id',
          'w.from_date',
          'w.to_date',
          'f.unit_id',
          'f.reporter_id as subject',
          eb.fn.sum<number>('f.inmates_end').as('inmates'),
          eb.fn.sum<number>('f.all_three_end').as('all_three'),
          eb.fn.sum<number>('f.working_age_end').as('working_age'),
          eb.fn.sum<number>('f.working_age_trained').as('working_age_trained'),
        ])
        .groupBy(['w.window_id', 'w.from_date', 'w.to_date', 'f.unit_id', 'f.reporter_id']),
    lineage: (db) =>
      rows(db).select(['w.window_id', 'f.reporter_id as subject', 'f.submission_id', 'f.row']),
  }
}

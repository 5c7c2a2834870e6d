import type { Kysely } from 'kysely'
import type { Database } from '../database.ts'
import type { Population } from './population.ts'
import { served } from './served.ts'

/**
 * What borrowers of each commune owe the bank at the window's close, in thousands of đồng.
 *
 * The bank tells of the whole province in one report: every row is owned by the province, since one borrower in a commune would be that
 * person's debt.
 */
export const loans: Population = {
  id: 'loans',
  words:
    'Khoản vay của người chấp hành xong án phạt tù và cơ sở sản xuất, kinh doanh theo báo cáo của Ngân hàng Chính sách xã hội tháng cuối kỳ, tính cho tỉnh',
  subject: 'unit',
  breakdowns: [],
  rows: (db) =>
    told(db)
      .innerJoin('submission as b', 'b.submission_id', 'c.submission_id')
      .select((eb) => [
        'w.window_id',
        'w.from_date',
        'w.to_date',
        eb.ref('b.unit_id').$notNull().as('unit_id'),
        'c.unit_id as subject',
        'c.borrowers',
        'c.outstanding as owed',
        'c.overdue',
      ]),
  lineage: (db) =>
    told(db).select(['w.window_id', 'c.unit_id as subject', 'c.submission_id', 'c.row']),
}

function told(db: Kysely<Database>) {
  return served(db, 'credit', 'close').innerJoin(
    'now_credit as c',
    'c.window_id',
    's.source_window_id',
  )
}

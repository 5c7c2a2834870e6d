import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Population } from './population.ts'
import { served } from './served.ts'

/**
 * The money of each body for reintegration since the start of the year, a row for each source, in thousands of đồng: what budgets spent, and
 * what society gave (to the commune's fund, or otherwise).
 *
 * What the fund spends was given before: of the two sources of society only what came in counts, so that no đồng counts twice.
 */
export const means: Population = {
  id: 'means',
  words: 'Kinh phí theo nguồn, lũy kế từ đầu năm, của từng đơn vị báo cáo',
  subject: 'reporter',
  breakdowns: [],
  rows: (db) =>
    told(db).select([
      'w.window_id',
      'w.from_date',
      'w.to_date',
      'f.unit_id',
      SUBJECT,
      sql<number>`case when ${GIVEN} then coalesce(f.received, 0) else f.spent end`.as('means'),
      sql<number>`case when ${GIVEN} then coalesce(f.received, 0) else 0 end`.as('raised'),
    ]),
  lineage: (db) => told(db).select(['w.window_id', SUBJECT, 'f.submission_id', 'f.row']),
}

const GIVEN = sql`f.source in ('quy_xa', 'xa_hoi_hoa')`

const SUBJECT = sql<string>`f.reporter_id || ' ' || f.source`.as('subject')

function told(db: Kysely<Database>) {
  return served(db, 'funding', 'close').innerJoin(
    'now_funding as f',
    'f.window_id',
    's.source_window_id',
  )
}

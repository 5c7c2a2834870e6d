import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Population } from './population.ts'
import { served } from './served.ts'

/** Who serves a sentence in the community at the window's close, by commune and category; each person once, under the main one. */
export const sentenced: Population = {
  id: 'sentenced',
  words:
    'Người chấp hành án hình sự tại cộng đồng cuối kỳ, mỗi người một lần theo diện chính; tính cho xã, phường quản lý',
  subject: 'unit',
  breakdowns: [],
  rows: (db) =>
    told(db).select([
      'w.window_id',
      'w.from_date',
      'w.to_date',
      'c.unit_id',
      SUBJECT,
      'c.closing as sentenced',
      'c.supervised',
    ]),
  lineage: (db) => told(db).select(['w.window_id', SUBJECT, 'c.submission_id', 'c.row']),
}

const SUBJECT = sql<string>`c.unit_id || ' ' || c.category`.as('subject')

function told(db: Kysely<Database>) {
  return served(db, 'community-sentence', 'close').innerJoin(
    'now_community_sentence as c',
    'c.window_id',
    's.source_window_id',
  )
}

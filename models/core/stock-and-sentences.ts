import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'
import { personLineage, personsAtClose } from './persons.ts'
import type { Population } from './population.ts'
import { served } from './served.ts'

/**
 * Everyone under management on the window's last day, and everyone who serves a sentence in the community at its close: two populations
 * that add up without counting anyone twice.
 *
 * A person of the register is one row. A category of community sentences (Biểu 09) is one row that stands for those of it who are not
 * on the register as well ("đồng thời ở Biểu 01"). Files that both tell of are taken to be digitised as far as the digitised ones
 * reach, so that none is digitised twice. Its release basis is the category, so that conditional releasees are known in both.
 */
export const stockAndSentences: Population = {
  id: 'stock_and_sentences',
  words:
    'Người đang được quản lý vào ngày cuối kỳ và người đang chấp hành án hình sự tại cộng đồng, mỗi người một lần; tính cho xã, phường đang quản lý',
  subject: 'person',
  breakdowns: [],
  rows: (db) => persons(db).unionAll(sentences(db)),
  lineage: (db) =>
    personLineage(db).unionAll(
      sent(db).select(['w.window_id', SUBJECT, 'c.submission_id', 'c.row']),
    ),
}

function persons(db: Kysely<Database>) {
  return db
    .selectFrom(personsAtClose(db).select(['p.managed_to', 'p.managed_unit']).as('p'))
    .whereRef('p.managed_to', '=', 'p.to_date')
    .select([
      'p.window_id',
      'p.from_date',
      'p.to_date',
      'p.managed_unit as unit_id',
      'p.subject',
      'p.release_basis',
      'p.certificate_on',
      sql<number>`p.job_need::bigint`.as('seeking'),
      sql<number>`(p.job_need and coalesce(p.job_info_on < p.to_date, false))::bigint`.as(
        'informed',
      ),
      sql<number>`cast(1 as bigint)`.as('files'),
      sql<number>`p.digitised::bigint`.as('files_digitised'),
    ])
}

function sentences(db: Kysely<Database>) {
  return sent(db).select([
    'w.window_id',
    'w.from_date',
    'w.to_date',
    'c.unit_id',
    SUBJECT,
    'c.category as release_basis',
    sql<null>`cast(null as date)`.as('certificate_on'),
    sql<number>`greatest(c.job_need - c.job_need_also, 0)`.as('seeking'),
    sql<number>`least(greatest(c.job_reached - c.job_reached_also, 0), greatest(c.job_need - c.job_need_also, 0))`.as(
      'informed',
    ),
    sql<number>`greatest(c.files - coalesce(c.files_also, 0), 0)`.as('files'),
    sql<number>`greatest(c.files_digitised - coalesce(c.files_also, 0), 0)`.as('files_digitised'),
  ])
}

const SUBJECT = sql<string>`c.unit_id || ' ' || c.category`.as('subject')

function sent(db: Kysely<Database>) {
  return served(db, 'community-sentence', 'close').innerJoin(
    'now_community_sentence as c',
    'c.window_id',
    's.source_window_id',
  )
}

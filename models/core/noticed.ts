import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Population } from './population.ts'

/**
 * Everyone whose release within the window a facility announced towards a commune: the independent denominator of reception.
 *
 * A person announced twice counts once, by the later notice, or by the later list where both quote one notice. One of whom that says
 * that he lives in another province did not come back to this one. Who had left the register by the release was received after an
 * earlier one. Source: form release-notice; Thông tư 10/2024/TT-BCA, Điều 8.
 */
export const noticed: Population = {
  id: 'noticed',
  words:
    'Người mà cơ sở giam giữ thông báo ra trại trong kỳ về địa bàn tỉnh; mỗi người một lần theo thông báo sau cùng, tính cho xã, phường nêu trong thông báo',
  subject: 'person',
  breakdowns: ['release_basis'],
  rows: (db) =>
    db
      .selectFrom(notices(db).as('n'))
      .leftJoin('person_close as p', (join) =>
        join.onRef('p.close_id', '=', 'n.close_id').onRef('p.person', '=', 'n.subject'),
      )
      .where('n.nth', '=', 1)
      .where(sql<SqlBool>`n.outcome is distinct from 'ngoai_tinh'`)
      .select([
        'n.window_id',
        'n.from_date',
        'n.to_date',
        'n.subject',
        'n.unit_id',
        'n.release_basis',
        'p.certificate_on',
        // In the join's condition, DuckDB would compare every notice with every person.
        sql<
          string | null
        >`case when (p.managed_to > n.release_date) is not false then p.received_on end`.as(
          'received_on',
        ),
      ]),
  lineage: (db) =>
    db
      .selectFrom('win as w')
      .innerJoin('now_release_notice as n', (join) =>
        join.onRef('n.release_date', '>=', 'w.from_date').onRef('n.release_date', '<', 'w.to_date'),
      )
      .select(['w.window_id', 'n.person as subject', 'n.submission_id', 'n.row'])
      .unionAll(
        db
          .selectFrom('win as w')
          .innerJoin('person_row as r', 'r.close_id', 'w.close_id')
          .select(['w.window_id', 'r.person as subject', 'r.submission_id', 'r.row']),
      ),
}

/** What was said of a person's releases within a window, the last word first. */
function notices(db: Kysely<Database>) {
  return db
    .selectFrom('win as w')
    .innerJoin('now_release_notice as n', (join) =>
      join.onRef('n.release_date', '>=', 'w.from_date').onRef('n.release_date', '<', 'w.to_date'),
    )
    .leftJoin('heir as h', (join) =>
      join.onRef('h.close_id', '=', 'w.close_id').onRef('h.unit_id', '=', 'n.unit_id'),
    )
    .select([
      'w.window_id',
      'w.close_id',
      'w.from_date',
      'w.to_date',
      'n.person as subject',
      sql<string>`coalesce(h.heir_unit, n.unit_id)`.as('unit_id'),
      'n.release_basis',
      'n.release_date',
      'n.outcome',
      sql<number>`row_number() over (
        partition by w.window_id, n.person order by n.notice_date desc, n.window_id desc, n.submission_id, n."row"
      )`.as('nth'),
    ])
}

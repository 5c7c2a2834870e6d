import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Population } from './population.ts'

/**
 * Every report that the collection schedule or a clause of the plan expects in the window: one row per form, reporter and its window.
 *
 * It came if a submission is in force; it came on time if one that counts arrived before the due day. Bodies that the plan only
 * asks ("Đề nghị") are never late: they stand outside.
 */
export const expectedReports: Population = {
  id: 'expected_reports',
  words:
    'Báo cáo phải gửi trong kỳ: mỗi biểu của mỗi đơn vị phải báo cáo ở mỗi kỳ gửi một lần; đơn vị chỉ được đề nghị thì không tính',
  subject: 'reporter',
  breakdowns: [],
  rows: (db) =>
    db
      .selectFrom('win as w')
      .innerJoin('source_window as s', (join) =>
        join.onRef('s.window_id', '=', 'w.window_id').on('s.mode', '=', 'each'),
      )
      .innerJoin(reports(db).as('o'), (join) =>
        join.onRef('o.window_id', '=', 's.source_window_id').onRef('o.form', '=', 's.form'),
      )
      .leftJoin('heir as h', (join) =>
        join.onRef('h.close_id', '=', 'w.close_id').onRef('h.unit_id', '=', 'o.unit_id'),
      )
      .select([
        'w.window_id',
        'w.from_date',
        'w.to_date',
        sql<string>`coalesce(h.heir_unit, o.unit_id)`.as('unit_id'),
        sql<string>`o.form || ' ' || o.reporter || ' ' || o.window_id`.as('subject'),
        'o.form',
        'o.reporter',
        'o.schedule',
        'o.received',
        'o.on_time',
      ]),
  lineage: (db) =>
    db
      .selectFrom('source_window as s')
      .innerJoin('in_force as i', (join) =>
        join.onRef('i.window_id', '=', 's.source_window_id').onRef('i.form', '=', 's.form'),
      )
      .where('s.mode', '=', 'each')
      .select([
        's.window_id',
        sql<string>`i.form || ' ' || i.reporter_id || ' ' || i.window_id`.as('subject'),
        'i.submission_id',
        sql<number>`null`.as('row'),
      ]),
}

/** Each report once, whether it came and when, before it is counted in every window that holds its own. */
function reports(db: Kysely<Database>) {
  return db
    .selectFrom('obligation as o')
    .innerJoin('reporter as r', (join) =>
      join
        .onRef('r.reporter_id', '=', 'o.reporter_id')
        .onRef('r.unit_id', '=', 'o.unit_id')
        .on('r.standing', '=', 'obliged'),
    )
    .leftJoin('first_arrival as a', (join) =>
      join
        .onRef('a.form', '=', 'o.form')
        .onRef('a.reporter_id', '=', 'o.reporter_id')
        .onRef('a.window_id', '=', 'o.window_id'),
    )
    .select((eb) => [
      'o.form',
      'o.reporter_id as reporter',
      'o.window_id',
      'o.basis as schedule',
      'r.unit_id',
      eb('a.arrived_on', 'is not', null).as('received'),
      sql<boolean>`coalesce(a.arrived_on < o.due_before, false)`.as('on_time'),
    ])
}

import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Population } from './population.ts'

/**
 * Every body that the plan obliges to issue a plan of its own, once the plan itself is there, and whether it did by the window's end.
 *
 * It did if a list of documents (Biểu 16) of that window or an earlier one holds a "kế hoạch" that names this plan and was sent before the
 * end. Where the text has no number, none can be named, and every "kế hoạch" on the list is one.
 */
export const issuers: Population = {
  id: 'issuers',
  words: 'Đơn vị mà kế hoạch giao phải ban hành kế hoạch triển khai, mỗi đơn vị một lần',
  subject: 'reporter',
  breakdowns: [],
  rows: (db) =>
    db
      .selectFrom('win as w')
      .innerJoin('issuer as i', (join) => join.onRef('i.asked_on', '<', 'w.to_date'))
      .innerJoin('reporter as r', (join) =>
        join
          .onRef('r.reporter_id', '=', 'i.reporter_id')
          .onRef('r.unit_id', '=', 'i.unit_id')
          .on('r.standing', '=', 'obliged')
          .onRef('r.valid_from', '<', 'w.to_date')
          .on((on) =>
            on.or([on('r.valid_to', 'is', null), on('r.valid_to', '>=', on.ref('w.to_date'))]),
          ),
      )
      .leftJoin(
        documents(db).select(['w.window_id', 'd.reporter_id', 'd.unit_id']).distinct().as('d'),
        (join) =>
          join
            .onRef('d.window_id', '=', 'w.window_id')
            .onRef('d.reporter_id', '=', 'i.reporter_id')
            .onRef('d.unit_id', '=', 'i.unit_id'),
      )
      .select((eb) => [
        'w.window_id',
        'w.from_date',
        'w.to_date',
        'i.unit_id',
        'i.reporter_id as subject',
        'i.reporter_id as reporter',
        eb('d.window_id', 'is not', null).as('issued'),
      ]),
  lineage: (db) =>
    documents(db).select(['w.window_id', 'd.reporter_id as subject', 'd.submission_id', 'd.row']),
}

/** By window, the plans that bodies had sent by its end and that name this one. */
function documents(db: Kysely<Database>) {
  return db
    .selectFrom('win as w')
    .innerJoin('now_issued_document as d', (join) => join.onRef('d.sent_on', '<', 'w.to_date'))
    .innerJoin('win as s', (join) =>
      join.onRef('s.window_id', '=', 'd.window_id').onRef('s.to_date', '<=', 'w.to_date'),
    )
    .innerJoin('issuer as i', (join) =>
      join.onRef('i.reporter_id', '=', 'd.reporter_id').onRef('i.unit_id', '=', 'd.unit_id'),
    )
    .where('d.kind', '=', 'ke_hoach')
    .where(NAMED)
}

/** `Kế hoạch số 195/KH - UBND ngày 29/5/2026` names 195/KH-UBND, and neither 1195/KH-UBND nor 195/KH-UBNDT. */
const NAMED = sql<SqlBool>`(i.plan_no is null or regexp_matches(
  regexp_replace(upper(d.plan_ref), '\\s*([-/])\\s*', '\\1', 'g'),
  '(^|[^0-9])' || regexp_escape(upper(i.plan_no)) || '($|[^\\pL\\pN])'
))`

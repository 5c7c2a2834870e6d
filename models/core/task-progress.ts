import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'

/**
 * What each reporter last said of its tasks (Biểu 12) in a window or before it: the rows of its newest report in force that closes no
 * later than the window, one per row; its submission and sheet row come with it.
 *
 * How far a task has come is a state and no flow: where the newest report is silent, an older one still tells.
 */
export function taskProgressOf(db: Kysely<Database>, windowId: string) {
  return db
    .selectFrom(newestReports(db, windowId).as('n'))
    .innerJoin('now_task_progress as t', 't.submission_id', 'n.submission_id')
    .where('n.place', '=', 1)
    .select([
      't.reporter_id',
      't.window_id',
      't.clause',
      't.task',
      't.status',
      't.done_on',
      't.document_no',
      't.quantity',
      't.measure',
      't.submission_id',
      't.row',
    ])
    .orderBy('t.reporter_id')
    .orderBy('t.row')
}

/** Reports of progress up to a window, of each reporter the newest first. */
function newestReports(db: Kysely<Database>, windowId: string) {
  const closing = db.selectFrom('win').select('to_date').where('window_id', '=', windowId)
  return db
    .selectFrom('in_force as i')
    .innerJoin('win as w', 'w.window_id', 'i.window_id')
    .where('i.form', '=', 'task-progress')
    .where('w.to_date', '<=', closing)
    .select([
      'i.submission_id',
      sql<number>`row_number() over (
        partition by i.reporter_id order by w.to_date desc, w.from_date, w.window_id)`.as('place'),
    ])
}

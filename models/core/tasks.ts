import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Population } from './population.ts'
import { served } from './served.ts'

/** Every task of the plan as each body tells of it at the window's close; the same task stands once for each body that has it. */
export const tasks: Population = {
  id: 'tasks',
  words:
    'Nhiệm vụ của kế hoạch theo báo cáo cuối kỳ của từng đơn vị; nhiệm vụ chung tính ở từng đơn vị',
  subject: 'reporter',
  breakdowns: [],
  rows: (db) =>
    told(db).select(['w.window_id', 'w.from_date', 'w.to_date', 't.unit_id', SUBJECT, 't.status']),
  lineage: (db) => told(db).select(['w.window_id', SUBJECT, 't.submission_id', 't.row']),
}

const SUBJECT = sql<string>`t.reporter_id || ' ' || t."row"`.as('subject')

function told(db: Kysely<Database>) {
  return served(db, 'task-progress', 'close').innerJoin(
    'now_task_progress as t',
    't.window_id',
    's.source_window_id',
  )
}

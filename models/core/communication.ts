import { sql } from 'kysely'
import type { Population } from './population.ts'
import { served } from './served.ts'

/** Every reporter's people reached since the start of the year, at windows that close with a quarter; agencies belong to the province. */
export const communication: Population = {
  id: 'communication',
  subject: 'reporter',
  breakdowns: [],
  rows: (db) =>
    served(db, 'communication', 'close')
      .innerJoin('now_communication as c', 'c.window_id', 's.source_window_id')
      .select([
        'w.window_id',
        'w.from_date',
        'w.to_date',
        'c.unit_id',
        'c.reporter_id as subject',
        sql<number>`c.officials_reached + coalesce(c.adults_reached, 0)`.as('reached'),
        sql<number>`c.officials_total + coalesce(c.adults_total, 0)`.as('addressed'),
      ]),
  lineage: (db) =>
    served(db, 'communication', 'close')
      .innerJoin('now_communication as c', 'c.window_id', 's.source_window_id')
      .select(['w.window_id', 'c.reporter_id as subject', 'c.submission_id', 'c.row']),
}

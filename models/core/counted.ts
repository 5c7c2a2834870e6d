import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Database } from '../database.ts'

const STAGES = {
  detected: 'detected_on',
  prosecuted: 'prosecuted_on',
  convicted: 'convicted_on',
} as const

/** The column of `event` whose day makes a case count. */
export type StageColumn = (typeof STAGES)[keyof typeof STAGES]

/** `prosecuted` → `prosecuted_on`; throws a RangeError that lists the known stages. */
export function stageColumn(stage: string): StageColumn {
  const column = STAGES[stage as keyof typeof STAGES]
  if (column === undefined) {
    const known = Object.keys(STAGES).join(', ')
    throw new RangeError(`'${stage}' is no stage of a case; known are ${known}`)
  }
  return column
}

/** One row per window and person with a counted event: the first in a commune whose register is in force, else the first at all. */
export function countedInWindow(db: Kysely<Database>, column: StageColumn) {
  return db
    .selectFrom('win as w')
    .innerJoin('event as e', (join) =>
      join
        .onRef(`e.${column}`, '>=', 'w.from_date')
        .onRef(`e.${column}`, '<', 'w.to_date')
        .on('e.dropped_on', 'is', null),
    )
    .leftJoin('covered_register as c', (join) =>
      join.onRef('c.close_id', '=', 'w.close_id').onRef('c.unit_id', '=', 'e.unit_at'),
    )
    .distinctOn(['w.window_id', 'e.person'])
    .select(['w.window_id', 'e.person', 'c.unit_id'])
    .orderBy('w.window_id')
    .orderBy('e.person')
    .orderBy((eb) => eb('c.unit_id', 'is', null))
    .orderBy(`e.${column}`)
    .orderBy('e.case_ref')
}

/**
 * One row per closing month and person with a counted event from the day of the last return told there to the day before its
 * anniversary, whenever that is; who came back on 29 February is followed to the next 28th.
 */
export function countedWithinYear(db: Kysely<Database>, column: StageColumn) {
  return db
    .selectFrom('person_close as p')
    .innerJoin('event as e', (join) =>
      join
        .onRef('e.person', '=', 'p.person')
        .onRef(`e.${column}`, '>=', 'p.returned_on')
        .on(sql<SqlBool>`${sql.ref(`e.${column}`)} - interval 12 month < p.returned_on`)
        .on('e.dropped_on', 'is', null),
    )
    .select(['p.close_id', 'p.person'])
    .distinct()
}

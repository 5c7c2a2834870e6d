import type { Kysely } from 'kysely'
import type { Database } from '../database.ts'
import { personLineage, personsManaged } from './persons.ts'
import type { Population } from './population.ts'

const STAGES = {
  detected: 'detected_on',
  prosecuted: 'prosecuted_on',
  convicted: 'convicted_on',
} as const

/**
 * Everyone with a stay that overlaps the window, owned by the commune of the last stay day in it.
 *
 * Who has a counted event in the window (its stage's date lies in it, the case was not dropped) is owned by the commune of the
 * event instead, in both parts of the ratio, once however many cases there are. A commune whose register is not in force cannot
 * own anyone; its events stay with the commune of the last stay day, so that the province loses nobody.
 */
export function managed(stage: string): Population {
  const column = STAGES[stage as keyof typeof STAGES]
  if (column === undefined) {
    const known = Object.keys(STAGES).join(', ')
    throw new RangeError(`'${stage}' is no stage of a case; known are ${known}`)
  }
  return {
    id: `managed_${stage}`,
    words:
      'Người được quản lý bất kỳ ngày nào trong kỳ; tính cho xã, phường quản lý sau cùng trong kỳ, riêng người có vụ việc được tính thì cho xã, phường nơi ở khi phạm tội',
    subject: 'person',
    breakdowns: ['sex', 'release_basis'],
    rows: (db) =>
      personsManaged(db)
        .leftJoin(counted(db, column).as('e'), (join) =>
          join.onRef('e.window_id', '=', 'w.window_id').onRef('e.person', '=', 'p.person'),
        )
        .select((eb) => [
          eb.fn.coalesce('e.unit_id', 'p.managed_unit').as('unit_id'),
          eb('e.person', 'is not', null).as('offended'),
        ]),
    lineage: (db) => personLineage(db, { events: true }),
  }
}

/** One row per window and person with a counted event: the first in a commune whose register is in force, else the first at all. */
function counted(db: Kysely<Database>, column: (typeof STAGES)[keyof typeof STAGES]) {
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

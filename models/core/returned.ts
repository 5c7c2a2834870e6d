import type { Kysely } from 'kysely'
import type { Database } from '../database.ts'
import { countedInWindow, countedWithinYear, stageColumn } from './counted.ts'
import { personLineage, personsAtClose } from './persons.ts'
import type { Population } from './population.ts'

/** Everyone newly released ("mới ra trại") who came to live in a commune within the window, owned by that commune. */
export const returned: Population = {
  id: 'returned',
  words: 'Người mới ra trại về cư trú trong kỳ; tính cho xã, phường nơi về',
  subject: 'person',
  breakdowns: ['sex', 'release_basis'],
  rows: (db) =>
    personsReturned(db).select((eb) => eb.ref('p.returned_unit').$notNull().as('unit_id')),
  lineage: (db) => personLineage(db),
}

/** The same, and whether a counted event lies in the window; if so, the commune of the event owns the person, as of those managed. */
export function returnedWithEvents(stage: string): Population {
  const column = stageColumn(stage)
  return {
    ...returned,
    id: `returned_${stage}`,
    words:
      'Người mới ra trại về cư trú trong kỳ; tính cho xã, phường nơi về, riêng người có vụ việc được tính thì cho xã, phường quản lý khi xảy ra',
    rows: (db) =>
      personsReturned(db)
        .leftJoin(countedInWindow(db, column).as('e'), (join) =>
          join.onRef('e.window_id', '=', 'w.window_id').onRef('e.person', '=', 'p.person'),
        )
        .select((eb) => [
          eb.fn.coalesce('e.unit_id', 'p.returned_unit').$notNull().as('unit_id'),
          eb('e.person', 'is not', null).as('offended'),
        ]),
    lineage: (db) => personLineage(db, { events: 'window' }),
  }
}

/**
 * The same as a cohort that is followed for twelve months from each return, also after the window: whether a counted event lies in
 * them, as far as the newest lists know. It stays with the commune to which it came back, wherever the event is.
 */
export function returnedAndFollowed(stage: string): Population {
  const column = stageColumn(stage)
  return {
    ...returned,
    id: `followed_${stage}`,
    words:
      'Người mới ra trại về cư trú trong kỳ, theo dõi 12 tháng kể từ ngày về; tính cho xã, phường nơi về',
    rows: (db) =>
      personsReturned(db)
        .leftJoin(countedWithinYear(db, column).as('e'), (join) =>
          join.onRef('e.close_id', '=', 'w.close_id').onRef('e.person', '=', 'p.person'),
        )
        .select((eb) => [
          eb.ref('p.returned_unit').$notNull().as('unit_id'),
          eb('e.person', 'is not', null).as('offended'),
        ]),
    lineage: (db) => personLineage(db, { events: 'ever' }),
  }
}

function personsReturned(db: Kysely<Database>) {
  return personsAtClose(db)
    .whereRef('p.returned_on', '>=', 'w.from_date')
    .whereRef('p.returned_on', '<', 'w.to_date')
}

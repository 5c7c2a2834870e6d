import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Population } from './population.ts'
import { sentExemplars, standingExemplars } from './sent-exemplars.ts'
import { sentModels, workingModels } from './sent-models.ts'

/** Every commune of the window's last day with its residents on that day, its working models and its exemplars. */
export const communes: Population = unitsOf(
  'commune',
  'Xã, phường của kế hoạch vào ngày cuối kỳ, mỗi xã, phường một lần',
)

/** Every district of the window's last day, with the models and exemplars of its own committee and all residents of its communes. */
export const districts: Population = unitsOf(
  'district',
  'Huyện, thị xã, thành phố của kế hoạch vào ngày cuối kỳ, mỗi đơn vị một lần; mô hình theo báo cáo của UBND cấp huyện',
)

type Level = 'commune' | 'district'
interface Within {
  unit_id: string
  in_unit: string
}

function unitsOf(level: Level, words: string): Population {
  return {
    id: `${level}s`,
    words,
    subject: 'unit',
    level,
    breakdowns: [],
    rows: (db) =>
      db
        .selectFrom('win as w')
        .innerJoin('unit as u', (join) =>
          join
            .on('u.level', '=', level)
            .onRef('u.valid_from', '<', 'w.to_date')
            .on((on) =>
              on.or([on('u.valid_to', 'is', null), on('u.valid_to', '>=', on.ref('w.to_date'))]),
            ),
        )
        .leftJoin(residents(db, level).as('p'), (join) =>
          join.onRef('p.window_id', '=', 'w.window_id').onRef('p.unit_id', '=', 'u.unit_id'),
        )
        .leftJoin(workingModels(db).as('m'), (join) =>
          join.onRef('m.window_id', '=', 'w.window_id').onRef('m.unit_id', '=', 'u.unit_id'),
        )
        .leftJoin(standingExemplars(db).as('x'), (join) =>
          join.onRef('x.window_id', '=', 'w.window_id').onRef('x.unit_id', '=', 'u.unit_id'),
        )
        .select((eb) => [
          'w.window_id',
          'w.from_date',
          'w.to_date',
          'u.unit_id',
          'u.unit_id as subject',
          eb.fn.coalesce('p.n', sql<number>`0`).as('residents'),
          eb.fn.coalesce('m.n', sql<number>`0`).as('models'),
          eb.fn.coalesce('m.outstanding', sql<number>`0`).as('outstanding'),
          eb.fn.coalesce('x.n', sql<number>`0`).as('exemplars'),
          eb.fn.coalesce('x.individuals', sql<number>`0`).as('individuals'),
        ]),
    lineage: (db) =>
      db
        .selectFrom(
          sentModels(db)
            .select(['w.window_id', 'c.unit_id as subject', 'm.submission_id', 'm.row'])
            .unionAll(
              sentExemplars(db).select([
                'w.window_id',
                'x.unit_id as subject',
                'x.submission_id',
                'x.row',
              ]),
            )
            .unionAll(
              living(db, level)
                .innerJoin('person_row as r', (join) =>
                  join.onRef('r.close_id', '=', 'p.close_id').onRef('r.person', '=', 'p.person'),
                )
                .select(['w.window_id', 'i.in_unit as subject', 'r.submission_id', 'r.row']),
            )
            .as('l'),
        )
        .selectAll(),
  }
}

/** Who lives where on a window's last day: in a commune itself, and in the district around it. */
function living(db: Kysely<Database>, level: Level) {
  return db
    .selectFrom('win as w')
    .innerJoin('person_close as p', (join) =>
      join.onRef('p.close_id', '=', 'w.close_id').onRef('p.managed_to', '=', 'w.to_date'),
    )
    .innerJoin(around(level), 'i.unit_id', 'p.managed_unit')
}

/** Each commune within the unit of that level around it, which may be itself. */
function around(level: Level) {
  const within =
    level === 'commune'
      ? sql<Within>`(select unit_id, unit_id as in_unit from unit where level = 'commune')`
      : sql<Within>`(select unit_id, in_unit from inside where level = 'district')`
  return within.as<'i'>('i')
}

function residents(db: Kysely<Database>, level: Level) {
  return living(db, level)
    .select((eb) => ['w.window_id', 'i.in_unit as unit_id', eb.fn.countAll<number>().as('n')])
    .groupBy(['w.window_id', 'i.in_unit'])
}

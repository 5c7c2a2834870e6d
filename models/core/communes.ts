import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Population } from './population.ts'
import { served } from './served.ts'

/** Every commune of the plan with its residents on the window's last day, its working models and its exemplars of the plan year. */
export const communes: Population = {
  id: 'communes',
  subject: 'unit',
  breakdowns: [],
  rows: (db) =>
    db
      .selectFrom('win as w')
      .innerJoin('reporter as r', (join) =>
        join
          .on('r.kind', '=', 'police')
          .onRef('r.valid_from', '<', 'w.to_date')
          .on((on) =>
            on.or([on('r.valid_to', 'is', null), on('r.valid_to', '>=', on.ref('w.to_date'))]),
          ),
      )
      .leftJoin(residents(db).as('p'), (join) =>
        join.onRef('p.window_id', '=', 'w.window_id').onRef('p.unit_id', '=', 'r.unit_id'),
      )
      .leftJoin(models(db).as('m'), (join) =>
        join.onRef('m.window_id', '=', 'w.window_id').onRef('m.unit_id', '=', 'r.unit_id'),
      )
      .leftJoin(exemplars(db).as('x'), (join) =>
        join.onRef('x.window_id', '=', 'w.window_id').onRef('x.unit_id', '=', 'r.unit_id'),
      )
      .select((eb) => [
        'w.window_id',
        'w.from_date',
        'w.to_date',
        'r.unit_id',
        'r.unit_id as subject',
        eb.fn.coalesce('p.n', sql<number>`0`).as('residents'),
        eb.fn.coalesce('m.n', sql<number>`0`).as('models'),
        eb.fn.coalesce('x.n', sql<number>`0`).as('exemplars'),
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
            atClose(db)
              .innerJoin('person_row as r', (join) =>
                join.onRef('r.close_id', '=', 'p.close_id').onRef('r.person', '=', 'p.person'),
              )
              .select(['w.window_id', 'p.managed_unit as subject', 'r.submission_id', 'r.row']),
          )
          .as('l'),
      )
      .selectAll(),
}

function atClose(db: Kysely<Database>) {
  return db
    .selectFrom('win as w')
    .innerJoin('person_close as p', (join) =>
      join.onRef('p.close_id', '=', 'w.close_id').onRef('p.managed_to', '=', 'w.to_date'),
    )
}

function residents(db: Kysely<Database>) {
  return atClose(db)
    .select((eb) => ['w.window_id', 'p.managed_unit as unit_id', eb.fn.countAll<number>().as('n')])
    .groupBy(['w.window_id', 'p.managed_unit'])
}

/** A model of several communes stands once for each of them. */
function sentModels(db: Kysely<Database>) {
  return served(db, 'support-model', 'close')
    .innerJoin('now_support_model as m', 'm.window_id', 's.source_window_id')
    .innerJoin('model_cover as c', (join) =>
      join.onRef('c.submission_id', '=', 'm.submission_id').onRef('c.row', '=', 'm.row'),
    )
}

/** One that was paused or dissolved after the window's end still worked in it. */
function models(db: Kysely<Database>) {
  return sentModels(db)
    .whereRef('m.founded_on', '<', 'w.to_date')
    .where((eb) =>
      eb.or([eb('m.status', '=', 'hoat_dong'), eb('m.status_on', '>=', eb.ref('w.to_date'))]),
    )
    .select((eb) => ['w.window_id', 'c.unit_id', eb.fn.countAll<number>().as('n')])
    .groupBy(['w.window_id', 'c.unit_id'])
}

function sentExemplars(db: Kysely<Database>) {
  return served(db, 'exemplar', 'close').innerJoin(
    'now_exemplar as x',
    'x.window_id',
    's.source_window_id',
  )
}

function exemplars(db: Kysely<Database>) {
  return sentExemplars(db)
    .whereRef('x.recognised_on', '>=', 'w.year_from')
    .whereRef('x.recognised_on', '<', 'w.to_date')
    .where((eb) =>
      eb.or([eb('x.withdrawn_on', 'is', null), eb('x.withdrawn_on', '>=', eb.ref('w.to_date'))]),
    )
    .select((eb) => ['w.window_id', 'x.unit_id', eb.fn.countAll<number>().as('n')])
    .groupBy(['w.window_id', 'x.unit_id'])
}

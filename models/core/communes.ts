import { sql } from 'kysely'
import type { Population } from './population.ts'

/**
 * Every commune of the plan with its residents on the window's last day, its working models and its exemplars of the plan year.
 *
 * A model of several communes counts for each of them once; one that was paused or dissolved after the window's end still worked in it.
 */
export const communes: Population = {
  id: 'communes',
  subject: 'unit',
  breakdowns: [],
  rows: (db) =>
    db
      .with('residents_at', (cte) =>
        cte
          .selectFrom('win as w')
          .innerJoin('person_close as p', (join) =>
            join.onRef('p.close_id', '=', 'w.close_id').onRef('p.managed_to', '=', 'w.to_date'),
          )
          .select((eb) => [
            'w.window_id',
            'p.managed_unit as unit_id',
            eb.fn.countAll<number>().as('n'),
          ])
          .groupBy(['w.window_id', 'p.managed_unit']),
      )
      .with('models_at', (cte) =>
        cte
          .selectFrom('win as w')
          .innerJoin('source_window as s', (join) =>
            join
              .onRef('s.window_id', '=', 'w.window_id')
              .on('s.every', '=', 'quarter')
              .on('s.mode', '=', 'close'),
          )
          .innerJoin('now_support_model as m', 'm.window_id', 's.source_window_id')
          .innerJoin('model_cover as c', (join) =>
            join.onRef('c.submission_id', '=', 'm.submission_id').onRef('c.row', '=', 'm.row'),
          )
          .where((eb) =>
            eb.and([
              eb('m.founded_on', '<', eb.ref('w.to_date')),
              eb.or([
                eb('m.status', '=', 'hoat_dong'),
                eb('m.status_on', '>=', eb.ref('w.to_date')),
              ]),
            ]),
          )
          .select((eb) => ['w.window_id', 'c.unit_id', eb.fn.countAll<number>().as('n')])
          .groupBy(['w.window_id', 'c.unit_id']),
      )
      .with('exemplars_at', (cte) =>
        cte
          .selectFrom('win as w')
          .innerJoin('source_window as s', (join) =>
            join
              .onRef('s.window_id', '=', 'w.window_id')
              .on('s.every', '=', 'quarter')
              .on('s.mode', '=', 'close'),
          )
          .innerJoin('now_exemplar as x', 'x.window_id', 's.source_window_id')
          .where((eb) =>
            eb.and([
              eb('x.recognised_on', '>=', eb.ref('w.year_from')),
              eb('x.recognised_on', '<', eb.ref('w.to_date')),
              eb.or([
                eb('x.withdrawn_on', 'is', null),
                eb('x.withdrawn_on', '>=', eb.ref('w.to_date')),
              ]),
            ]),
          )
          .select((eb) => ['w.window_id', 'x.unit_id', eb.fn.countAll<number>().as('n')])
          .groupBy(['w.window_id', 'x.unit_id']),
      )
      .selectFrom('win as w')
      .innerJoin('reporter as r', (join) => join.on('r.kind', '=', 'committee'))
      .leftJoin('residents_at as residents', (join) =>
        join
          .onRef('residents.window_id', '=', 'w.window_id')
          .onRef('residents.unit_id', '=', 'r.unit_id'),
      )
      .leftJoin('models_at as models', (join) =>
        join
          .onRef('models.window_id', '=', 'w.window_id')
          .onRef('models.unit_id', '=', 'r.unit_id'),
      )
      .leftJoin('exemplars_at as exemplars', (join) =>
        join
          .onRef('exemplars.window_id', '=', 'w.window_id')
          .onRef('exemplars.unit_id', '=', 'r.unit_id'),
      )
      .select((eb) => [
        'w.window_id',
        'w.from_date',
        'w.to_date',
        'r.unit_id',
        'r.unit_id as subject',
        eb.fn.coalesce('residents.n', sql<number>`0`).as('residents'),
        eb.fn.coalesce('models.n', sql<number>`0`).as('models'),
        eb.fn.coalesce('exemplars.n', sql<number>`0`).as('exemplars'),
      ]),
  lineage: (db) =>
    db
      .selectFrom('source_window as s')
      .innerJoin('now_support_model as m', 'm.window_id', 's.source_window_id')
      .innerJoin('model_cover as c', (join) =>
        join.onRef('c.submission_id', '=', 'm.submission_id').onRef('c.row', '=', 'm.row'),
      )
      .where('s.every', '=', 'quarter')
      .where('s.mode', '=', 'close')
      .select(['s.window_id', 'c.unit_id as subject', 'm.submission_id', 'm.row'])
      .unionAll(
        db
          .selectFrom('source_window as s')
          .innerJoin('now_exemplar as x', 'x.window_id', 's.source_window_id')
          .where('s.every', '=', 'quarter')
          .where('s.mode', '=', 'close')
          .select(['s.window_id', 'x.unit_id as subject', 'x.submission_id', 'x.row']),
      )
      .unionAll(
        db
          .selectFrom('win as w')
          .innerJoin('person_close as p', (join) =>
            join.onRef('p.close_id', '=', 'w.close_id').onRef('p.managed_to', '=', 'w.to_date'),
          )
          .innerJoin('person_row as r', (join) =>
            join.onRef('r.close_id', '=', 'p.close_id').onRef('r.person', '=', 'p.person'),
          )
          .select(['w.window_id', 'p.managed_unit as subject', 'r.submission_id', 'r.row']),
      ),
}

import { type Expression, type SqlBool, sql } from 'kysely'
import type { PopulationRow } from '../core/population.ts'
import type { Measure, Rows } from './indicator.ts'
import * as words from './words-measures.ts'

type DateColumn = {
  [C in keyof PopulationRow]: PopulationRow[C] extends string | null ? C : never
}[keyof PopulationRow]

/** Every subject of the population counts. */
export const everyone: Measure = {
  words: words.everyone,
  count: () => sql<SqlBool>`true`,
}

/** The subject counts if the thing was done before the window's end; its last day counts, the day after does not. */
export function doneBy(column: DateColumn): Measure {
  return {
    words: words.doneBy(column),
    count: (rows) => rows(`p.${column}`, '<', rows.ref('p.to_date')),
  }
}

/** The subject counts if the column says so. */
export function flagged(
  column: 'legal_need' | 'papers_need' | 'offended' | 'received' | 'on_time',
): Measure {
  return {
    words: words.flags[column],
    count: (rows) => rows.ref(`p.${column}`) as Expression<SqlBool>,
  }
}

/** The subject counts if at least `least` of the column's things are there. */
export function atLeast(column: 'residents' | 'models' | 'exemplars', least: number): Measure {
  return {
    words: words.atLeast(column, least),
    count: (rows) => rows(`p.${column}`, '>=', least),
  }
}

/** Whole numbers of a form added up. */
export function total(column: 'reached' | 'addressed' | 'released' | 'prepared'): Measure {
  return {
    words: words.totals[column],
    sum: (rows) => rows.ref(`p.${column}`) as Expression<number>,
  }
}

/** Subjects of whom `when` holds, or all of them when the plan says "all". */
export function ofThose(of: string, when: Measure): Measure {
  return of === 'all' ? everyone : when
}

/** Both must hold. */
export function both(first: Measure, second: Measure): Measure {
  if (!('count' in first) || !('count' in second)) throw new TypeError('only predicates combine')
  return {
    words: words.both(first.words, second.words),
    count: (rows: Rows) => rows.and([first.count(rows), second.count(rows)]),
  }
}

/** Reports of one form that a schedule expects: the whole collection, or only what a clause of the plan obliges. */
export function owedBy(form: string, schedule: string): Measure {
  return {
    words: words.owedBy(form, schedule),
    count: (rows) =>
      schedule === 'plan'
        ? rows.and([rows('p.form', '=', form), rows('p.schedule', '=', 'clause')])
        : rows('p.form', '=', form),
  }
}

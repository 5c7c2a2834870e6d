import { type Expression, type SqlBool, sql } from 'kysely'
import type { TallyItemId } from '#sources/forms/tally-items.ts'
import type { PopulationRow } from '../core/population.ts'
import { chosen } from './choices.ts'
import type { Measure, Rows } from './indicator.ts'
import * as words from './words-measures.ts'

type ColumnOf<T> = {
  [C in keyof PopulationRow]: PopulationRow[C] extends T ? C : never
}[keyof PopulationRow]

type DateColumn = ColumnOf<string | null>
type FlagColumn = ColumnOf<boolean>
type CountColumn = ColumnOf<number>

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
export function flagged(column: FlagColumn): Measure {
  return {
    words: words.flags[column],
    count: (rows) => rows.ref(`p.${column}`) as Expression<SqlBool>,
  }
}

/** The subject counts if the column says one of the codes. */
export function says(
  column: 'employment' | 'group' | 'status',
  ...codes: readonly [string, ...string[]]
): Measure {
  return {
    words: words.says[`${column} ${codes.join(' ')}`],
    count: (rows) => rows(`p.${column}`, 'in', codes),
  }
}

/** The subject counts if the column says anything but the code. */
export function saysNot(column: 'group' | 'status', code: string): Measure {
  return {
    words: words.saysNot[`${column} ${code}`],
    count: (rows) => rows(`p.${column}`, '<>', code),
  }
}

/** The subject counts if at least `least` of the column's things are there. */
export function atLeast(column: CountColumn, least: number): Measure {
  return {
    words: words.atLeast(column, least),
    count: (rows) => rows(`p.${column}`, '>=', least),
  }
}

/**
 * Communes where many live on the window's last day: at least as many as the plan's threshold says.
 *
 * @throws RangeError when the threshold is no whole number of one or more.
 */
export function manyResidents(threshold: string): Measure {
  if (!/^[1-9]\d*$/.test(threshold))
    throw new RangeError(`threshold '${threshold}' is no whole number of 1 or more`)
  return atLeast('residents', Number(threshold))
}

/** Whole numbers of a form added up. */
export function total(column: CountColumn): Measure {
  return {
    words: words.totals[column],
    sum: (rows) => rows.ref(`p.${column}`) as Expression<number>,
  }
}

/** What committees signed of these mục, added up. */
export function item(...names: readonly [TallyItemId, ...TallyItemId[]]): Measure {
  const each = (rows: Rows) => names.map((name) => sql`coalesce(${rows.ref(`p.tally_${name}`)}, 0)`)
  return {
    words: words.items(names),
    sum: (rows) => sql<number>`${sql.join(each(rows), sql` + `)}`,
  }
}

/** Subjects of whom `when` holds (`in-need`), or all of them when the plan says `all`. */
export function ofThose(of: string, when: Measure): Measure {
  return chosen('of', of, { 'in-need': when, all: everyone })
}

/** Both must hold. */
export function both(first: Measure, second: Measure): Measure {
  const [one, other] = predicates(first, second)
  return {
    words: words.both(first.words, second.words),
    count: (rows) => rows.and([one(rows), other(rows)]),
  }
}

/** One of them must hold; who has both counts once. */
export function either(first: Measure, second: Measure): Measure {
  const [one, other] = predicates(first, second)
  return {
    words: words.either(first.words, second.words),
    count: (rows) => rows.or([one(rows), other(rows)]),
  }
}

type Predicate = (rows: Rows) => Expression<SqlBool>

function predicates(first: Measure, second: Measure): readonly [Predicate, Predicate] {
  if (!('count' in first) || !('count' in second)) throw new TypeError('only predicates combine')
  return [first.count, second.count]
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

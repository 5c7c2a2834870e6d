import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { type TallyItemId, tallyItems } from '#sources/forms/tally-items.ts'
import type { Database } from '../database.ts'
import { oldProvinces } from './old-provinces.ts'
import type { Population } from './population.ts'
import { served } from './served.ts'

/**
 * What each committee signed of a window (Biểu 11), one row with a column for each mục; of a review of years one for each former unit
 * over all its years, and one for each year apart.
 *
 * A tally tells of its own window, and by its running totals of the year up to its close; of other windows it tells nothing. What stood
 * at a close is as it was counted then. How many were managed when the year began follows from those at the close and who came and went,
 * unless the sheet tells of just these days: one that names a last quarter folded into the year's report begins with that quarter.
 * Over years what happened adds up; what stood at the close is that of the last year, and what stood at the start that of the first.
 */
export const tallied: Population = {
  id: 'tallied',
  words:
    'Số liệu mà UBND ký xác nhận (Biểu 11); khi tổng kết nhiều năm thì cộng số phát sinh các năm và các đơn vị cũ, số hiện có lấy theo năm cuối',
  subject: 'unit',
  breakdowns: ['year', 'old_province'],
  apart: 'year',
  rows: (db) =>
    db
      .selectFrom(signed(db, 'time').unionAll(overYears(db)).unionAll(eachYear(db)).as('t'))
      .leftJoin(oldProvinces(db).as('o'), (join) =>
        join.onRef('o.unit_id', '=', 't.unit_id').onRef('o.old_unit', '=', 't.old_unit'),
      )
      .selectAll('t')
      .select([
        sql<number>`case when t.own then t.managed_start else ${MANAGED_AT_START} end`.as(
          'tally_managed_start',
        ),
        sql<string>`case when t.old_unit is not null then coalesce(o.province, 'chưa xác định') end`.as(
          'old_province',
        ),
      ]),
  lineage: (db) => told(db).select(['w.window_id', SUBJECT, 't.submission_id', 't.row']),
}

const STOCKS = (Object.keys(tallyItems) as TallyItemId[])
  .filter((item) => tallyItems[item].stock)
  .map((item) => sql.lit(item))

const MANAGED_AT_START = sql`t.tally_managed_end + t.tally_moved_out + t.tally_expunged + t.tally_died_or_other
  - t.tally_returned - t.tally_moved_in`

/** A review tells of a unit once for each former one. */
const SUBJECT = sql<string>`concat_ws(' ', t.unit_id, t.old_unit)`.as('subject')

const OWN = sql<SqlBool>`s.source_window_id = w.window_id`

/** Of a flow from the start of the year: its window is not the last part of the year that the text folds into the year. */
const WHOLE = sql<SqlBool>`(w.kind = 'explicit' or w.from_date <> w.year_from or t."count" = t.cumulative or t.item in (${sql.join(STOCKS)}))`

/** The rows of the tallies that tell of a window: its own, and one that closes with it where it begins with the year. */
function told(db: Kysely<Database>) {
  return served(db, 'tally', 'told').innerJoin(
    'now_tally as t',
    't.window_id',
    's.source_window_id',
  )
}

/** Of a time: one row a committee. Of a review: one a committee, year and former unit. */
function signed(db: Kysely<Database>, of: 'time' | 'review') {
  return told(db)
    .where('w.kind', of === 'review' ? '=' : '<>', 'explicit')
    .select([
      'w.window_id',
      'w.from_date',
      'w.to_date',
      't.unit_id',
      SUBJECT,
      't.old_unit',
      sql<string | null>`cast(t."year" as text)`.as('year'),
      sql<boolean>`bool_and(${OWN} and ${WHOLE})`.as('own'),
      said('managed_start').as('managed_start'),
      ...MEASURED.map((item) => said(item).as(`tally_${item}`)),
    ])
    .groupBy(['w.window_id', 'w.from_date', 'w.to_date', 't.unit_id', 't.year', 't.old_unit'])
}

/** All years of a former unit together. */
function overYears(db: Kysely<Database>) {
  const at = (which: 'arg_min' | 'arg_max', column: string) =>
    sql<number>`${sql.raw(which)}(coalesce(t.${sql.ref(column)}, 0), coalesce(t."year", ''))`
  return db
    .selectFrom(signed(db, 'review').as('t'))
    .select([
      't.window_id',
      't.from_date',
      't.to_date',
      't.unit_id',
      't.subject',
      't.old_unit',
      sql<string | null>`null`.as('year'),
      sql<boolean>`true`.as('own'),
      at('arg_min', 'managed_start').as('managed_start'),
      ...MEASURED.map((item) =>
        (tallyItems[item].stock ? at('arg_max', `tally_${item}`) : summed(`tally_${item}`)).as(
          `tally_${item}`,
        ),
      ),
    ])
    .groupBy(['t.window_id', 't.from_date', 't.to_date', 't.unit_id', 't.subject', 't.old_unit'])
}

/** Each year of all former units together. */
function eachYear(db: Kysely<Database>) {
  return db
    .selectFrom(signed(db, 'review').as('t'))
    .where('t.year', 'is not', null)
    .select([
      't.window_id',
      't.from_date',
      't.to_date',
      't.unit_id',
      sql<string>`concat_ws(' ', t.unit_id, t."year")`.as('subject'),
      sql<string | null>`null`.as('old_unit'),
      't.year',
      sql<boolean>`true`.as('own'),
      summed('managed_start').as('managed_start'),
      ...MEASURED.map((item) => summed(`tally_${item}`).as(`tally_${item}`)),
    ])
    .groupBy(['t.window_id', 't.from_date', 't.to_date', 't.unit_id', 't.year'])
}

function summed(column: string): RawBuilder<number> {
  return sql<number>`cast(sum(t.${sql.ref(column)}) as bigint)`
}

const MEASURED = (Object.keys(tallyItems) as TallyItemId[]).filter(
  (item): item is Exclude<TallyItemId, 'managed_start'> => item !== 'managed_start',
)

/** A flow from the start of the year is the running total, also of a last quarter that the text folds into the year. */
function said(item: TallyItemId): RawBuilder<number> {
  const figure = tallyItems[item].stock
    ? sql`t."count"`
    : sql`case when w.kind <> 'explicit' and w.from_date = w.year_from then t."cumulative" else t."count" end`
  return sql<number>`cast(sum(${figure}) filter (t.item = ${sql.lit(item)}) as bigint)`
}

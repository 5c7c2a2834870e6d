import { type Kysely, sql } from 'kysely'
import { monthsOf, planYearOf, type Window, yearToDate } from '#sources/vocabulary/window.ts'
import type { Database } from '../database.ts'

/**
 * By definition and unit: the most that one of the last twelve months has added to the denominator.
 *
 * `windowIds` are years to date, month by month, as {@link lastTwelveMonths} lists them; what a year begins with has not come in it. A unit
 * that has only one month says nothing and is absent. A province is one under all the ids that it had in them. Silent units count as large as
the others: what comes to them comes, too, and what they send late has not come in that month.
 */
export function highestInflow(
  db: Kysely<Database>,
  definitionIds: readonly string[],
  windowIds: readonly string[],
) {
  const monthly = db
    .selectFrom('value as v')
    .innerJoin('win as w', 'w.window_id', 'v.window_id')
    .innerJoin('unit as u', 'u.unit_id', 'v.unit_id')
    .where('v.definition_id', 'in', [...definitionIds])
    .where('v.map', '=', 'then')
    .where('v.breakdown', '=', '')
    .where('v.window_id', 'in', [...windowIds])
    .select([
      'v.definition_id',
      'v.unit_id',
      PLACE.as('place'),
      sql<
        number | null
      >`${WHOLE} - lag(${WHOLE}) over (partition by v.definition_id, ${PLACE}, w.from_date order by w.to_date)`.as(
        'added',
      ),
    ])
  const most = db
    .selectFrom(monthly.as('m'))
    .select([
      'm.definition_id',
      'm.unit_id',
      sql<number>`max(m.added) over (partition by m.definition_id, m.place)`.as('most'),
    ])
  return db
    .selectFrom(most.as('m'))
    .where('m.most', 'is not', null)
    .select(['m.definition_id', 'm.unit_id', sql<number>`greatest(m.most, 0)`.as('most')])
    .distinct()
}

/** The year to date, month by month, and of the year before what reaches back twelve months from the window's close. */
export function lastTwelveMonths(own: Window): readonly Window[] {
  if (own.family === 'explicit') return [own]
  const { family } = own
  const [year, months] = [planYearOf(own), monthsOf(own).length]
  const months12 = Array.from({ length: 12 }, (_, at) => at + 1)
  return [
    ...months12.filter((n) => n >= months).map((n) => yearToDate(family, year - 1, n)),
    ...months12.filter((n) => n <= months).map((n) => yearToDate(family, year, n)),
  ]
}

/** n, and with it what the silent units have if they are as large as those that reported: `silentSubjects`. */
const WHOLE = sql<number>`(v.denominator + case when v.units_covered = 0 then 0
  else (v.denominator * (v.units_expected - v.units_covered) + v.units_covered - 1) // v.units_covered end)`

const PLACE = sql<string>`case when u.level = 'province' then u.code else v.unit_id end`

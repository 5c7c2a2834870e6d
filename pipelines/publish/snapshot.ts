import type { Kysely } from 'kysely'
import type { Database } from '#models/database.ts'
import { expectedReports } from '#models/expected.ts'
import type { Definition } from '#models/indicators/indicator.ts'
import { type Measured, measuredOf, type Verdict } from '#models/measured.ts'
import { figureOf, sourcesIdOf } from '#models/measuring/figure.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import { window } from '#sources/vocabulary/window.ts'
import type { Setting } from '../station.ts'

/** Everything of one generation that pages are made of, read once. */
export interface Snapshot {
  readonly setting: Setting
  readonly db: Kysely<Database>
  readonly meta: Database['meta']
  /** The province on the last day that the pages are about. */
  readonly provinceId: string
  /** Communes of the plan on that day, by code. */
  readonly communes: readonly Database['unit'][]
  /** Its districts on that day, by code; none where there are none. */
  readonly districts: readonly Database['unit'][]
  /** Closed months of the plan's years, in order. */
  readonly months: readonly Database['win'][]
  /** Closed reviews of the plan, in its order. */
  readonly reviews: readonly Database['win'][]
  readonly expected: readonly (Database['obligation'] & {
    readonly arrived_on: CalendarDate | null
  })[]
  /** Two sources of one number that differ. */
  readonly reconciled: readonly Database['reconciliation'][]
  /** Who bears an id for a unit: an id may be another unit's at another time. */
  reporterOf(id: string | null, unitId: string | null): Database['reporter'] | undefined
  /** The province as it is on a window's last day. */
  provinceIn(windowId: string): string
  value(definitionId: string, windowId: string, unitId: string): Measured | null
  verdict(target: string, unitId: string): Verdict | null
  /** Units below the province of which something is awaited for a figure of a window that is judged. */
  silent(definition: Definition, windowId: string): readonly string[]
}

/** Reads a generation whole; a province's values without breakdowns are some ten thousand rows. */
export async function snapshotOf(db: Kysely<Database>, setting: Setting): Promise<Snapshot> {
  const [meta, units, reporters, wins, expected, reconciled, values, verdicts, silent] =
    await Promise.all([
      db.selectFrom('meta').selectAll().executeTakeFirstOrThrow(),
      db.selectFrom('unit').selectAll().orderBy('code').execute(),
      db.selectFrom('reporter').selectAll().execute(),
      db.selectFrom('win').selectAll().orderBy('from_date').execute(),
      expectedReports(db).execute(),
      db.selectFrom('reconciliation').selectAll().orderBy('unit_id').execute(),
      valuesOfThen(db).execute(),
      db.selectFrom('verdict').selectAll().execute(),
      silentUnits(db).execute(),
    ])
  const months = wins.filter(({ kind }) => kind === 'month')
  const reviews = wins.filter(({ kind }) => kind === 'explicit')
  const on = lastDayOf(months.at(-1) ?? reviews.at(-1)) ?? setting.plan.unitsOn
  const there = reporters.filter((reporter) => reportsOn(reporter, on))
  const owners = new Set(
    there.filter(({ kind }) => kind === 'police').map(({ unit_id }) => unit_id),
  )
  const provinceOn = (day: CalendarDate) =>
    reporters.find((reporter) => reporter.kind === 'agency' && reportsOn(reporter, day))?.unit_id
  const provinceId = provinceOn(on) ?? ''
  const byReporter = new Map(reporters.map((r) => [`${r.reporter_id} ${r.unit_id}`, r]))
  const byValue = new Map(
    values.map((v) => [[v.definition_id, v.window_id, v.unit_id].join(' '), measuredOf(v)]),
  )
  const byVerdict = new Map(verdicts.map((v) => [`${v.target} ${v.unit_id}`, verdictOf(v)]))
  return Object.freeze({
    setting,
    db,
    meta,
    provinceId,
    communes: units.filter(({ unit_id }) => owners.has(unit_id)),
    districts: units.filter(
      (unit) => unit.level === 'district' && unit.parent_id === provinceId && standsOn(unit, on),
    ),
    months,
    reviews,
    expected,
    reconciled,
    reporterOf: (id: string | null, unitId: string | null) => byReporter.get(`${id} ${unitId}`),
    provinceIn: (windowId: string) => provinceOn(lastDayIn(windowId)) ?? provinceId,
    value: (definition: string, windowId: string, unitId: string) =>
      byValue.get([definition, windowId, unitId].join(' ')) ?? null,
    verdict: (target: string, unitId: string) => byVerdict.get(`${target} ${unitId}`) ?? null,
    silent: (definition: Definition, windowId: string) => {
      const id = sourcesIdOf(figureOf(definition))
      return silent
        .filter((row) => row.sources_id === id && row.window_id === windowId)
        .map(({ unit_id }) => unit_id)
    },
  })
}

/** Whether a reporter reports on a day, as the warehouse keeps its days. */
export function reportsOn(
  { valid_from, valid_to }: Pick<Database['reporter'], 'valid_from' | 'valid_to'>,
  day: CalendarDate,
): boolean {
  return valid_from <= day && (valid_to === null || day < valid_to)
}

const standsOn: (unit: Database['unit'], day: CalendarDate) => boolean = reportsOn

function lastDayOf(win: Database['win'] | undefined): CalendarDate | undefined {
  return win === undefined ? undefined : addDays(win.to_date, -1)
}

function lastDayIn(windowId: string): CalendarDate {
  return addDays(window(windowId).to, -1)
}

function valuesOfThen(db: Kysely<Database>) {
  return db.selectFrom('value').selectAll().where('map', '=', 'then').where('breakdown', '=', '')
}

/** Units that still owe something for a window in which targets are judged. */
function silentUnits(db: Kysely<Database>) {
  return db
    .selectFrom('coverage as c')
    .innerJoin('unit as u', 'u.unit_id', 'c.unit_id')
    .where('u.level', '!=', 'province')
    .whereRef('c.covered', '<', 'c.expected')
    .where('c.window_id', 'in', (eb) => eb.selectFrom('verdict').select('window_id'))
    .select(['c.sources_id', 'c.window_id', 'c.unit_id'])
    .orderBy('u.code')
}

function verdictOf(v: Database['verdict']): Verdict {
  return {
    target: v.target,
    windowId: v.window_id,
    unitId: v.unit_id,
    definitionId: v.definition_id,
    fact: v.fact,
    code: v.code,
    strength: v.strength,
    slack: v.slack,
    listed: v.listed,
    outlook: v.outlook,
  }
}

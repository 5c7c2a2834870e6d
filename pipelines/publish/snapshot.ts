import type { Kysely } from 'kysely'
import type { Database } from '#models/database.ts'
import { expectedReports } from '#models/expected.ts'
import { type Measured, measuredOf, type Verdict } from '#models/measured.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Setting } from '../station.ts'

/** Everything of one generation that pages are made of, read once. */
export interface Snapshot {
  readonly setting: Setting
  readonly db: Kysely<Database>
  readonly meta: Database['meta']
  readonly provinceId: string
  /** Communes of the plan, by code. */
  readonly communes: readonly Database['unit'][]
  readonly reporters: ReadonlyMap<string, Database['reporter']>
  /** Closed months of the plan's years, in order. */
  readonly months: readonly Database['win'][]
  readonly expected: readonly (Database['obligation'] & {
    readonly arrived_on: CalendarDate | null
  })[]
  /** Two sources of one number that differ. */
  readonly reconciled: readonly Database['reconciliation'][]
  value(definitionId: string, windowId: string, unitId: string): Measured | null
  verdict(target: string, unitId: string): Verdict | null
}

/** Reads a generation whole; a province's values without breakdowns are some ten thousand rows. */
export async function snapshotOf(db: Kysely<Database>, setting: Setting): Promise<Snapshot> {
  const [meta, units, reporters, months, expected, reconciled, values, verdicts] =
    await Promise.all([
      db.selectFrom('meta').selectAll().executeTakeFirstOrThrow(),
      db.selectFrom('unit').selectAll().where('level', '=', 'commune').orderBy('code').execute(),
      db.selectFrom('reporter').selectAll().execute(),
      db.selectFrom('win').selectAll().where('kind', '=', 'month').orderBy('from_date').execute(),
      expectedReports(db).execute(),
      db.selectFrom('reconciliation').selectAll().orderBy('unit_id').execute(),
      db
        .selectFrom('value')
        .selectAll()
        .where('map', '=', 'then')
        .where('breakdown', '=', '')
        .execute(),
      db.selectFrom('verdict').selectAll().execute(),
    ])
  const byReporter = new Map(reporters.map((reporter) => [reporter.reporter_id, reporter]))
  const communeIds = new Set(
    reporters.filter(({ kind }) => kind === 'police').map(({ unit_id }) => unit_id),
  )
  const province = reporters.find(({ kind }) => kind === 'agency')
  const byValue = new Map(
    values.map((v) => [[v.definition_id, v.window_id, v.unit_id].join(' '), measuredOf(v)]),
  )
  const byVerdict = new Map(verdicts.map((v) => [`${v.target} ${v.unit_id}`, verdictOf(v)]))
  return Object.freeze({
    setting,
    db,
    meta,
    provinceId: province?.unit_id ?? '',
    communes: units.filter(({ unit_id }) => communeIds.has(unit_id)),
    reporters: byReporter,
    months,
    expected,
    reconciled,
    value: (definition: string, windowId: string, unitId: string) =>
      byValue.get([definition, windowId, unitId].join(' ')) ?? null,
    verdict: (target: string, unitId: string) => byVerdict.get(`${target} ${unitId}`) ?? null,
  })
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
  }
}

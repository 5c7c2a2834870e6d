import type { Kysely } from 'kysely'
import { conditionsOf } from '#models/alerting/conditions.ts'
import type { Judged } from '#models/alerting/of-verdict.ts'
import type { Database } from '#models/database.ts'
import { expectedReports } from '#models/expected.ts'
import { highestInflow } from '#models/judgement/inflow.ts'
import { judgedAt, judge as judgeOne } from '#models/judgement/verdict.ts'
import { type ExpectedReport, type Measured, measuredOf } from '#models/measured.ts'
import { groups } from '#models/measuring/groups.ts'
import type { Plan } from '#models/plans/plan.ts'
import { monthsLeft, ownWindow } from '#models/plans/plan-windows.ts'
import type { Target } from '#models/plans/target.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import type { UnitLevel } from '#sources/vocabulary/unit.ts'
import { monthsOf, planYearOf, type Window, yearToDate } from '#sources/vocabulary/window.ts'
import { warehouse } from './dialect.ts'
import type { Engine } from './engine.ts'

/** Verdicts of every target in its own window, and the conditions that fire on the business date; nothing here touches a float. */
export async function judge(
  engine: Engine,
  plan: Plan,
  reporters: readonly Reporter[],
  businessDate: CalendarDate,
): Promise<void> {
  const db = warehouse(engine)
  const units = await judgedUnits(db, reporters)
  const asked = plan.targets.flatMap((target) => {
    const own = ownWindow(plan, target, businessDate)
    return own === undefined ? [] : [{ target, own }]
  })
  const known = await Promise.all(
    groups(asked, ({ own }) => own.id).map((same) => factsIn(db, plan, same)),
  )
  const facts = new Map(known.flat())
  const judged = asked.flatMap(({ target, own }) =>
    judgeTarget(target, own, units, facts.get(target.definition.id) ?? NOTHING),
  )
  await engine.append(
    'verdict',
    judged.map(({ verdict: v }) => [
      plan.id,
      v.target,
      v.windowId,
      v.unitId,
      v.definitionId,
      v.fact,
      v.code,
      v.strength,
      v.slack,
      v.listed,
      v.outlook,
    ]),
  )
  const findings = await db
    .selectFrom('finding')
    .selectAll()
    .where('severity', '=', 'error')
    .execute()
  const conditions = conditionsOf(
    plan.id,
    judged,
    await expected(db),
    reporters,
    businessDate,
    findings,
  )
  await engine.append(
    'condition',
    conditions.map((c) => [
      c.rule,
      c.plan,
      c.target,
      c.unit_id,
      c.cycle,
      c.window_id,
      c.evidence_hash,
      c.facts,
    ]),
  )
}

interface Asked {
  readonly target: Target
  readonly own: Window
}

interface JudgedUnit {
  readonly unitId: string
  readonly level: UnitLevel
  readonly from: CalendarDate
  readonly to: CalendarDate | null
}

async function judgedUnits(
  db: Kysely<Database>,
  reporters: readonly Reporter[],
): Promise<readonly JudgedUnit[]> {
  const ids = new Set<string>(reporters.map(({ unitId }) => unitId))
  const units = await db
    .selectFrom('unit')
    .select(['unit_id as unitId', 'level', 'valid_from as from', 'valid_to as to'])
    .orderBy('level', 'desc')
    .orderBy('unit_id')
    .execute()
  return units.filter(({ unitId }) => ids.has(unitId))
}

/** What is known of a definition in its own window, by unit. */
interface Facts {
  readonly values: ReadonlyMap<string, Measured>
  readonly mostInflow: ReadonlyMap<string, number>
}

const NOTHING: Facts = { values: new Map(), mostInflow: new Map() }

function judgeTarget(
  target: Target,
  own: Window,
  units: readonly JudgedUnit[],
  { values, mostInflow }: Facts,
): readonly Judged[] {
  return units
    .filter((unit) => judgedAt(target, unit.level) && isThereAtClose(unit, own))
    .map(({ unitId, level }) => {
      const measured = values.get(unitId) ?? null
      const verdict = judgeOne({
        target,
        windowId: own.id,
        unitId,
        level,
        measured,
        monthsLeft: monthsLeft(own),
        highestMonthlyInflow: mostInflow.get(unitId) ?? null,
      })
      return { verdict, measured }
    })
}

function isThereAtClose({ from, to }: JudgedUnit, own: Window): boolean {
  return from < own.to && (to === null || to >= own.to)
}

/** The facts of all definitions that are judged in one window. */
async function factsIn(
  db: Kysely<Database>,
  plan: Plan,
  same: readonly [Asked, ...Asked[]],
): Promise<readonly (readonly [definitionId: string, Facts])[]> {
  const [{ own }] = same
  const ids = [...new Set(same.map(({ target }) => target.definition.id))]
  const toDate = monthsOf(own).map((_, n) =>
    yearToDate(plan.windows.family, planYearOf(own), n + 1),
  )
  const rows = await db
    .selectFrom('value')
    .selectAll()
    .where('definition_id', 'in', ids)
    .where('window_id', '=', own.id)
    .where('map', '=', 'then')
    .where('breakdown', '=', '')
    .execute()
  const inflow = await highestInflow(
    db,
    ids,
    toDate.map(({ id }) => id),
  ).execute()
  const of = <T extends { readonly definition_id: string }>(all: readonly T[], id: string) =>
    all.filter(({ definition_id }) => definition_id === id)
  return ids.map((id) => [
    id,
    {
      values: new Map(of(rows, id).map((row) => [row.unit_id, measuredOf(row)])),
      mostInflow: new Map(of(inflow, id).map((row) => [row.unit_id, row.most])),
    },
  ])
}

async function expected(db: Kysely<Database>): Promise<readonly ExpectedReport[]> {
  const rows = await expectedReports(db).execute()
  return rows.map((row) => ({
    form: row.form,
    reporterId: row.reporter_id,
    windowId: row.window_id,
    dueBefore: row.due_before,
    basis: row.basis,
    reference: row.reference,
    arrivedOn: row.arrived_on,
  }))
}

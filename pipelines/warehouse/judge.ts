import type { Kysely } from 'kysely'
import type { Database } from '#models/database.ts'
import { expectedReports } from '#models/expected.ts'
import { conditionsOf, type Judged } from '#models/judgement/conditions.ts'
import { highestInflow } from '#models/judgement/inflow.ts'
import { judgedAt, judge as judgeOne } from '#models/judgement/verdict.ts'
import { type ExpectedReport, measuredOf } from '#models/measured.ts'
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
  const judged: Judged[] = []
  for (const target of plan.targets) {
    const own = ownWindow(plan, target, businessDate)
    if (own !== undefined) judged.push(...(await judgeTarget(db, plan, target, own, units)))
  }
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
    ]),
  )
  const conditions = conditionsOf(plan.id, judged, await expected(db), reporters, businessDate)
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

async function judgeTarget(
  db: Kysely<Database>,
  plan: Plan,
  target: Target,
  own: Window,
  units: readonly JudgedUnit[],
): Promise<readonly Judged[]> {
  const values = await valuesIn(db, target.definition.id, own.id)
  const toDate = monthsOf(own).map((_, n) =>
    yearToDate(plan.windows.family, planYearOf(own), n + 1),
  )
  const inflow = await highestInflow(
    db,
    target.definition.id,
    toDate.map(({ id }) => id),
  ).execute()
  const most = new Map(inflow.map((row) => [row.unit_id, row.most]))
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
        highestMonthlyInflow: most.get(unitId) ?? null,
      })
      return { verdict, measured }
    })
}

function isThereAtClose({ from, to }: JudgedUnit, own: Window): boolean {
  return from < own.to && (to === null || to >= own.to)
}

async function valuesIn(db: Kysely<Database>, definitionId: string, windowId: string) {
  const rows = await db
    .selectFrom('value')
    .selectAll()
    .where('definition_id', '=', definitionId)
    .where('window_id', '=', windowId)
    .where('map', '=', 'then')
    .where('breakdown', '=', '')
    .execute()
  return new Map(rows.map((row) => [row.unit_id, measuredOf(row)]))
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

import type { Kysely } from 'kysely'
import type { Condition } from '#models/alerting/condition.ts'
import { conditionsOf } from '#models/alerting/conditions.ts'
import { heldBy } from '#models/alerting/hold.ts'
import type { Judged } from '#models/alerting/of-verdict.ts'
import type { Database } from '#models/database.ts'
import { type JudgedPlace, judgePlaces } from '#models/judgement/places.ts'
import { judgedAt } from '#models/judgement/verdict.ts'
import type { Plan } from '#models/plans/plan.ts'
import { monthsLeft, ownWindowsToDate } from '#models/plans/plan-windows.ts'
import type { Target } from '#models/plans/target.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import type { Window } from '#sources/vocabulary/window.ts'
import { awaitedReports } from './awaited.ts'
import { warehouse } from './dialect.ts'
import type { Engine } from './engine.ts'
import { historyIn, withOutlook } from './judge-history.ts'
import {
  type Asked,
  inflowsIn,
  type JudgedUnit,
  judgedUnits,
  type Known,
  keyOf,
  valuesIn,
} from './judge-inputs.ts'

/**
 * Verdicts of every target in its own window, and the conditions that fire on the business date; no float is stored.
 *
 * `ahead`: reports that are due soon of windows that have not closed.
 */
export async function judge(
  engine: Engine,
  plan: Plan,
  reporters: readonly Reporter[],
  businessDate: CalendarDate,
  ahead: readonly Database['obligation'][] = [],
): Promise<void> {
  const db = warehouse(engine)
  const units = await judgedUnits(db, reporters)
  const asked = plan.targets.flatMap((target) => {
    const [own, ...earlier] = ownWindowsToDate(plan, target, businessDate)
    return own === undefined ? [] : [{ target, own, earlier: target.duty ? [] : earlier }]
  })
  const known: Known = { values: await valuesIn(db, asked), inflow: await inflowsIn(db, asked) }
  const history = await historyIn(db, asked)
  const judged = asked.flatMap((one) =>
    judgeTarget(one, units, known).map((each) => withOutlook(each, one, history)),
  )
  await appendVerdicts(engine, plan, judged)
  const expected = await awaitedReports(db, ahead)
  const errors = await errorsFound(db)
  await appendConditions(
    engine,
    conditionsOf(plan.id, judged, expected, reporters, businessDate, errors),
  )
}

function judgeTarget(
  { target, own, earlier }: Asked,
  units: readonly JudgedUnit[],
  known: Known,
): readonly Judged[] {
  const now = judgedIn(target, own, units, known)
  const before = earlier.map(
    (window) =>
      new Map(
        judgedIn(target, window, units, known).map((each) => [each.verdict.unitId, each] as const),
      ),
  )
  return now.map((each) => {
    const was = before.flatMap((places) => places.get(each.verdict.unitId) ?? [])
    return { ...each, official: each.level === target.level, signal: heldBy([each, ...was]) }
  })
}

function judgedIn(
  target: Target,
  window: Window,
  units: readonly JudgedUnit[],
  { values, inflow }: Known,
): readonly JudgedPlace[] {
  const places = units
    .filter((unit) => judgedAt(target, unit.level) && isThereAtClose(unit, window))
    .map(({ unitId, level }) => {
      const key = keyOf(target.definition.id, window.id, unitId)
      const [measured, highestMonthlyInflow] = [values.get(key) ?? null, inflow.get(key) ?? null]
      return { unitId, level, measured, highestMonthlyInflow }
    })
  return judgePlaces({ target, windowId: window.id, monthsLeft: monthsLeft(window) }, places)
}

function isThereAtClose({ from, to }: JudgedUnit, own: Window): boolean {
  return from < own.to && (to === null || to >= own.to)
}

async function appendVerdicts(engine: Engine, plan: Plan, judged: readonly Judged[]) {
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
}

async function appendConditions(engine: Engine, conditions: readonly Condition[]) {
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

/** Findings that are errors; the others are notes. */
function errorsFound(db: Kysely<Database>) {
  return db.selectFrom('finding').selectAll().where('severity', '=', 'error').execute()
}

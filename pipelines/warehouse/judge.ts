import { conditionsOf, type Judged } from '#models/judgement/conditions.ts'
import { judgedAt, judge as judgeOne } from '#models/judgement/verdict.ts'
import type { ExpectedReport, Measured } from '#models/measured.ts'
import { monthsLeft, ownWindow } from '#models/plans/calendar.ts'
import type { Plan } from '#models/plans/plan.ts'
import type { Target } from '#models/plans/target.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import type { UnitLevel } from '#sources/vocabulary/unit.ts'
import { monthsOf, planYearOf, type Window, yearToDate } from '#sources/vocabulary/window.ts'
import type { Engine } from './engine.ts'

/** Verdicts of every target in its own window, and the conditions that fire on the business date; nothing here touches a float. */
export async function judge(
  engine: Engine,
  plan: Plan,
  reporters: readonly Reporter[],
  businessDate: CalendarDate,
): Promise<void> {
  const units = await judgedUnits(engine, reporters)
  const judged: Judged[] = []
  for (const target of plan.targets) {
    const own = ownWindow(plan, target, businessDate)
    if (own !== undefined) judged.push(...(await judgeTarget(engine, target, own, units)))
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
  const conditions = conditionsOf(
    plan.id,
    judged,
    await expectedReports(engine),
    reporters,
    businessDate,
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

interface JudgedUnit {
  readonly unitId: string
  readonly level: UnitLevel
}

async function judgedUnits(
  engine: Engine,
  reporters: readonly Reporter[],
): Promise<readonly JudgedUnit[]> {
  const ids = new Set<string>(reporters.map(({ unitId }) => unitId))
  const units = await engine.rows(`select unit_id, level from unit order by level desc, unit_id`)
  return units
    .filter(({ unit_id }) => ids.has(String(unit_id)))
    .map(({ unit_id, level }) => ({ unitId: String(unit_id), level: level as UnitLevel }))
}

async function judgeTarget(
  engine: Engine,
  target: Target,
  own: Window,
  units: readonly JudgedUnit[],
) {
  const values = await valuesIn(engine, target.definition.id, own.id)
  const inflow = await highestInflow(engine, target.definition.id, own)
  return units
    .filter(({ level }) => judgedAt(target, level))
    .map(({ unitId, level }): Judged => {
      const measured = values.get(unitId) ?? null
      const verdict = judgeOne({
        target,
        windowId: own.id,
        unitId,
        level,
        measured,
        monthsLeft: monthsLeft(own),
        highestMonthlyInflow: inflow.get(unitId) ?? null,
      })
      return { verdict, measured }
    })
}

async function valuesIn(engine: Engine, definition: string, windowId: string) {
  const rows = await engine.rows(
    `select * from value where definition_id = $1 and window_id = $2 and map = 'then' and breakdown = ''`,
    [definition, windowId],
  )
  return new Map(rows.map((row) => [String(row['unit_id']), measuredOf(row)]))
}

function measuredOf(row: Record<string, unknown>): Measured {
  return {
    definitionId: String(row['definition_id']),
    windowId: String(row['window_id']),
    unitId: String(row['unit_id']),
    numerator: Number(row['numerator']),
    denominator: Number(row['denominator']),
    basis: row['basis'] as Measured['basis'],
    unitsExpected: Number(row['units_expected']),
    unitsCovered: Number(row['units_covered']),
    rowsWithheld: Number(row['rows_withheld']),
    state: row['state'] as Measured['state'],
  }
}

/** By unit: the most that one month of the year has added to the denominator so far; units with one month only are absent. */
async function highestInflow(engine: Engine, definition: string, own: Window) {
  const toDate = monthsOf(own).map(
    (_, n) => yearToDate(own.family as never, planYearOf(own), n + 1).id,
  )
  const rows = await engine.rows(
    `
    select unit_id, greatest(max(added), 0) as most
    from (
      select unit_id, denominator - lag(denominator) over (partition by unit_id order by w.to_date) as added
      from value join win w using (window_id)
      where definition_id = $1 and map = 'then' and breakdown = '' and window_id in (${toDate.map((id) => `'${id}'`).join(', ')})
    )
    where added is not null
    group by unit_id`,
    [definition],
  )
  return new Map(rows.map((row) => [String(row['unit_id']), Number(row['most'])]))
}

async function expectedReports(engine: Engine): Promise<readonly ExpectedReport[]> {
  const rows = await engine.rows(`
    select o.*, a.arrived_on
    from obligation o
    left join first_arrival a on a.form = o.form and a.reporter_id = o.reporter_id and a.window_id = o.window_id
    order by o.form, o.reporter_id, o.window_id`)
  return rows.map((row) => ({
    form: String(row['form']),
    reporterId: String(row['reporter_id']),
    windowId: String(row['window_id']),
    dueBefore: row['due_before'] as CalendarDate,
    basis: row['basis'] as ExpectedReport['basis'],
    reference: String(row['reference']),
    arrivedOn: (row['arrived_on'] ?? null) as CalendarDate | null,
  }))
}

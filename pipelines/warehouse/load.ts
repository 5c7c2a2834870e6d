import type { Database } from '#models/database.ts'
import { issuersOf } from '#models/plans/issuance.ts'
import type { Plan } from '#models/plans/plan.ts'
import type { Places } from '#sources/reference/places.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import type { Unit, UnitId } from '#sources/vocabulary/unit.ts'
import type { Window } from '#sources/vocabulary/window.ts'
import type { Cell, Engine } from './engine.ts'
import { formerProvinces } from './former-provinces.ts'
import { sourceRows, windowRow } from './load-windows.ts'

/** The places, reporters and windows of the plan. */
export async function loadReference(
  engine: Engine,
  of: {
    readonly plan: Plan
    readonly places: Places
    readonly reporters: readonly Reporter[]
    readonly windows: readonly Window[]
    readonly obligations: readonly Database['obligation'][]
  },
): Promise<void> {
  const units = unitsOf(of.places, of.reporters)
  const ours = new Set(units.map(({ id }) => id))
  await engine.append(
    'unit',
    units.map((u) => [
      u.id,
      u.code,
      u.name,
      u.level,
      u.type,
      u.parentId,
      u.validFrom,
      u.validTo,
      u.mapColumn,
      u.mapRow,
    ]),
  )
  await engine.append(
    'inside',
    units.flatMap((unit) => insideRows(of.places, unit)),
  )
  await engine.append(
    'succession',
    of.places.successions
      .filter((s) => ours.has(s.fromUnit) || ours.has(s.toUnit))
      .map((s) => [s.fromUnit, s.toUnit, s.onDate, s.kind]),
  )
  await engine.append('former_province', formerProvinces(of.places, ours))
  await engine.append(
    'reporter',
    of.reporters.map((r) => [
      r.id,
      r.kind,
      r.name,
      r.unitId,
      r.standing,
      r.from ?? of.places.byId(r.unitId)?.validFrom ?? null,
      r.to ?? null,
    ]),
  )
  await engine.append('win', of.windows.map(windowRow))
  await engine.append('source_window', sourceRows(of.plan, of.windows))
  await engine.append(
    'obligation',
    of.obligations.map((o) => [
      o.plan,
      o.form,
      o.reporter_id,
      o.unit_id,
      o.window_id,
      o.due_before,
      o.basis,
      o.reference,
    ]),
  )
  await engine.append(
    'taken',
    of.plan.taken.flatMap(({ form, by }) => by.map((sender) => [form, sender])),
  )
  await engine.append('issuer', issuerRows(of.plan, of.reporters))
}

function issuerRows(plan: Plan, reporters: readonly Reporter[]): readonly (readonly Cell[])[] {
  const { number, date } = plan.document
  const askedOn = date ?? plan.unitsOn
  const issuers = issuersOf(plan, reporters)?.issuers ?? []
  return issuers.map(({ id, unitId }) => [id, unitId, number, askedOn])
}

/** The units that somebody reports of, those that succeed them, the districts and provinces around, and every province of today. */
function unitsOf(places: Places, reporters: readonly Reporter[]): readonly Unit[] {
  const own = new Set<string>()
  const add = (unitId: UnitId) => {
    for (let unit = places.byId(unitId); unit !== undefined; unit = parentOf(places, unit))
      own.add(unit.id)
  }
  for (const { unitId } of reporters) add(unitId)
  for (const { fromUnit, toUnit } of places.successions) if (own.has(fromUnit)) add(toUnit)
  return places.units.filter(
    ({ id, level, validTo }) => own.has(id) || (level === 'province' && validTo === null),
  )
}

function insideRows(places: Places, unit: Unit): readonly (readonly Cell[])[] {
  const rows: Cell[][] = unit.level === 'commune' ? [] : [[unit.id, unit.id, unit.level]]
  for (let up = parentOf(places, unit); up !== undefined; up = parentOf(places, up))
    rows.push([unit.id, up.id, up.level])
  return rows
}

function parentOf(places: Places, { parentId }: Unit): Unit | undefined {
  return parentId === null ? undefined : places.byId(parentId)
}

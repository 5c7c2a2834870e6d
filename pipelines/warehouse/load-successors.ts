import type { Plan } from '#models/plans/plan.ts'
import { livesOn, type Share } from '#sources/reference/lives-on.ts'
import type { Places } from '#sources/reference/places.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import type { Unit, UnitId } from '#sources/vocabulary/unit.ts'
import { planYearOf, type Window, window } from '#sources/vocabulary/window.ts'
import type { Cell, Engine } from './engine.ts'

interface Units {
  readonly plan: Plan
  readonly places: Places
  readonly reporters: readonly Reporter[]
  readonly windows: readonly Window[]
}

/**
 * What became of the plan's units: by the business date (`today`), and by later months of the year in which they ended (`heir`). Nothing
 * where all of them are there; the answer says whether some are not.
 */
export async function loadSuccessors(
  engine: Engine,
  of: Units,
  businessDate: CalendarDate,
): Promise<boolean> {
  const communes = communesOf(of)
  const heirs = heirRows(of, communes)
  await engine.append('heir', heirs)
  const ended = communes.some((unit) => !isOn(unit, businessDate))
  if (ended) await engine.append('today', todayRows(of.places, communes, businessDate))
  return ended
}

function communesOf({ places, reporters }: Units): readonly Unit[] {
  const ids = new Set(reporters.map(({ unitId }) => unitId))
  return places.units.filter(({ id, level }) => level === 'commune' && ids.has(id))
}

function todayRows(
  places: Places,
  communes: readonly Unit[],
  on: CalendarDate,
): readonly (readonly Cell[])[] {
  const follow = livesOn(places, on)
  const provinces = new Map<UnitId, UnitId>()
  const rows = communes.flatMap((unit) => {
    const shares = follow(unit.id)
    const [from, to] = [provinceOf(places, unit.id), provinceOf(places, shares[0]?.unitId)]
    if (from !== undefined && to !== undefined) provinces.set(from, to)
    return shares.map((share) => rowOf(unit.id, share))
  })
  return [...rows, ...[...provinces].map(([from, to]) => [from, to, 'whole', 1, 1])]
}

function rowOf(unitId: UnitId, share: Share): readonly Cell[] {
  return [unitId, share.unitId, share.kind, share.numerator, share.denominator]
}

function provinceOf(places: Places, unitId: UnitId | undefined): UnitId | undefined {
  let unit = unitId === undefined ? undefined : places.byId(unitId)
  while (unit !== undefined && unit.level !== 'province')
    unit = unit.parentId === null ? undefined : places.byId(unit.parentId)
  return unit?.id
}

/**
 * Of a unit that was divided, and of whom nobody says where he is, the first successor by id is the heir; of one not known nobody is. Of
 * a district or province that ended it is the province.
 */
function heirRows({ places, windows }: Units, communes: readonly Unit[]): readonly Cell[][] {
  return windows
    .filter(({ kind }) => kind === 'month')
    .flatMap((month) => {
      const year = window(`${month.family}:${planYearOf(month)}`)
      const ended = communes.filter(
        ({ validTo }) => validTo !== null && validTo > year.from && validTo < month.to,
      )
      if (ended.length === 0) return []
      const follow = livesOn(places, addDays(month.to, -1))
      const larger = new Map<UnitId, UnitId>()
      const own = ended.flatMap(({ id }) => {
        const [heir] = follow(id)
        if (heir === undefined) return []
        for (const above of endedAbove(places, id, month))
          larger.set(above, provinceOf(places, heir.unitId) as UnitId)
        return heir.kind === 'unknown' ? [] : [[month.id, id, heir.unitId]]
      })
      return [...own, ...[...larger].map(([id, province]) => [month.id, id, province])]
    })
}

/** The district and province of a commune, as far as they are no longer there at the end of a month. */
function endedAbove(places: Places, unitId: UnitId, { to }: Window): readonly UnitId[] {
  const above: UnitId[] = []
  for (let id = places.byId(unitId)?.parentId ?? null; id !== null; ) {
    const unit = places.byId(id)
    if (unit?.validTo != null && unit.validTo < to) above.push(id)
    id = unit?.parentId ?? null
  }
  return above
}

function isOn({ validFrom, validTo }: Unit, day: CalendarDate): boolean {
  return validFrom <= day && (validTo === null || day < validTo)
}

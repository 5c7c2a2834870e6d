import { addDays, type Period } from '../calendar.ts'
import type { Unit, UnitId } from '../terms.ts'
import type { Commune } from '../world/commune.ts'
import type { Province } from '../world/province.ts'

/** True when a place exists on a window's last day. */
export function isOn({ validFrom, validTo }: Unit, { to }: Period): boolean {
  const last = addDays(to, -1)
  return validFrom <= last && (validTo === null || last < validTo)
}

/** The communes that there are on a window's last day. */
export function communesOn({ communes }: Province, window: Period): readonly Commune[] {
  return communes.filter(({ unit }) => isOn(unit, window))
}

/** The communes of which a committee tells: its own, or those of its district. */
export function communesUnder({ communes, seats }: Province, unitId: UnitId): readonly UnitId[] {
  const seat = seats.find(({ unit }) => unit.id === unitId)
  return seat?.unit.level === 'district'
    ? communes.map(({ unit }) => unit).flatMap((unit) => (unit.parentId === unitId ? unit.id : []))
    : [unitId]
}

/** The communes of which a commune was made by the reform, each told by the first of its successors; itself where there was none. */
export function originsOf({ reform, communes }: Province, { unit }: Commune): readonly Unit[] {
  if (reform === null || unit.validFrom < reform.on) return [unit]
  return communes.flatMap((other) =>
    reform.heirs[other.unit.id]?.[0] === unit.id ? other.unit : [],
  )
}

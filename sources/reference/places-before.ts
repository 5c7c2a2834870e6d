import type { UnitId } from '../vocabulary/unit.ts'
import { places } from './places.ts'

let before: ReadonlyMap<UnitId, readonly UnitId[]> | undefined

/** The communes that gave way to a unit, whole or in part, on the day on which it began; of longer ago nobody was handed over. */
export function placesBefore(unitId: UnitId): readonly UnitId[] {
  before ??= gaveWay()
  return before.get(unitId) ?? []
}

function gaveWay(): ReadonlyMap<UnitId, readonly UnitId[]> {
  const { successions, byId } = places()
  const found = new Map<UnitId, UnitId[]>()
  for (const { fromUnit, toUnit, kind } of successions) {
    const [from, to] = [byId(fromUnit), byId(toUnit)]
    if (kind === 'unknown' || from?.validTo == null || from.validTo !== to?.validFrom) continue
    found.set(toUnit, [...(found.get(toUnit) ?? []), fromUnit])
  }
  return found
}

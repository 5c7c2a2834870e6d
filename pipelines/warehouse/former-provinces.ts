import type { Places } from '#sources/reference/places.ts'
import type { Unit } from '#sources/vocabulary/unit.ts'
import type { Cell } from './engine.ts'

/** For each of these units the provinces, by name, in which everything lay out of which it was made. */
export function formerProvinces(
  places: Places,
  ours: ReadonlySet<string>,
): readonly (readonly Cell[])[] {
  const names = new Map<string, Set<string>>()
  for (const { fromUnit, toUnit } of places.successions) {
    const province = ours.has(toUnit) ? rootOf(places, places.byId(fromUnit)) : undefined
    if (province === undefined) continue
    names.set(toUnit, (names.get(toUnit) ?? new Set<string>()).add(province.name))
  }
  return [...names].flatMap(([unit, all]) => [...all].map((name) => [unit, name]))
}

function rootOf(places: Places, unit: Unit | undefined): Unit | undefined {
  const parent = unit && places.byId(unit.parentId ?? '')
  return parent === undefined ? unit : rootOf(places, parent)
}

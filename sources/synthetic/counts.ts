import type { UnitId } from '../vocabulary/unit.ts'

/** Counts of one indicator by unit. */
export type Counts = ReadonlyMap<UnitId, readonly [numerator: number, denominator: number]>

/** Counts one at a time. */
export interface Counter {
  add(unitId: UnitId, counted: boolean): void
  done(): Counts
}

export function counter(): Counter {
  const counts = new Map<UnitId, readonly [number, number]>()
  return {
    add: (unitId, counted) => {
      const [numerator, denominator] = counts.get(unitId) ?? [0, 0]
      counts.set(unitId, [numerator + (counted ? 1 : 0), denominator + 1])
    },
    done: () => counts,
  }
}

import { definitionsOf } from '#models/definitions.ts'
import { places } from '#sources/reference/places.ts'
import type { Looking } from '#sources/synthetic/index.ts'
import type { Unit } from '#sources/vocabulary/unit.ts'
import type { World } from './order.ts'

/** What the truth of a world must tell: every figure that its plan has measured, on every place around those who report. */
export function lookingAt({ plan, schedule }: Pick<World, 'plan' | 'schedule'>): Looking {
  return {
    asked: definitionsOf(plan).map(({ indicator, parameters }) => ({
      indicator: indicator.id,
      parameters,
    })),
    units: schedule.reporters.flatMap(({ unitId }) => unitsAround(unitId)),
    years: plan.years,
  }
}

/** The unit with every larger one around it. */
function unitsAround(unitId: string | null): readonly Unit[] {
  const unit = unitId === null ? undefined : places().byId(unitId)
  return unit === undefined ? [] : [unit, ...unitsAround(unit.parentId)]
}

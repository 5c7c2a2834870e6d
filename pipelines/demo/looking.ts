import { definitionsOf } from '#models/definitions.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { places, restrictTo } from '#sources/reference/places.ts'
import type { Looking } from '#sources/synthetic/index.ts'
import type { Unit, UnitId } from '#sources/vocabulary/unit.ts'
import type { World } from './order.ts'

/**
 * What the truth of a world must tell: every figure that its plan has measured, in all its years, on every place of which somebody
 * reports or would have, and on those that took their places. `communes`: the codes of those that take part; all for null.
 */
export function lookingAt(
  { plan }: Pick<World, 'plan'>,
  communes: readonly string[] | null,
): Looking {
  const own = communes === null ? places() : restrictTo(places(), communes)
  const reporters = reportersOf(plan, own)
  const ids = new Set(reporters.map(({ unitId }) => unitId))
  const successions = own.successions.filter(({ fromUnit }) => ids.has(fromUnit))
  const around = (id: UnitId | null): readonly Unit[] => {
    const unit = id === null ? undefined : own.byId(id)
    return unit === undefined ? [] : [unit, ...around(unit.parentId)]
  }
  return {
    asked: definitionsOf(plan).map(({ indicator, parameters }) => ({
      indicator: indicator.id,
      parameters,
    })),
    reporters,
    units: [...ids, ...successions.map(({ toUnit }) => toUnit)].flatMap(around),
    successions,
    years: plan.years,
  }
}

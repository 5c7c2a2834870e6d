import type { Places } from '#sources/reference/places.ts'
import { committeeOf, policeOf, type Reporter, reporterId } from '#sources/vocabulary/reporter.ts'
import type { Unit } from '#sources/vocabulary/unit.ts'
import type { Plan } from './plan.ts'

/**
 * Everyone who may report under a plan: police and committee of each commune, the bodies that are agencies, the facilities.
 *
 * @throws RangeError when the places do not hold the plan's province on the plan's day.
 */
export function reportersOf(plan: Plan, places: Places): readonly Reporter[] {
  const province = places.province(plan.provinceCode, plan.unitsOn)
  if (province === undefined)
    throw new RangeError(
      `plan '${plan.id}': province '${plan.provinceCode}' is unknown on ${plan.unitsOn}; see sources/reference/provinces.csv`,
    )
  const communes = places.communesOf(plan.provinceCode, plan.unitsOn)
  const committees = plan.bodies.find(({ reportsAs }) => reportsAs === 'committees')
  return [
    ...communes.map((commune) => policeOf(commune, 'obliged')),
    ...communes.map((commune) => committeeOf(commune, committees?.standing ?? 'obliged')),
    ...agenciesOf(plan, province),
    ...facilitiesOf(plan, province),
  ]
}

function agenciesOf(plan: Plan, province: Unit): readonly Reporter[] {
  return plan.bodies
    .filter(({ reportsAs }) => reportsAs === 'agency')
    .map(({ slug, name, standing }) => ({
      id: reporterId('agency', slug),
      kind: 'agency',
      name,
      unitId: province.id,
      standing,
    }))
}

function facilitiesOf(plan: Plan, province: Unit): readonly Reporter[] {
  return plan.facilities.map(({ slug, name }) => ({
    id: reporterId('facility', slug),
    kind: 'facility',
    name,
    unitId: province.id,
    standing: 'obliged',
  }))
}

import { type Places, placeName } from '#sources/reference/places.ts'
import { type Reporter, reporterId } from '#sources/vocabulary/reporter.ts'
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
  return [
    ...communes.map(policeOf),
    ...communes.map((commune) => committeeOf(plan, commune)),
    ...agenciesOf(plan, province),
    ...facilitiesOf(plan, province),
  ]
}

function policeOf(commune: Unit): Reporter {
  return {
    id: reporterId('police', commune.code),
    kind: 'police',
    name: `Công an ${placeName(commune)}`,
    unitId: commune.id,
    standing: 'obliged',
  }
}

function committeeOf(plan: Plan, commune: Unit): Reporter {
  const body = plan.bodies.find(({ reportsAs }) => reportsAs === 'committees')
  return {
    id: reporterId('committee', commune.code),
    kind: 'committee',
    name: `UBND ${placeName(commune)}`,
    unitId: commune.id,
    standing: body?.standing ?? 'obliged',
  }
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

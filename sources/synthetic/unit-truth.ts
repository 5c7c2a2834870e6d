import { addDays } from '../vocabulary/date.ts'
import type { UnitId } from '../vocabulary/unit.ts'
import { monthsOf, planYearOf, type Window } from '../vocabulary/window.ts'
import { agencyAudience, audienceOf } from './committee-rows.ts'
import type { Counts } from './counts.ts'
import { inmatesOf } from './inmates.ts'
import { outreachOf } from './outreach.ts'
import { quarterOf } from './plan-year.ts'
import type { Province } from './province.ts'
import { random } from './random.ts'
import type { Schedule } from './schedule.ts'
import { codeOf, type InForce } from './sight.ts'

/** Models: each commune with residents on the last day, and whether a model works in it then, its own or one shared with it. */
export function modelled(
  province: Province,
  inForce: InForce,
  window: Window,
  registered: readonly UnitId[],
  residents: ReadonlyMap<UnitId, number>,
): Counts {
  const quarter = quarterId(window)
  const lastDay = addDays(window.to, -1)
  const reported = (unitId: UnitId) =>
    inForce.of('support-model', `committee:${codeOf(unitId)}`, quarter) !== null
  const working = province.models.filter(
    ({ unitId, foundedOn, endedOn }) =>
      reported(unitId) && foundedOn <= lastDay && (endedOn === null || endedOn > lastDay),
  )
  const served = new Set(
    working.flatMap(({ unitId, covers }) => [unitId, ...covers.map(({ id }) => id)]),
  )
  return new Map(
    registered
      .filter(reported)
      .map((unitId) =>
        (residents.get(unitId) ?? 0) === 0
          ? [unitId, [0, 0]]
          : [unitId, [served.has(unitId) ? 1 : 0, 1]],
      ),
  )
}

/** Exemplars: each commune whose committee reported, and whether one was recognised in the plan's year so far. */
export function exemplary(province: Province, inForce: InForce, window: Window): Counts {
  const quarter = quarterId(window)
  const reported = province.communes
    .map(({ unit }) => unit.id)
    .filter((id) => inForce.of('exemplar', `committee:${codeOf(id)}`, quarter) !== null)
  const honoured = new Set(
    province.exemplars
      .filter(({ recognisedOn }) => recognisedOn >= province.year.from && recognisedOn < window.to)
      .map(({ unitId }) => unitId),
  )
  return new Map(reported.map((id) => [id, [honoured.has(id) ? 1 : 0, 1]]))
}

/** Communication: officials and adults reached since the start of the year; agencies belong to the province only. */
export function communicated(
  province: Province,
  schedule: Schedule,
  inForce: InForce,
  window: Window,
): { readonly communes: Counts; readonly agencies: readonly [number, number] | null } {
  const quarter = quarterId(window)
  const told = (reporterId: string, audience: Parameters<typeof outreachOf>[1]) => {
    if (inForce.of('communication', reporterId, quarter) === null) return []
    const chance = random(`${province.seed}/outreach/${reporterId}`)
    const reach = outreachOf(chance, audience, quarterOf(window))
    const reached = reach.officialsReached + (reach.adultsReached ?? 0)
    return [[reached, reach.officialsTotal + (reach.adultsTotal ?? 0)] as const]
  }
  const communes = province.communes.flatMap((commune) =>
    told(`committee:${commune.unit.code}`, audienceOf(commune)).map(
      (pair) => [commune.unit.id, pair] as const,
    ),
  )
  const ids = new Set(schedule.sendings.map(({ reporter }) => reporter.id))
  const agencies = [...ids]
    .filter((id) => id.startsWith('agency:'))
    .flatMap((id) => told(id, agencyAudience(province.seed, id)))
  return {
    communes: new Map(communes),
    agencies:
      agencies.length === 0
        ? null
        : [
            agencies.reduce((sum, [reached]) => sum + reached, 0),
            agencies.reduce((sum, [, total]) => sum + total, 0),
          ],
  }
}

/** Pre-release: those released in the window's months who got all four measures; null where no facility reported. */
export function prepared(
  { seed }: Province,
  inForce: InForce,
  window: Window,
): readonly [number, number] | null {
  const reports = monthsOf(window).flatMap(({ id }) => {
    const sending = inForce.of('pre-release', 'facility:trai-tam-giam', id)
    return sending === null
      ? []
      : [inmatesOf(random(`${seed}/inmates/${sending.reporter.name}/${id}`))]
  })
  if (reports.length === 0) return null
  return [
    reports.reduce((sum, { allFour }) => sum + allFour, 0),
    reports.reduce((sum, { released }) => sum + released, 0),
  ]
}

/** The quarter whose reports a window of three, six, nine or twelve months takes its stocks from. */
function quarterId(window: Window): string {
  return `adm:${planYearOf(window)}-Q${quarterOf(window)}`
}

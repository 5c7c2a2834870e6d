import { addDays, type CalendarDate } from '../vocabulary/date.ts'
import type { UnitId } from '../vocabulary/unit.ts'
import { type Window, windowsOf } from '../vocabulary/window.ts'
import type { Counts } from './counts.ts'
import { employed, managed, residents, returned } from './person-truth.ts'
import type { Province } from './province.ts'
import type { Schedule } from './schedule.ts'
import { inForceOf, registerOf, sightsOf } from './sight.ts'
import { communicated, exemplary, modelled, prepared } from './unit-truth.ts'

/** A planted value: what an indicator must be for a unit and window, or, where there is none, no value. */
export interface TruthValue {
  readonly indicator: string
  readonly windowId: string
  readonly unitId: UnitId
  readonly numerator: number
  readonly denominator: number
}

/**
 * The expected values of every closed window, counted by loops over the invented lives and never from the reports' cells.
 *
 * What the reports hide is hidden here too: a commune whose register of the window's last month is missing has no value there, a row
 * with a bad cell is not seen, figures of a sending end with the day it knows of.
 */
export function truthOf(
  province: Province,
  schedule: Schedule,
  knownUntil: CalendarDate = schedule.until,
): readonly TruthValue[] {
  const inForce = inForceOf(schedule, knownUntil)
  const communes = province.communes.map(({ unit }) => unit.id)
  const closed = windowsOf('adm', province.year.year).filter(
    ({ to }) => to <= addDays(knownUntil, 1) && to <= lastDayOf(province),
  )
  return closed.flatMap((window) => {
    const closeId = window.closeId as string
    const covered = communes.filter((id) => registerOf(inForce, id, closeId) !== null)
    const seen = sightsOf(province, inForce, closeId)
    const offences = inForce.newest('reoffence', 'agency:cong-an-tinh')
    const fromRegisters = {
      'reoffending-rate': managed(seen, window, offences?.dataTo ?? province.year.from),
      ...returned(province, inForce, seen, window),
      'employment-rate': employed(seen, window),
    }
    const values = Object.entries(fromRegisters).flatMap(([indicator, counts]) =>
      withProvince(province, indicator, window, covered, counts),
    )
    const inmates = prepared(province, inForce, window)
    const single =
      inmates === null
        ? []
        : [plantedValue('pre-release-preparation-coverage', window, province.unitId, inmates)]
    if (window.kind === 'month' || !QUARTER_ENDS.has(closeId.slice(-2)))
      return [...values, ...single]
    const models = modelled(province, inForce, window, covered, residents(seen, window))
    const exemplars = exemplary(province, inForce, window)
    const reach = communicated(province, schedule, inForce, window)
    return [
      ...values,
      ...single,
      ...withProvince(province, 'model-coverage', window, [...models.keys()], models),
      ...withProvince(province, 'exemplar-coverage', window, [...exemplars.keys()], exemplars),
      ...withProvince(
        province,
        'communication-reach',
        window,
        [...reach.communes.keys()],
        reach.communes,
        reach.agencies,
      ),
    ]
  })
}

const QUARTER_ENDS = new Set(['03', '06', '09', '12'])

/** A value for each covered commune, 0 of 0 included, and their sum (with what only the province counts) for the province. */
function withProvince(
  province: Province,
  indicator: string,
  window: Window,
  covered: readonly UnitId[],
  counts: Counts,
  beside: readonly [number, number] | null = null,
): TruthValue[] {
  const values = covered.map((unitId) =>
    plantedValue(indicator, window, unitId, counts.get(unitId) ?? [0, 0]),
  )
  if (values.length === 0 && beside === null) return []
  const numerator = values.reduce((sum, value) => sum + value.numerator, beside?.[0] ?? 0)
  const denominator = values.reduce((sum, value) => sum + value.denominator, beside?.[1] ?? 0)
  return [...values, plantedValue(indicator, window, province.unitId, [numerator, denominator])]
}

function plantedValue(
  indicator: string,
  window: Window,
  unitId: UnitId,
  [numerator, denominator]: readonly [number, number],
): TruthValue {
  return Object.freeze({ indicator, windowId: window.id, unitId, numerator, denominator })
}

function lastDayOf({ year, months }: Province): CalendarDate {
  const month = windowsOf('adm', year.year).filter(({ kind }) => kind === 'month')[months - 1]
  return (month as Window).to
}

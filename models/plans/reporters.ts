import type { Places } from '#sources/reference/places.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import { committeeOf, policeOf, type Reporter, reporterId } from '#sources/vocabulary/reporter.ts'
import type { Unit } from '#sources/vocabulary/unit.ts'
import { window, yearToDate } from '#sources/vocabulary/window.ts'
import type { Plan } from './plan.ts'

/**
 * Everyone who may report under a plan: police of each commune, committees of communes or (as long as there are any, where the plan lets
 * them report) of districts, the bodies that are agencies, the facilities.
 *
 * Where units were merged or divided during the plan, a reporter stands once for each unit that it has reported for, with its days. After
 * the province itself was merged those remain whose communes succeed the plan's own.
 *
 * @throws RangeError when the places do not hold the plan's province on the plan's day.
 */
export function reportersOf(plan: Plan, places: Places): readonly Reporter[] {
  const eras = erasOf(plan, places)
  const [only] = eras
  if (eras.length === 1 && only !== undefined) return reportersIn(plan, only)
  return eras
    .flatMap((era) =>
      reportersIn(plan, era).map((reporter) => ({
        ...reporter,
        from: era.from,
        ...(era.to === null ? {} : { to: era.to }),
      })),
    )
    .reduce(joined, [])
}

/** The units of the plan for as long as none of them changed. */
interface Era {
  readonly from: CalendarDate
  /** Exclusive; null while it lasts. */
  readonly to: CalendarDate | null
  readonly province: Unit
  readonly districts: readonly Unit[]
  readonly communes: readonly Unit[]
}

function erasOf(plan: Plan, places: Places): readonly Era[] {
  const eras: Era[] = []
  let day: CalendarDate | null = plan.unitsOn
  while (day !== null && (eras.length === 0 || day < endOf(plan))) {
    const era = eraOn(plan, places, day, eras.at(-1))
    eras.push(era)
    day = era.to
  }
  return eras
}

function eraOn(plan: Plan, places: Places, on: CalendarDate, before: Era | undefined): Era {
  const province = places.province(plan.provinceCode, on)
  if (province === undefined)
    throw new RangeError(
      `plan '${plan.id}': province '${plan.provinceCode}' is unknown on ${on}; see sources/reference/provinces.csv`,
    )
  const all = places.communesOf(plan.provinceCode, on)
  const communes =
    before === undefined || before.province.id === province.id
      ? all
      : successors(places, before, all)
  const districts = places.units.filter(
    ({ level, parentId, validFrom, validTo }) =>
      level === 'district' &&
      parentId === province.id &&
      validFrom <= on &&
      (validTo === null || on < validTo),
  )
  const units = [province, ...districts, ...communes]
  const ends = units.flatMap(({ validTo }) => (validTo === null ? [] : [validTo])).sort()
  const from = before?.to ?? communes[0]?.validFrom ?? province.validFrom
  return { from, to: ends[0] ?? null, province, districts, communes }
}

/** Those of the communes in which some commune of an earlier time lives on, whole or in part. */
function successors(places: Places, { communes }: Era, all: readonly Unit[]): readonly Unit[] {
  const before = new Set(communes.map(({ id }) => id))
  const after = new Set(
    places.successions.filter((each) => before.has(each.fromUnit)).map(({ toUnit }) => toUnit),
  )
  return all.filter(({ id }) => after.has(id))
}

/** First day after the plan's last window; the day after its own day where it has none. */
function endOf({ years, windows, unitsOn }: Plan): CalendarDate {
  const last = years.at(-1)
  const ends = [
    addDays(unitsOn, 1),
    ...(last === undefined ? [] : [yearToDate(windows.family, last, 12).to]),
    ...(windows.reviews ?? []).map((review) => window(review.window).to),
  ]
  return ends.sort().at(-1) as CalendarDate
}

function reportersIn(plan: Plan, era: Era): readonly Reporter[] {
  const standing =
    plan.bodies.find(({ reportsAs }) => reportsAs === 'committees')?.standing ?? 'obliged'
  const governed =
    plan.committees === 'district' && era.districts.length > 0 ? era.districts : era.communes
  return [
    ...era.communes.map((commune) => policeOf(commune, 'obliged')),
    ...governed.map((unit) => committeeOf(unit, standing)),
    ...agenciesOf(plan, era.province),
    ...facilitiesOf(plan, era.province),
  ]
}

/** One who reports for the same unit in two eras is one, over the days of both. */
function joined(all: readonly Reporter[], next: Reporter): readonly Reporter[] {
  const at = all.findIndex(({ id, unitId }) => id === next.id && unitId === next.unitId)
  const before = all[at]
  if (before === undefined) return [...all, next]
  const { to: _ended, ...since } = before
  return all.with(at, next.to === undefined ? since : { ...since, to: next.to })
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

import {
  type Day,
  earliest,
  type Family,
  monthsOfYear,
  type Period,
  periodsOf,
} from '../calendar.ts'
import type { PlanFacts, Reporter, Unit, UnitId } from '../terms.ts'
import { type Persons, personsIn } from './person.ts'
import { type Places, placesOf, type Succession } from './place.ts'
import { type Resident, residentsOf } from './resident.ts'
import { counts, groupsOf, inForceOf, placeName, placeOf, type Submission } from './submission.ts'

/** The province and its plan, before anything is sent. */
export interface Setting {
  readonly plan: PlanFacts
  readonly family: Family
  /** Years of the plan whose windows are looked at. */
  readonly years: readonly number[]
  readonly reviews: readonly Period[]
  /** Every place that somebody reports of, whenever, with the districts and provinces around it. */
  readonly units: readonly Unit[]
  readonly successions: readonly Succession[]
  readonly reporters: readonly Reporter[]
}

/** All that is known on a day: what was asked, what came, what counts. */
export interface Known extends Setting {
  readonly day: Day
  /** Windows that have closed. */
  readonly windows: readonly Period[]
  readonly submissions: readonly Submission[]
  readonly persons: Persons
  readonly places: Places
  inForce(form: string, reporterId: string, windowId: string): Submission | null
  /** When the first version that counts arrived; null where none has. */
  firstArrival(form: string, reporterId: string, windowId: string): Day | null
  /** Everyone on the registers of a window's last month. */
  residentsAt(window: Period): readonly Resident[]
  /** The police of communes whose register of that month counts. */
  hasRegister(unitId: string, closeId: string): boolean
  /** All reports of a form that count, by window. */
  allOf(form: string, windowId: string): readonly Submission[]
  /** Who tells of a place in a window: itself, or its heir where it ended within the year. */
  heirIn(unitId: UnitId, window: Period): UnitId
  /** The year of a window; null of a review. */
  yearOf(window: Period): number | null
  /** The whole year in which a window lies. */
  yearAround(window: Period): Period
}

/** What a plan's province looks like from its submissions on a day. */
export function knownOn(
  day: Day,
  setting: Setting & { readonly submissions: readonly Submission[] },
): Known {
  const { submissions, family, years, reviews } = setting
  const counting = inForceOf(submissions)
  const persons = personsIn(counting.values())
  const byWindow = new Map(
    groupsOf([...counting.values()], ({ form, window }) => `${form} ${window.id}`).map((all) => [
      `${all[0]?.form} ${all[0]?.window.id}`,
      all,
    ]),
  )
  const allOf = (form: string, windowId: string) => byWindow.get(`${form} ${windowId}`) ?? []
  const places = placesOf(setting.units, setting.successions)
  const residents = new Map(
    years.flatMap((year) => {
      const months = monthsOfYear(year, family)
      return months.map((month) => [month.id, residentsIn(month, months)] as const)
    }),
  )
  function residentsIn(month: Period, months: readonly Period[]): readonly Resident[] {
    const heirOf = (unitId: UnitId) => places.heirIn(unitId, month, (months[0] as Period).from)
    const ended = setting.units.filter(({ id, level }) => level === 'commune' && heirOf(id) !== id)
    const before = ended.flatMap(({ id, validTo }) => {
      const last = months
        .filter(({ to }) => to <= month.to)
        .flatMap((each) => allOf('returnee-register', each.id))
        .findLast(({ unitId }) => unitId === id)
      return last === undefined ? [] : [{ register: last, until: validTo as Day }]
    })
    const current = allOf('returnee-register', month.id).map((register) => ({
      register,
      until: null,
    }))
    return residentsOf([...current, ...before], month, persons, heirOf)
  }
  const arrivals = new Map<string, Day>()
  for (const submission of submissions.filter(counts)) {
    const place = placeOf(submission)
    arrivals.set(place, earliest(submission.arrivedOn, arrivals.get(place) ?? submission.arrivedOn))
  }
  const yearById = new Map(
    years.flatMap((year) => periodsOf(year, family).map(({ id }) => [id, year])),
  )
  const yearOf = ({ id }: Period) => yearById.get(id) ?? null
  const yearAround = (window: Period) =>
    all.find((each) => each.kind === 'year' && yearOf(each) === yearOf(window)) ?? window
  const all = [...years.flatMap((year) => periodsOf(year, family)), ...reviews]
  return {
    ...setting,
    day,
    persons,
    places,
    windows: all.filter(({ to }) => to <= day),
    inForce: (form, reporterId, windowId) =>
      counting.get(placeName(form, reporterId, windowId)) ?? null,
    firstArrival: (form, reporterId, windowId) =>
      arrivals.get(placeName(form, reporterId, windowId)) ?? null,
    allOf,
    residentsAt: ({ closeId }) => residents.get(closeId ?? '') ?? [],
    hasRegister: (unitId, closeId) =>
      allOf('returnee-register', closeId).some((register) => register.unitId === unitId),
    yearOf,
    yearAround,
    heirIn: (unitId, window) => places.heirIn(unitId, window, yearAround(window).from),
  }
}

/** The months that a window is made of, as far as they have closed. */
export function monthsIn(known: Known, window: Period): readonly Period[] {
  return known.windows.filter(
    ({ kind, from, to }) => kind === 'month' && from >= window.from && to <= window.to,
  )
}

/** All months that have closed. */
export function monthsOf({ windows }: Known): readonly Period[] {
  return windows.filter(({ kind }) => kind === 'month')
}

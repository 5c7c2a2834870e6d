import { type Day, earliest, latest } from '../calendar.ts'
import type { UnitId } from '../terms.ts'
import type { Person, Stay } from '../world/person.ts'

/** A person in one commune, for as long as they live there. */
export interface Resident {
  readonly person: Person
  readonly stay: Stay
}

const byUnit = new WeakMap<readonly Person[], ReadonlyMap<UnitId, readonly Resident[]>>()

/** Who lives or lived in a commune. */
export function residentsOf(persons: readonly Person[], unitId: UnitId): readonly Resident[] {
  const known = byUnit.get(persons)
  if (known !== undefined) return known.get(unitId) ?? []
  const residents = new Map<UnitId, Resident[]>()
  for (const person of persons) {
    for (const stay of person.stays) {
      const here = residents.get(stay.unitId) ?? []
      here.push({ person, stay })
      residents.set(stay.unitId, here)
    }
  }
  byUnit.set(persons, residents)
  return residents.get(unitId) ?? []
}

/**
 * The residents whom a commune lists by a day: everyone who was there on any day since the year began, those who left included.
 * In order of arrival, then of case file.
 */
export function listedOn(residents: readonly Resident[], yearFrom: Day, day: Day): Resident[] {
  return residents
    .filter(({ stay }) => stay.from <= day && (stay.to === null || stay.to > yearFrom))
    .toSorted((a, b) => compare(a.stay.from, b.stay.from) || compare(a.person.key, b.person.key))
}

/** The last day of which a commune knows anything about a resident: the day itself, or that of leaving. */
export function knownUntil({ stay }: Resident, day: Day): Day {
  return earliest(day, stay.to ?? day)
}

/** The last day of which any commune that lists the person knows anything. */
export function knownAnywhere(person: Person, yearFrom: Day, day: Day): Day {
  const listed = listedOn(
    person.stays.map((stay) => ({ person, stay })),
    yearFrom,
    day,
  )
  return listed
    .map((resident) => knownUntil(resident, day))
    .reduce((a, b) => latest(a, b), yearFrom)
}

/** The day of leaving as the commune has written it down by a day; null while there is none, or where nobody ever writes it. */
export function leftOn({ stay }: Resident, day: Day): Day | null {
  return stay.to !== null && stay.to <= day && stay.leavingRecorded ? stay.to : null
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

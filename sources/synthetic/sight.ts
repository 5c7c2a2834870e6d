import type { CalendarDate } from '../vocabulary/date.ts'
import type { UnitId } from '../vocabulary/unit.ts'
import type { Person, Stay } from './person.ts'
import { earliest } from './plan-year.ts'
import type { Province } from './province.ts'
import type { Schedule } from './schedule.ts'
import type { Sending } from './sending.ts'

/** A person as one commune's register shows them: the stay, and up to which day that commune knows of anything. */
export interface Sight {
  readonly person: Person
  readonly stay: Stay
  readonly knownTo: CalendarDate
  /** The day of leaving, where the register tells it. */
  readonly leftOn: CalendarDate | null
}

/** Which sending counts, by form, reporter and window: the highest revision among those that came by a day and were accepted. */
export interface InForce {
  of(form: string, reporterId: string, windowId: string): Sending | null
  /** The newest list of a form from a reporter. */
  newest(form: string, reporterId: string): Sending | null
}

export function inForceOf({ sendings }: Schedule, knownUntil: CalendarDate): InForce {
  const arrived = sendings.filter(({ arrivedOn }) => arrivedOn <= knownUntil)
  const counting = new Map<string, Sending>()
  const newest = new Map<string, Sending>()
  for (const sending of arrived) {
    const refused = sending.faults.flatMap((fault) =>
      fault.kind === 'no-tick' ? [fault.form] : [],
    )
    for (const form of sending.forms.filter((id) => !refused.includes(id))) {
      const key = `${form} ${sending.reporter.id} ${sending.window.id}`
      const before = counting.get(key)
      if (before === undefined || before.revision < sending.revision) counting.set(key, sending)
    }
  }
  for (const [key, sending] of counting) {
    const list = key.slice(0, key.lastIndexOf(' '))
    const before = newest.get(list)
    if (before === undefined || before.window.to < sending.window.to) newest.set(list, sending)
  }
  return {
    of: (form, reporterId, windowId) => counting.get(`${form} ${reporterId} ${windowId}`) ?? null,
    newest: (form, reporterId) => newest.get(`${form} ${reporterId}`) ?? null,
  }
}

/** What all registers of a month together show, person by person; whom no register shows is absent. */
export function sightsOf(
  province: Province,
  inForce: InForce,
  closeId: string,
): ReadonlyMap<Person, readonly Sight[]> {
  const seen = new Map<Person, readonly Sight[]>()
  for (const person of province.persons) {
    const sights = person.stays.flatMap((stay) => {
      const register = registerOf(inForce, stay.unitId, closeId)
      const sight = register && sightOf(person, stay, register)
      return sight === null || (stay.to !== null && stay.to <= province.year.from) ? [] : [sight]
    })
    if (sights.length > 0) seen.set(person, sights)
  }
  return seen
}

/** The register that counts for a commune and month. */
export function registerOf(inForce: InForce, unitId: UnitId, closeId: string): Sending | null {
  return inForce.of('returnee-register', `police:${codeOf(unitId)}`, closeId)
}

export function codeOf(unitId: UnitId): string {
  return unitId.slice(0, unitId.indexOf('@'))
}

function sightOf(person: Person, stay: Stay, { dataTo, faults }: Sending): Sight | null {
  const withheld = faults.some(
    (fault) => fault.kind === 'bad-cell' && fault.withholds && fault.person === person.key,
  )
  if (withheld || stay.from > dataTo) return null
  const gone = stay.to !== null && stay.to <= dataTo
  return {
    person,
    stay,
    knownTo: stay.to === null ? dataTo : earliest(dataTo, stay.to),
    leftOn: gone && stay.leavingRecorded ? stay.to : null,
  }
}

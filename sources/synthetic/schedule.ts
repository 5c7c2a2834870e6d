import { addDays, type CalendarDate } from '../vocabulary/date.ts'
import type { Reporter } from '../vocabulary/reporter.ts'
import type { UnitId } from '../vocabulary/unit.ts'
import { type Window, windowsOf } from '../vocabulary/window.ts'
import { quarterOf } from './plan-year.ts'
import type { Province } from './province.ts'
import type { Resident } from './register-row.ts'
import {
  agencies,
  committees,
  type Mail,
  monthlyLists,
  registers,
  type Sending,
} from './sending.ts'

export interface Schedule {
  readonly sendings: readonly Sending[]
  /** Everything arrives by this day; what would come later has not been sent yet. */
  readonly until: CalendarDate
  readonly residents: ReadonlyMap<UnitId, readonly Resident[]>
}

export interface Senders {
  /** Agencies and places of detention of the plan. */
  readonly agencies: readonly Reporter[]
  /** First quarter of the agencies' reports; a plan of May, as Bắc Ninh's, asks for them from the second on. */
  readonly agenciesFromQuarter?: number
  /** Last day of arrival; five days after the last month's close when left out. */
  readonly until?: CalendarDate
}

/** Decides who sends what on which day: most in time, some late, a few never, some twice, some with mistakes. */
export function makeSchedule(province: Province, senders: Senders): Schedule {
  const windows = windowsOf('adm', province.year.year)
  const months = windows.filter(({ kind }) => kind === 'month').slice(0, province.months)
  const last = months.at(-1) as Window
  const quarters = windows.filter(({ kind, to }) => kind === 'quarter' && to <= last.to)
  const until = senders.until ?? addDays(last.to, 5)
  const residents = residentsOf(province)
  const mail: Mail = { province, residents, steady: steadyUnits(province), until }
  const sendings = [
    ...months.flatMap((month) => [
      ...province.communes.flatMap((commune) => registers(mail, commune, month)),
      ...senders.agencies.flatMap((agency) => monthlyLists(mail, agency, month)),
    ]),
    ...quarters.flatMap((quarter) => [
      ...province.communes.flatMap((commune) => committees(mail, commune, quarter)),
      ...senders.agencies
        .filter(() => quarterOf(quarter) >= (senders.agenciesFromQuarter ?? 2))
        .flatMap((agency) => agencies(mail, agency, quarter)),
    ]),
  ].filter(({ arrivedOn }) => arrivedOn <= until)
  return Object.freeze({ sendings, until, residents })
}

/**
 * Communes of people who moved and are prosecuted: which commune counts them is told by the rules only while all of their communes
 * report, so chance must not take one away.
 */
function steadyUnits({ persons }: Province): ReadonlySet<UnitId> {
  const moved = persons.filter(({ stays, cases }) => cases.length > 0 && stays.length > 1)
  return new Set(moved.flatMap(({ stays }) => stays.map(({ unitId }) => unitId)))
}

/** Who lives or lived where, by commune. */
function residentsOf({ persons }: Province): ReadonlyMap<UnitId, readonly Resident[]> {
  const residents = new Map<UnitId, Resident[]>()
  for (const person of persons) {
    for (const stay of person.stays) {
      const here = residents.get(stay.unitId) ?? []
      here.push({ person, stay })
      residents.set(stay.unitId, here)
    }
  }
  return residents
}

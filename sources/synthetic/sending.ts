import { addDays, type CalendarDate } from '../vocabulary/date.ts'
import { committeeOf, policeOf, type Reporter } from '../vocabulary/reporter.ts'
import type { UnitId } from '../vocabulary/unit.ts'
import type { Window } from '../vocabulary/window.ts'
import { arrival, quarterArrival } from './arrival.ts'
import type { Commune } from './commune.ts'
import { badCells, type Fault } from './fault.ts'
import type { Province } from './province.ts'
import { random } from './random.ts'
import { listedOn, type Resident } from './register-row.ts'

/** The province's police, who send the lists that cross communes. */
const PROVINCE_POLICE = 'agency:cong-an-tinh'

/** One workbook on its way: who sends it, for which window, knowing how much, with what wrong in it. */
export interface Sending {
  readonly reporter: Reporter
  /** The commune of a police station or committee. */
  readonly commune: Commune | null
  readonly window: Window
  /** Ids of the forms in it. */
  readonly forms: readonly string[]
  readonly revision: number
  /** The last day that its figures know of. */
  readonly dataTo: CalendarDate
  readonly arrivedOn: CalendarDate
  readonly faults: readonly Fault[]
}

/** What the sendings of a province depend on. */
export interface Mail {
  readonly province: Province
  readonly residents: ReadonlyMap<UnitId, readonly Resident[]>
  /** Communes that send everything, once and rightly. */
  readonly steady: ReadonlySet<UnitId>
  readonly until: CalendarDate
}

/**
 * A commune's register of a month: once and clean as a rule; else with bad cells, mended by a second sending or not; else written up
 * too early and replaced, where the replacement may overtake what it replaces.
 */
export function registers(mail: Mail, commune: Commune, month: Window): Sending[] {
  const { province, residents, until } = mail
  const chance = random(`${province.seed}/register/${commune.unit.code}/${month.id}`)
  const steady = mail.steady.has(commune.unit.id)
  const arrivedOn = arrival(chance, { first: month.to, steady, never: 30, until })
  if (arrivedOn === null) return []
  const reporter = policeOf(commune.unit, 'obliged')
  const clean = sendingOf(reporter, commune, month, ['returnee-register'], arrivedOn)
  const listed = listedOn(residents.get(commune.unit.id) ?? [], province.year.from, clean.dataTo)
  const faults = badCells(chance.stream('cells'), listed, clean.dataTo)
  const story = chance.weighted([
    ['clean', 900],
    ['mended', 32],
    ['early', 22],
    ['overtaken', 16],
    ['partial', 30],
  ] as const)
  if (steady || faults.length === 0) return [clean]
  const early = { ...clean, dataTo: addDays(clean.dataTo, -chance.between(4, 9)) }
  const again = { ...clean, revision: 2, arrivedOn: addDays(arrivedOn, chance.between(2, 6)) }
  switch (story) {
    case 'clean':
      return [clean]
    case 'partial':
      return [{ ...clean, faults }]
    case 'mended':
      return [{ ...clean, faults }, again]
    case 'early':
      return [early, again]
    case 'overtaken':
      return [
        { ...again, arrivedOn },
        { ...early, arrivedOn: addDays(arrivedOn, chance.between(1, 2)) },
      ]
  }
}

/** The lists that the province's police and the place of detention send within three days of a month's close. */
export function monthlyLists({ province }: Mail, agency: Reporter, month: Window): Sending[] {
  const chance = random(`${province.seed}/list/${agency.id}/${month.id}`)
  const arrivedOn = addDays(month.to, chance.below(3))
  if (agency.kind === 'facility')
    return [sendingOf(agency, null, month, ['pre-release'], arrivedOn)]
  const forms = ['release-notice', 'reoffence']
  return agency.id === PROVINCE_POLICE ? [sendingOf(agency, null, month, forms, arrivedOn)] : []
}

/** A committee's three forms of a quarter; now and then it has no exemplar and forgets to say so. */
export function committees(mail: Mail, commune: Commune, quarter: Window): Sending[] {
  const { province, until } = mail
  const chance = random(`${province.seed}/committee/${commune.unit.code}/${quarter.id}`)
  const steady = mail.steady.has(commune.unit.id)
  const arrivedOn = quarterArrival(chance, { first: quarter.to, steady, never: 40, until })
  if (arrivedOn === null) return []
  const forms = ['support-model', 'exemplar', 'communication']
  const clean = sendingOf(committeeOf(commune.unit, 'obliged'), commune, quarter, forms, arrivedOn)
  const recognised = province.exemplars.some(
    ({ unitId, recognisedOn }) => unitId === commune.unit.id && recognisedOn <= clean.dataTo,
  )
  if (recognised || !chance.chance(5)) return [clean]
  const unticked: Sending = { ...clean, faults: [{ kind: 'no-tick', form: 'exemplar' }] }
  const again = { ...clean, revision: 2, arrivedOn: addDays(arrivedOn, chance.between(1, 5)) }
  return chance.chance(50) ? [unticked, again] : [unticked]
}

/** An agency's communication of a quarter. */
export function agencies({ province, until }: Mail, agency: Reporter, quarter: Window): Sending[] {
  if (agency.kind !== 'agency') return []
  const chance = random(`${province.seed}/agency/${agency.id}/${quarter.id}`)
  const steady = agency.id === PROVINCE_POLICE
  const arrivedOn = quarterArrival(chance, { first: quarter.to, steady, never: 80, until })
  return arrivedOn === null ? [] : [sendingOf(agency, null, quarter, ['communication'], arrivedOn)]
}

function sendingOf(
  reporter: Reporter,
  commune: Commune | null,
  window: Window,
  forms: readonly string[],
  arrivedOn: CalendarDate,
): Sending {
  const dataTo = addDays(window.to, -1)
  return { reporter, commune, window, forms, revision: 1, dataTo, arrivedOn, faults: [] }
}

import { addDays, type CalendarDate } from '../vocabulary/date.ts'
import { type Reporter, reporterId } from '../vocabulary/reporter.ts'
import type { Unit, UnitId } from '../vocabulary/unit.ts'
import { placeName } from '../vocabulary/unit-words.ts'
import { type Window, windowsOf } from '../vocabulary/window.ts'
import type { Commune } from './commune.ts'
import { badCells, type Fault } from './fault.ts'
import { quarterOf } from './plan-year.ts'
import type { Province } from './province.ts'
import { type Random, random } from './random.ts'
import { listedOn, type Resident } from './register-row.ts'

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

export interface Schedule {
  readonly sendings: readonly Sending[]
  /** Everything arrives by this day; what would come later has not been sent yet. */
  readonly until: CalendarDate
  readonly residents: ReadonlyMap<UnitId, readonly Resident[]>
}

export interface Senders {
  /** Agencies and places of detention of the plan. */
  readonly agencies: readonly Reporter[]
  /** First quarter for which agencies other than the police report; Bắc Ninh's plan dates from May, so its second. */
  readonly agenciesFromQuarter?: number
  /** Last day of arrival; five days after the last month's close when left out. */
  readonly until?: CalendarDate
}

const POLICE = 'agency:cong-an-tinh'

/** Decides who sends what on which day: most in time, some late, a few never, some twice, some with mistakes. */
export function makeSchedule(province: Province, senders: Senders): Schedule {
  const windows = windowsOf('adm', province.year.year)
  const months = windows.filter(({ kind }) => kind === 'month').slice(0, province.months)
  const last = months.at(-1) as Window
  const quarters = windows.filter(({ kind, to }) => kind === 'quarter' && to <= last.to)
  const until = senders.until ?? addDays(last.to, 5)
  const residents = residentsOf(province)
  const plan: Plan = { province, residents, steady: steadyUnits(province), until }
  const monthly = months.flatMap((month) => [
    ...province.communes.flatMap((commune) => registers(plan, commune, month)),
    ...senders.agencies.flatMap((agency) => monthlyLists(plan, agency, month)),
  ])
  const quarterly = quarters.flatMap((quarter) => [
    ...province.communes.flatMap((commune) => committees(plan, commune, quarter)),
    ...(quarterOf(quarter) >= (senders.agenciesFromQuarter ?? 2)
      ? senders.agencies.flatMap((agency) => agencies(plan, agency, quarter))
      : []),
  ])
  const sendings = [...monthly, ...quarterly].filter(({ arrivedOn }) => arrivedOn <= until)
  return Object.freeze({ sendings, until, residents })
}

interface Plan {
  readonly province: Province
  readonly residents: ReadonlyMap<UnitId, readonly Resident[]>
  /** Communes that send everything, once and rightly. */
  readonly steady: ReadonlySet<UnitId>
  readonly until: CalendarDate
}

function registers(plan: Plan, commune: Commune, month: Window): Sending[] {
  const { province, residents, steady, until } = plan
  const chance = random(`${province.seed}/register/${commune.unit.code}/${month.id}`)
  const reporter = policeOf(commune.unit)
  const close = addDays(month.to, -1)
  const isSteady = steady.has(commune.unit.id)
  const arrivedOn = arrival(chance, month.to, isSteady, 3, until)
  if (arrivedOn === null) return []
  const clean = {
    reporter,
    commune,
    window: month,
    forms: ['returnee-register'],
    revision: 1,
    dataTo: close,
    arrivedOn,
    faults: [],
  }
  const listed = listedOn(residents.get(commune.unit.id) ?? [], province.year.from, close)
  const faults = badCells(chance.stream('cells'), listed, close)
  const early = { ...clean, dataTo: addDays(close, -chance.between(4, 9)) }
  const later = addDays(arrivedOn, chance.between(2, 6))
  const story = chance.weighted([
    ['clean', 900],
    ['mended', 32],
    ['early', 22],
    ['overtaken', 16],
    ['partial', 30],
  ] as const)
  if (isSteady || faults.length === 0 || story === 'clean') return [clean]
  if (story === 'partial') return [{ ...clean, faults }]
  if (story === 'mended') {
    return [
      { ...clean, faults },
      { ...clean, revision: 2, arrivedOn: later },
    ]
  }
  return story === 'early'
    ? [early, { ...clean, revision: 2, arrivedOn: later }]
    : [
        { ...clean, revision: 2 },
        { ...early, arrivedOn: addDays(arrivedOn, chance.between(1, 2)) },
      ]
}

/** The province's police and the place of detention send each month, the day after the close or the next. */
function monthlyLists(plan: Plan, agency: Reporter, month: Window): Sending[] {
  const forms =
    agency.kind === 'facility'
      ? ['pre-release']
      : agency.id === POLICE
        ? ['release-notice', 'reoffence']
        : null
  if (forms === null) return []
  const chance = random(`${plan.province.seed}/list/${agency.id}/${month.id}`)
  return [sendingOf(agency, null, month, forms, addDays(month.to, chance.below(3)))]
}

function committees(plan: Plan, commune: Commune, quarter: Window): Sending[] {
  const { province, steady, until } = plan
  const chance = random(`${province.seed}/committee/${commune.unit.code}/${quarter.id}`)
  const arrivedOn = arrival(chance, closing(chance, quarter), steady.has(commune.unit.id), 4, until)
  if (arrivedOn === null) return []
  const forms = ['support-model', 'exemplar', 'communication']
  const clean = sendingOf(committeeOf(commune.unit), commune, quarter, forms, arrivedOn)
  const recognised = province.exemplars.some(
    ({ unitId, recognisedOn }) => unitId === commune.unit.id && recognisedOn <= clean.dataTo,
  )
  if (recognised || !chance.chance(5)) return [clean]
  const unticked: Sending = { ...clean, faults: [{ kind: 'no-tick', form: 'exemplar' }] }
  const mended = { ...clean, revision: 2, arrivedOn: addDays(arrivedOn, chance.between(1, 5)) }
  return chance.chance(50) ? [unticked, mended] : [unticked]
}

function agencies(plan: Plan, agency: Reporter, quarter: Window): Sending[] {
  if (agency.kind !== 'agency') return []
  const chance = random(`${plan.province.seed}/agency/${agency.id}/${quarter.id}`)
  const first = closing(chance, quarter)
  const arrivedOn = arrival(chance, first, agency.id === POLICE, 8, plan.until)
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

/** Quarterly reports are due before the 15th, the day on which the figures close on the 14th: most come on that evening. */
function closing(chance: Random, quarter: Window): CalendarDate {
  return chance.chance(72) ? addDays(quarter.to, -1) : quarter.to
}

/** The day of arrival, or null where it never comes: `never` of a hundred; whoever is steady comes in time. */
function arrival(
  chance: Random,
  first: CalendarDate,
  steady: boolean,
  never: number,
  until: CalendarDate,
): CalendarDate | null {
  const days = chance.weighted([
    [0, 300],
    [1, 340],
    [2, 230],
    [3, 36],
    [4, 34],
    [5, 26],
    [chance.between(6, 15), 22],
    [null, never * 10],
  ])
  if (steady) return addDays(first, (days ?? 0) % 3)
  const day = days === null ? null : addDays(first, days)
  return day !== null && day <= until ? day : null
}

/**
 * Communes of people who moved and are prosecuted: which commune counts them is told by the rules only while all of their communes
 * report, so chance must not take one away.
 */
function steadyUnits({ persons }: Province): ReadonlySet<UnitId> {
  const moved = persons.filter(({ stays, cases }) => cases.length > 0 && stays.length > 1)
  return new Set(moved.flatMap(({ stays }) => stays.map(({ unitId }) => unitId)))
}

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

function policeOf(unit: Unit): Reporter {
  const name = `Công an ${placeName(unit)}`
  return {
    id: reporterId('police', unit.code),
    kind: 'police',
    name,
    unitId: unit.id,
    standing: 'obliged',
  }
}

function committeeOf(unit: Unit): Reporter {
  const name = `UBND ${placeName(unit)}`
  return {
    id: reporterId('committee', unit.code),
    kind: 'committee',
    name,
    unitId: unit.id,
    standing: 'obliged',
  }
}

import { addDays, type Day, daysBetween, latest, type PlanYear } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { Person, Prosecution, Stay } from './person.ts'
import { type Act, prosecutionOf } from './prosecution.ts'
import type { Rates } from './rates.ts'

/** Prosecutions per 10,000 persons and year: near the plan's 1 % and under it. */
const PER_TEN_THOUSAND = 88

/**
 * The persons, some of them with new cases: prosecutions spread over the year, and beside them what makes counting hard: cases that
 * are dropped later, acts that are only detected, two acts of one person, acts before a move, and an offender on no register.
 */
export function withOffences(
  random: Random,
  persons: readonly Person[],
  year: PlanYear,
  { prosecuted }: Rates = {},
): readonly Person[] {
  const all =
    prosecuted === undefined
      ? actsOf(random, persons, year)
      : drawnActs(random.stream('drawn'), persons, year, prosecuted)
  const acts = all.toSorted(
    (a, b) => compare(a.prosecutedOn, b.prosecutedOn) || compare(a.person.key, b.person.key),
  )
  const cases = new Map<string, Prosecution[]>()
  for (const [index, act] of acts.entries()) {
    const own = cases.get(act.person.key) ?? []
    cases.set(act.person.key, [...own, prosecutionOf(random, act, index, year)])
  }
  return persons.map((person) => {
    const own = cases.get(person.key)
    return own === undefined
      ? person
      : Object.freeze({ ...person, cases: own, stays: imprisoned(person, own) })
  })
}

/** Each person with the same chance on each day of the year: who was not there that day did nothing. */
function drawnActs(
  random: Random,
  persons: readonly Person[],
  year: PlanYear,
  perTenThousand: number,
): Act[] {
  const days = daysBetween(year.from, year.to)
  return persons.flatMap((person) => {
    const own = random.stream(person.key)
    if (!own.chance(perTenThousand, 10_000)) return []
    const day = addDays(year.from, own.below(days))
    return at(person, day, 'counted', own.stream('act')) ?? []
  })
}

function actsOf(random: Random, persons: readonly Person[], year: PlanYear): Act[] {
  const order = random.stream('order').shuffled(persons)
  const taken = new Set<string>()
  const take = (act: Act | undefined): Act[] => {
    if (act !== undefined) taken.add(act.person.key)
    return act === undefined ? [] : [act]
  }
  const first = <T>(find: (person: Person) => T | undefined): T | undefined => {
    for (const person of order) {
      const found = taken.has(person.key) ? undefined : find(person)
      if (found !== undefined) return found
    }
    return undefined
  }
  const total = Math.floor((persons.length * PER_TEN_THOUSAND) / 10_000)
  const extra = total >= 6 ? 3 : total >= 2 ? 1 : 0
  const moved = total >= 4 ? 2 : 0
  const acts: Act[] = []
  for (let n = 0; n < moved; n += 1) {
    acts.push(...take(first((person) => beforeMove(person, year, n % 2 === 0))))
  }
  for (let n = moved; n < total; n += 1) {
    const day = addDays(year.from, 4 + Math.floor((356 * n) / Math.max(total, 1)))
    acts.push(...take(first((person) => at(person, day, 'counted', random))))
  }
  for (const [kind, least] of [
    ['dropped', 20],
    ['detected', 150],
  ] as const) {
    for (let n = 0; n < extra; n += 1) {
      const day = addDays(year.from, least + 31 * n)
      acts.push(...take(first((person) => at(person, day, kind, random))))
    }
  }
  return [...acts, ...again(acts, year), ...nobodys(order, year)]
}

/** An act of somebody who stays in one commune, prosecuted on the day. */
function at(person: Person, day: Day, kind: Act['kind'], random: Random): Act | undefined {
  const [stay, ...others] = person.stays
  if (stay === undefined || others.length > 0) return undefined
  const offenceOn = addDays(day, -random.stream(person.key).between(3, 40))
  return covers(stay, offenceOn) && covers(stay, addDays(day, 90))
    ? { person, unitId: stay.unitId, offenceOn, prosecutedOn: day, kind }
    : undefined
}

/** An act before a move: prosecuted before the move too, or only after it. */
function beforeMove(person: Person, year: PlanYear, prosecutedBefore: boolean): Act | undefined {
  const [stay, next, ...others] = person.stays
  if (stay === undefined || next === undefined || others.length > 0) return undefined
  if (stay.to === null || next.to !== null || !stay.leavingRecorded) return undefined
  if (stay.to < addDays(year.from, 75) || stay.to > addDays(year.from, 215)) return undefined
  const offenceOn = addDays(stay.to, -30)
  if (!covers(stay, offenceOn)) return undefined
  const prosecutedOn = addDays(stay.to, prosecutedBefore ? -12 : 20)
  return { person, unitId: stay.unitId, offenceOn, prosecutedOn, kind: 'counted' }
}

/** A second prosecution of the first who can bear one: still one person. */
function again(acts: readonly Act[], year: PlanYear): Act[] {
  const first = acts.find(
    ({ kind, person, prosecutedOn }) =>
      kind === 'counted' && person.stays[0]?.to === null && prosecutedOn < addDays(year.to, -150),
  )
  if (first === undefined || acts.length < 4) return []
  const offenceOn = addDays(first.prosecutedOn, 16)
  return [{ ...first, offenceOn, prosecutedOn: addDays(offenceOn, 20) }]
}

/** A prosecution of somebody whom only a notice knows: on no register, so counted nowhere. */
function nobodys(order: readonly Person[], year: PlanYear): Act[] {
  for (const person of order) {
    const { notice, release } = person
    if (person.stays.length > 0 || notice === null) continue
    const prosecutedOn = addDays(release.on, 50)
    if (prosecutedOn >= addDays(year.to, -120)) continue
    const { unitId } = notice
    return [{ person, unitId, offenceOn: addDays(release.on, 30), prosecutedOn, kind: 'counted' }]
  }
  return []
}

/** Whoever is convicted leaves for the new sentence some days later; being prosecuted is no reason to leave (Thông tư 10/2024/TT-BCA). */
function imprisoned(person: Person, cases: readonly Prosecution[]): readonly Stay[] {
  const last = person.stays.at(-1)
  const convictedOn = cases.findLast((each) => each.convictedOn !== null)?.convictedOn
  if (last === undefined || last.to !== null || !convictedOn) return person.stays
  const pending = cases.map((each) => each.prosecutedOn ?? each.detectedOn)
  const to = addDays(latest(convictedOn, ...pending), 12)
  return [...person.stays.slice(0, -1), { ...last, to, leftReason: 'an_moi' }]
}

function covers(stay: Stay, day: Day): boolean {
  return stay.from < day && (stay.to === null || day < stay.to)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

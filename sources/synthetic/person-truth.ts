import { addDays, type CalendarDate } from '../vocabulary/date.ts'
import type { UnitId } from '../vocabulary/unit.ts'
import { monthsOf, type Window } from '../vocabulary/window.ts'
import { type Counts, counter } from './counts.ts'
import { needOn, type Person, type Services, workOn } from './person.ts'
import type { Province } from './province.ts'
import type { InForce, Sight } from './sight.ts'

type Seen = ReadonlyMap<Person, readonly Sight[]>

/** Reoffending: everyone with a stay in the window, those prosecuted in it counted where the act was, in both parts. */
export function managed(seen: Seen, window: Window, offencesKnownTo: CalendarDate): Counts {
  const counts = counter()
  for (const [person, sights] of seen) {
    const owner = lastCommune(sights, window)
    if (owner === null) continue
    const act = person.cases.find(
      ({ prosecutedOn, droppedOn }) =>
        prosecutedOn !== null &&
        prosecutedOn <= offencesKnownTo &&
        prosecutedOn >= window.from &&
        prosecutedOn < window.to &&
        (droppedOn === null || droppedOn > offencesKnownTo),
    )
    counts.add(act === undefined ? owner : act.unitId, act !== undefined)
  }
  return counts.done()
}

/** The duties towards those who came home in the window, each counted in the commune they came home to. */
export function returned(
  province: Province,
  inForce: InForce,
  seen: Seen,
  window: Window,
): Readonly<Record<string, Counts>> {
  const counselled = counter()
  const legal = counter()
  const papers = counter()
  const introduced = counter()
  for (const [person, sights] of seen) {
    const home = sights.find(({ stay }) => stay.entry === 'ra_trai')
    const { on } = person.release
    if (home === undefined || on < window.from || on >= window.to) continue
    const got = (field: keyof Services) => servedBefore(person, sights, field, window.to)
    const { unitId } = home.stay
    const last = sights.at(-1) as Sight
    counselled.add(unitId, got('counselledOn'))
    introduced.add(unitId, got('jobIntroOn'))
    if (needOn(person.needs.legal, last.knownTo) !== 'khong') legal.add(unitId, got('legalOn'))
    if (needOn(person.needs.papers, last.knownTo) !== 'khong') papers.add(unitId, got('papersOn'))
  }
  return {
    'reception-coverage': received(province, inForce, seen, window),
    'counselling-coverage': counselled.done(),
    'legal-support-coverage': legal.done(),
    'papers-coverage': papers.done(),
    'job-introduction-coverage': introduced.done(),
  }
}

/** Reception: everyone whom a notice announces for the window, received or not, in the commune that the notice names. */
function received(province: Province, inForce: InForce, seen: Seen, window: Window): Counts {
  const counts = counter()
  const lists = monthsOf(window).filter(
    ({ id }) => inForce.of('release-notice', 'agency:cong-an-tinh', id) !== null,
  )
  for (const person of province.persons) {
    const { notice, release } = person
    const listed = lists.some(({ from, to }) => release.on >= from && release.on < to)
    if (notice === null || !listed) continue
    const sights = seen.get(person) ?? []
    counts.add(notice.unitId, servedBefore(person, sights, 'receivedOn', window.to))
  }
  return counts.done()
}

/** Employment: everyone living in a commune at the end of the window's last day, those in stable work. */
export function employed(seen: Seen, window: Window): Counts {
  const counts = counter()
  for (const [person, sights] of seen) {
    const home = homeOn(sights, addDays(window.to, -1))
    if (home === null) continue
    counts.add(home.stay.unitId, workOn(person.work, home.knownTo) === 'on_dinh')
  }
  return counts.done()
}

/** How many live in each commune at the end of the window's last day. */
export function residents(seen: Seen, window: Window): ReadonlyMap<UnitId, number> {
  const count = new Map<UnitId, number>()
  for (const sights of seen.values()) {
    const home = homeOn(sights, addDays(window.to, -1))
    if (home !== null) count.set(home.stay.unitId, (count.get(home.stay.unitId) ?? 0) + 1)
  }
  return count
}

/** A measure counts once one of the communes has written down a day of it before the window's end. */
function servedBefore(
  person: Person,
  sights: readonly Sight[],
  field: keyof Services,
  to: CalendarDate,
): boolean {
  const on = person.services[field]
  return on !== null && on < to && sights.some(({ knownTo }) => on <= knownTo)
}

/** The commune of the last day of a stay in the window; when two claim it, the one in which the person arrived later. */
function lastCommune(sights: readonly Sight[], { from, to }: Window): UnitId | null {
  let best: { readonly last: CalendarDate; readonly sight: Sight } | null = null
  for (const sight of sights) {
    const { stay, leftOn } = sight
    if (stay.from >= to || (leftOn !== null && leftOn <= from)) continue
    const last = leftOn !== null && leftOn < to ? addDays(leftOn, -1) : addDays(to, -1)
    if (best === null || last > best.last || (last === best.last && later(sight, best.sight))) {
      best = { last, sight }
    }
  }
  return best?.sight.stay.unitId ?? null
}

function homeOn(sights: readonly Sight[], day: CalendarDate): Sight | null {
  let home: Sight | null = null
  for (const sight of sights) {
    const lives = sight.stay.from <= day && (sight.leftOn === null || sight.leftOn > day)
    if (lives && (home === null || later(sight, home))) home = sight
  }
  return home
}

function later(a: Sight, b: Sight): boolean {
  if (a.stay.from !== b.stay.from) return a.stay.from > b.stay.from
  return a.stay.unitId < b.stay.unitId
}

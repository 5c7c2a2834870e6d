import { describe, expect, it } from 'vitest'
import { lookingAt } from '#pipelines/demo/looking.ts'
import { type Day, earliest, periodsOf } from '#sources/synthetic/calendar.ts'
import { expectedOf, type Person } from '#sources/synthetic/index.ts'
import { codesOf, made } from './small.ts'

const world = made({ communes: 12, months: 6, habits: 'perfect' })
const { province, schedule, deliveries } = world
const expected = expectedOf(province, schedule, deliveries, lookingAt(world, codesOf(world)))
const LAST_DAY: Day = '2026-06-14'

type Window = ReturnType<typeof periodsOf>[number]

/** Where somebody lives and from when to when, as the communes write it: a leaving that nobody entered has not happened. */
function livedIn(person: Person, { to }: Window) {
  return person.stays
    .filter((stay) => stay.from < to)
    .map((stay) => ({
      ...stay,
      to: stay.leavingRecorded && stay.to !== null && stay.to < to ? stay.to : null,
    }))
    .filter((stay) => stay.to === null || stay.to > province.year.from)
}

/** The commune of the last day before the window's end; of two that claim it the one where the person arrived later. */
function lastHome(person: Person, window: Window) {
  const homes = livedIn(person, window)
  const end = (home: (typeof homes)[number]) => home.to ?? window.to
  return homes.toSorted((a, b) =>
    end(a) !== end(b) ? (end(a) < end(b) ? 1 : -1) : a.from < b.from ? 1 : -1,
  )[0]
}

function countedBy(window: Window, count: (person: Person) => readonly [string, boolean] | null) {
  const counts = new Map(province.communes.map(({ unit }) => [unit.id as string, [0, 0]]))
  for (const person of province.persons) {
    const found = count(person)
    const pair = found === null ? undefined : counts.get(found[0])
    if (pair === undefined || found === null) continue
    pair[1] = (pair[1] as number) + 1
    if (found[1]) pair[0] = (pair[0] as number) + 1
  }
  return [...counts].map(([unit, [n, d]]) => `${window.id} ${unit} ${n}/${d}`).toSorted()
}

function expectedFor(indicator: string, window: Window) {
  return expected.values
    .filter((v) => v.indicator === indicator && v.windowId === window.id && v.breakdown === '')
    .filter(({ unitId }) => unitId !== province.unit.id)
    .filter(({ parameters: { who, basis } }) => who === 'plan' && basis === 'register')
    .map((v) => `${v.windowId} ${v.unitId} ${v.numerator}/${v.denominator}`)
    .toSorted()
}

const windows = periodsOf(2026).filter(({ to }) => to <= '2026-06-15')

/** Where everybody reports everything in time, what the reports imply is what happened. */
describe.each(windows)('what happened and what was reported agree in $id', (window) => {
  it('about who is managed and prosecuted', () => {
    const counted = countedBy(window, (person) => {
      const home = lastHome(person, window)
      if (home === undefined || (home.to ?? window.to) <= window.from) return null
      const act = person.cases.find(
        ({ prosecutedOn, droppedOn }) =>
          prosecutedOn !== null &&
          prosecutedOn >= window.from &&
          prosecutedOn < window.to &&
          (droppedOn === null || droppedOn > LAST_DAY),
      )
      return [act?.unitId ?? home.unitId, act !== undefined]
    })
    expect(expectedFor('reoffending-rate', window)).toEqual(counted)
  })

  it('about who came home', () => {
    const counted = countedBy(window, (person) => {
      const back = livedIn(person, window).find(({ entry }) => entry === 'ra_trai')
      return back === undefined || back.from < window.from ? null : [back.unitId, true]
    })
    const all = (line: string) => line.replace(/ \d+\//, ' /')
    expect(expectedFor('counselling-coverage', window).map(all)).toEqual(counted.map(all))
  })

  it('about who has stable work on the last day', () => {
    const counted = countedBy(window, (person) => {
      const home = lastHome(person, window)
      if (home === undefined || home.to !== null) return null
      const left = person.stays.find((stay) => stay.unitId === home.unitId)?.to ?? window.to
      const until = earliest(left, window.to)
      const work = person.work.findLast(
        ({ from }) => from < until || (from === left && left < window.to),
      )
      return [home.unitId, work?.work === 'on_dinh']
    })
    expect(expectedFor('employment-rate', window)).toEqual(counted)
  })
})

import { addDays, type Day, dateOf, type PlanYear, planYear } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { Unit } from '../terms.ts'
import type { EntryKind, Notice, Release } from './person.ts'

/**
 * Why a person exists: `stock` was home before the plan's year, `returning` comes home in it, `arriving` moves in from another
 * province, `found` is entered after a review, `unseen` is named by a notice and never comes.
 */
export type Reason = 'stock' | 'returning' | 'arriving' | 'found' | 'unseen'

export interface Released {
  readonly release: Release
  readonly arrivedOn: Day
  readonly arrival: { readonly entry: EntryKind; readonly movedFrom: Unit | null }
}

interface Around {
  readonly year: PlanYear
  readonly inside: readonly Unit[]
  readonly outside: readonly Unit[]
}

/** Release and arrival; who comes home in the year arrives on the day of the release, or some days later. */
export function releasedOf(random: Random, around: Around, unit: Unit, reason: Reason): Released {
  const { year } = around
  switch (reason) {
    case 'stock':
      return stockOf(random, around, unit)
    case 'returning':
    case 'unseen': {
      const released = releaseOf(random, addDays(year.from, random.below(365)), year)
      const { on } = released
      const lag = random.weighted([
        [0, 84],
        [1, 8],
        [2, 5],
        [3, 3],
      ])
      return {
        release: released,
        arrivedOn: addDays(on, lag),
        arrival: { entry: 'ra_trai', movedFrom: null },
      }
    }
    case 'arriving': {
      const arrivedOn = addDays(year.from, random.between(5, 350))
      return {
        release: releaseOf(random, addDays(arrivedOn, -random.between(60, 600))),
        arrivedOn,
        arrival: { entry: 'chuyen_den', movedFrom: random.pick(around.outside) },
      }
    }
    case 'found': {
      const arrivedOn = addDays(year.from, random.between(20, 350))
      return {
        release: releaseOf(random, addDays(arrivedOn, -random.between(20, 200))),
        arrivedOn,
        arrival: { entry: 'ra_soat', movedFrom: null },
      }
    }
  }
}

function stockOf(random: Random, { year, inside, outside }: Around, unit: Unit): Released {
  const release = releaseOf(
    random,
    addDays(year.from, -random.between(4, 1300)),
    planYear(year.year - 1, year.family),
  )
  const others = [...inside.filter((other) => other.id !== unit.id), ...outside]
  const entry = random.weighted<EntryKind>([
    ['ra_trai', 82],
    ['sap_xep_dvhc', 10],
    ['chuyen_den', 5],
    ['ra_soat', 3],
  ])
  const lastDay = addDays(year.from, -1)
  const later = addDays(release.on, random.between(30, 200))
  if (entry === 'sap_xep_dvhc' && release.on < unit.validFrom) {
    return { release, arrivedOn: unit.validFrom, arrival: { entry, movedFrom: null } }
  }
  if (entry === 'chuyen_den' && others.length > 0 && later < lastDay) {
    return { release, arrivedOn: later, arrival: { entry, movedFrom: random.pick(others) } }
  }
  if (entry === 'ra_soat' && later < lastDay) {
    return { release, arrivedOn: later, arrival: { entry, movedFrom: null } }
  }
  const arrivedOn = addDays(release.on, random.below(3))
  return {
    release,
    arrivedOn: arrivedOn < lastDay ? arrivedOn : release.on,
    arrival: { entry: 'ra_trai', movedFrom: null },
  }
}

/** A release on a day, or, for some, in a wave of the amnesties of a year. */
function releaseOf(random: Random, on: Day, amnestied?: PlanYear): Release {
  const basis = random.weighted([
    ['chap_hanh_xong', 84],
    ['dac_xa', amnestied === undefined ? 0 : 12],
    ['tha_tu_co_dieu_kien', 4],
  ] as const)
  if (basis === 'dac_xa' && amnestied !== undefined) {
    const [amnestyRound, days] = random.pick(amnesties(amnestied.year))
    return { basis, amnestyRound, on: random.pick(days), probationEnd: null }
  }
  if (basis === 'tha_tu_co_dieu_kien') {
    const probationEnd = addDays(on, random.between(200, 900))
    return { basis, amnestyRound: null, on, probationEnd }
  }
  return { basis: 'chap_hanh_xong', amnestyRound: null, on, probationEnd: null }
}

/**
 * The waves before 30/4 and 2/9: in 2025 home on 1/5 and on 1/9; of other years the last days before the feasts, under the round that
 * the list of the form has for them.
 */
function amnesties(year: number): readonly (readonly [string, readonly Day[]])[] {
  if (year === 2025) {
    return [
      ['2025-1', [dateOf(2025, 5, 1)]],
      ['2025-2', [dateOf(2025, 9, 1)]],
    ]
  }
  return [
    ['khac', [27, 28, 29].map((day) => dateOf(year, 4, day))],
    ['khac', [29, 30, 31].map((day) => dateOf(year, 8, day))],
  ]
}

const FACILITIES: readonly (readonly [string, number])[] = [
  ['Trại giam số 1', 40],
  ['Trại giam số 2', 24],
  ['Trại giam số 3', 12],
  ['Trại tạm giam Công an tỉnh', 24],
]

/** The facility's notice, about two months ahead (Luật Thi hành án hình sự Điều 46); now and then none comes. */
export function noticeOf(
  random: Random,
  unit: Unit,
  { release, arrival }: Released,
  reason: Reason,
): Notice | null {
  if (arrival.entry !== 'ra_trai') return null
  if (reason !== 'unseen' && random.chance(2)) return null
  return {
    facility: random.weighted(FACILITIES),
    number: `${random.between(11, 980)}/TB-TG`,
    on: addDays(release.on, -random.between(55, 75)),
    unitId: unit.id,
    outcome: reason === 'unseen' ? 'chua_ro' : 'dung',
  }
}

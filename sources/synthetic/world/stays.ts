import { addDays, type Day, daysBetween, latest, type PlanYear } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { Unit } from '../terms.ts'
import type { EntryKind, LeftReason, Stay } from './person.ts'

export interface Home {
  readonly unit: Unit
  readonly from: Day
  readonly entry: EntryKind
  readonly movedFrom: Unit | null
}

export interface Chances {
  readonly year: PlanYear
  /** Communes of the province that have returnees, and some of other provinces. */
  readonly inside: readonly Unit[]
  readonly outside: readonly Unit[]
  /** No move before this day; null for somebody who never moves (without papers, or never received). */
  readonly movesFrom: Day | null
  /** First day on which the record can be expunged, or null. */
  readonly expungedFrom: Day | null
}

type Fate = LeftReason | 'stays'

/** Per thousand and year. */
const FATES: readonly (readonly [Fate, number])[] = [
  ['stays', 846],
  ['xoa_an_tich', 70],
  ['chuyen_trong_tinh', 52],
  ['chuyen_ngoai_tinh', 20],
  ['chet', 8],
  ['xuat_canh', 4],
]

/** The communes that somebody lives in: where they arrive, and for a few a move, and for fewer a second one. */
export function staysOf(random: Random, home: Home, chances: Chances): Stay[] {
  const first = stay(home)
  const fate = random.weighted(FATES)
  const day = dayOf(random, fate, home.from, chances)
  if (fate === 'stays' || day === null) return [first]
  if (fate === 'chuyen_ngoai_tinh') {
    const target = random.pick(chances.outside)
    return [{ ...first, to: day, leftReason: fate, movedTo: target }]
  }
  if (fate !== 'chuyen_trong_tinh') return [{ ...first, to: day, leftReason: fate }]
  const stays = moved(random, first, day, chances.inside)
  const again = addDays(day, random.between(40, 120))
  if (!random.chance(12) || again >= chances.year.to) return stays
  const [left, second] = stays as [Stay, Stay]
  const third = chances.inside.filter((unit) => unit.id !== left.unitId)
  return [left, ...moved(random, second, again, third, true)]
}

function dayOf(
  random: Random,
  fate: Fate,
  arrivedOn: Day,
  { year, inside, outside, movesFrom, expungedFrom }: Chances,
): Day | null {
  const least = {
    stays: null,
    xoa_an_tich: expungedFrom,
    chuyen_trong_tinh: inside.length > 1 ? movesFrom : null,
    chuyen_ngoai_tinh: outside.length > 0 ? movesFrom : null,
    chet: addDays(arrivedOn, 20),
    an_moi: null,
    xuat_canh: movesFrom,
  }[fate]
  if (least === null) return null
  const first = latest(least, addDays(year.from, 3))
  const span = daysBetween(first, year.to) - 6
  return span < 1 ? null : addDays(first, random.below(span))
}

function moved(
  random: Random,
  from: Stay,
  day: Day,
  inside: readonly Unit[],
  recorded = !random.chance(4),
): [Stay, Stay] {
  const origin = inside.find((unit) => unit.id === from.unitId) as Unit
  const target = random.pick(inside.filter((unit) => unit.id !== from.unitId))
  return [
    {
      ...from,
      to: day,
      leftReason: 'chuyen_trong_tinh',
      movedTo: target,
      leavingRecorded: recorded,
    },
    stay({ unit: target, from: day, entry: 'chuyen_den', movedFrom: origin }),
  ]
}

function stay({ unit, from, entry, movedFrom }: Home): Stay {
  return {
    unitId: unit.id,
    from,
    to: null,
    entry,
    movedFrom,
    leftReason: null,
    movedTo: null,
    leavingRecorded: true,
  }
}

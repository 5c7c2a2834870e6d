import {
  type Day,
  earliest,
  type Family,
  latest,
  type Period,
  type PlanYear,
  planYear,
  reviewOf,
} from '../calendar.ts'
import { type Random, random } from '../random.ts'
import type { Unit, UnitId } from '../terms.ts'
import { type Commune, makeCommunes, type Size } from './commune.ts'
import { type Exemplar, makeExemplars } from './exemplar.ts'
import { lifeOf, type Setting } from './life.ts'
import { type Model, makeModels } from './model.ts'
import { withOffences } from './offending.ts'
import type { Person } from './person.ts'
import type { Rates } from './rates.ts'
import { handedOver, type Reform } from './reform.ts'
import type { Reason } from './release.ts'
import { seatsOf, successorsOf } from './seats.ts'

export interface Order {
  /** Any text; the same order gives the same province, to the last digit. */
  readonly seed: string
  readonly unit: Unit
  /** The communes in force when the plan's year begins. */
  readonly communes: readonly Unit[]
  readonly year: number
  /** Where its years begin; on 15/12 when left out. */
  readonly family?: Family
  /** How many months of the year have closed and are reported, 1 to 12; none where only reviews are asked for. */
  readonly months: number
  readonly size: Size
  /** Rates by chance in the place of the usual ones. */
  readonly rates?: Rates
  /** Communes of other provinces, for moves over the border; without them nobody crosses it. */
  readonly elsewhere?: readonly Unit[]
  /** Districts whose committees report, in the place of those of the communes. */
  readonly districts?: readonly Unit[]
  readonly reform?: Reform
  /** Windows from one day to another that are looked back on, in the place of a year. */
  readonly reviews?: readonly string[]
  /** The places out of which a commune was made, as a review of earlier years names them. */
  readonly formerly?: Readonly<Record<UnitId, readonly string[]>>
}

/** A province that does not exist: what happens in it in the whole year, whoever reports it and when. */
export interface Province {
  readonly seed: string
  readonly unit: Unit
  readonly year: PlanYear
  readonly months: number
  /** Those that the year begins with, and behind them those of a reform. */
  readonly communes: readonly Commune[]
  /** The places whose committees report: the communes, or as long as there are districts those. */
  readonly seats: readonly Commune[]
  readonly reform: Reform | null
  readonly reviews: readonly Period[]
  readonly formerly: Readonly<Record<UnitId, readonly string[]>>
  readonly persons: readonly Person[]
  readonly models: readonly Model[]
  readonly exemplars: readonly Exemplar[]
}

/** Numbers kept free for each commune, so that one more person in it renumbers no other commune's. */
const SERIALS_PER_COMMUNE = 290

/**
 * Invents a province from a seed: communes, lives, offences, models and exemplars.
 *
 * Magnitudes: 8–30 persons in most communes, about a quarter of them returned within the year, some 0.7 % prosecuted in nine months.
 */
export function makeProvince(order: Order): Province {
  checked(order)
  const { seed, unit, months, reform = null, formerly = {}, rates = {} } = order
  const chance = random(seed)
  const reviews = (order.reviews ?? []).map(reviewOf)
  const year = yearOf(order, reviews)
  const first = makeCommunes(chance.stream('communes'), order.communes, order.size)
  const setting: Setting = {
    year,
    inside: first.filter(({ stock }) => stock > 0).map((commune) => commune.unit),
    outside: order.elsewhere ?? [],
    handover: reform !== null,
    rates,
  }
  const living = reviews.length === 0 ? first : []
  const lives = living.flatMap((commune, index) =>
    livesIn(chance.stream(`lives/${commune.unit.code}`), setting, commune, index),
  )
  const lived = withRemarks(withOffences(chance.stream('offences'), lives, year, rates))
  const later = reform === null ? [] : successorsOf(first, reform)
  const seats = seatsOf(order.districts, first, later)
  return Object.freeze({
    seed,
    unit,
    year,
    months,
    communes: [...first, ...later],
    seats,
    reform,
    reviews,
    formerly,
    persons: reform === null ? lived : handedOver(lived, { seed, reform }),
    models: makeModels(chance.stream('models'), seats, year),
    exemplars: makeExemplars(chance.stream('exemplars'), seats, year),
  })
}

/** The year, or the days from the first to the last of which a review tells: then nobody's life is invented. */
function yearOf({ year, family }: Order, reviews: readonly Period[]): PlanYear {
  const [first, ...others] = reviews
  if (first === undefined) return planYear(year, family)
  const [from, to] = others.reduce<[Day, Day]>(
    ([from, to], review) => [earliest(from, review.from), latest(to, review.to)],
    [first.from, first.to],
  )
  return Object.freeze({ family: family ?? 'adm', year, from, to })
}

function livesIn(chance: Random, setting: Setting, commune: Commune, index: number): Person[] {
  const extra = chance.stream('extra')
  const once = (percent: number) => (extra.chance(percent) ? 1 : 0)
  const lived = commune.stock > 0
  const counts: readonly (readonly [Reason, number])[] = [
    ['stock', commune.stock],
    ['returning', commune.returning],
    ['arriving', lived && setting.outside.length > 0 ? once(14) : 0],
    ['found', lived ? once(12) : 0],
    ['unseen', once(14)],
  ]
  const reasons = counts.flatMap(([reason, count]) =>
    Array.from({ length: count }, (_, n) => [reason, n] as const),
  )
  return reasons.map(([reason, n], position) =>
    lifeOf(
      chance.stream(`${reason}/${n}`),
      setting,
      { commune, serial: index * SERIALS_PER_COMMUNE + position + 1, fileSerial: position + 1 },
      reason,
    ),
  )
}

/** A note that carries a number which it must not: officers write such notes, and the reading warns of them. */
function withRemarks(persons: readonly Person[]): readonly Person[] {
  const index = persons.findIndex(
    (person) => person.stays.length > 0 && person.papers.oldId !== null,
  )
  return persons.map((person, n) =>
    n === index
      ? Object.freeze({ ...person, remark: `Đã đối chiếu với giấy CMND số ${person.papers.oldId}` })
      : person,
  )
}

function checked({ unit, communes, districts = [], months, reviews = [] }: Order): void {
  const parents = new Set([unit.id, ...districts.map(({ id }) => id)])
  if (communes.length === 0 || communes.some(({ parentId }) => !parents.has(parentId as UnitId))) {
    throw new RangeError(`makeProvince: give communes of ${unit.name}, at least one`)
  }
  if (reviews.length > 0) return
  if (!Number.isInteger(months) || months < 1 || months > 12) {
    throw new RangeError(`makeProvince: ${months} months; a year has 1 to 12`)
  }
}

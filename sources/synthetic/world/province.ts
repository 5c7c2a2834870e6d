import { type PlanYear, planYear } from '../calendar.ts'
import { type Random, random } from '../random.ts'
import type { Unit } from '../terms.ts'
import { type Commune, makeCommunes, type Size } from './commune.ts'
import { type Exemplar, makeExemplars } from './exemplar.ts'
import { lifeOf, type Setting } from './life.ts'
import { type Model, makeModels } from './model.ts'
import { withOffences } from './offending.ts'
import type { Person } from './person.ts'
import type { Reason } from './release.ts'

export interface Order {
  /** Any text; the same order gives the same province, to the last digit. */
  readonly seed: string
  readonly unit: Unit
  /** The communes in force in the plan's year. */
  readonly communes: readonly Unit[]
  readonly year: number
  /** How many months of the year have closed and are reported, 1 to 12. */
  readonly months: number
  readonly size: Size
  /** Communes of other provinces, for moves over the border; without them nobody crosses it. */
  readonly elsewhere?: readonly Unit[]
}

/** A province that does not exist: what happens in it in the whole year, whoever reports it and when. */
export interface Province {
  readonly seed: string
  readonly unit: Unit
  readonly year: PlanYear
  readonly months: number
  readonly communes: readonly Commune[]
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
  const chance = random(order.seed)
  const year = planYear(order.year)
  const communes = makeCommunes(chance.stream('communes'), order.communes, order.size)
  const setting: Setting = {
    year,
    inside: communes.filter(({ stock }) => stock > 0).map(({ unit }) => unit),
    outside: order.elsewhere ?? [],
  }
  const persons = communes.flatMap((commune, index) =>
    livesIn(chance.stream(`lives/${commune.unit.code}`), setting, commune, index),
  )
  return Object.freeze({
    seed: order.seed,
    unit: order.unit,
    year,
    months: order.months,
    communes,
    persons: withRemarks(withOffences(chance.stream('offences'), persons, year)),
    models: makeModels(chance.stream('models'), communes, year),
    exemplars: makeExemplars(chance.stream('exemplars'), communes, year),
  })
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

function checked({ unit, communes, months }: Order): void {
  if (communes.length === 0 || communes.some(({ parentId }) => parentId !== unit.id)) {
    throw new RangeError(`makeProvince: give communes of ${unit.name}, at least one`)
  }
  if (!Number.isInteger(months) || months < 1 || months > 12) {
    throw new RangeError(`makeProvince: ${months} months; a year has 1 to 12`)
  }
}

import type { Random } from '../random.ts'
import type { Unit } from '../terms.ts'

/** How much is invented: `tiny` for a test, `small` for the demonstration, `full` as a province with some 1,700 releases a year. */
export type Size = 'tiny' | 'small' | 'full'

/** What sets one commune apart from the next. */
export interface Commune {
  readonly unit: Unit
  /** On the register when the plan's year begins. */
  readonly stock: number
  /** Released towards it in the plan's year. */
  readonly returning: number
  /** How many of a hundred each measure reaches. */
  readonly care: Care
  readonly officials: number
  readonly adults: number
}

export interface Care {
  readonly received: number
  readonly counselled: number
  readonly legal: number
  readonly papers: number
  readonly jobIntro: number
  /** Longest usual wait for a measure, in days. */
  readonly wait: number
}

interface Scale {
  /** Of a hundred persons, how many were home before the year, and how many are released in it. */
  readonly shares: readonly [stock: number, returning: number]
  /** Least and most persons of a commune. */
  readonly usual: readonly [number, number]
  readonly large: readonly [number, number]
}

const SCALES: Readonly<Record<Size, Scale>> = {
  tiny: { shares: [72, 37], usual: [6, 11], large: [14, 18] },
  small: { shares: [72, 37], usual: [8, 29], large: [64, 82] },
  full: { shares: [69, 31], usual: [16, 88], large: [150, 210] },
}

/** Communes without a returnee, and with very many, are planted where there are enough communes for them. */
const ENOUGH = 30
const EMPTY = 3
const LARGE = 2

/** The communes with their sizes and ways of working; the same seed gives the same roles. */
export function makeCommunes(random: Random, units: readonly Unit[], size: Size): Commune[] {
  const scale = SCALES[size]
  const roles = random.stream('roles').shuffled(units)
  const planted = units.length >= ENOUGH ? { empty: EMPTY, large: LARGE } : { empty: 0, large: 0 }
  const empty = new Set(roles.slice(0, planted.empty))
  const large = new Set(roles.slice(planted.empty, planted.empty + planted.large))
  return units.map((unit) => {
    const own = random.stream(unit.code)
    const [least, most] = large.has(unit) ? scale.large : scale.usual
    const persons = empty.has(unit) ? 0 : own.between(least, most)
    return Object.freeze({
      unit,
      stock: Math.floor((persons * scale.shares[0]) / 100),
      returning: Math.floor((persons * scale.shares[1]) / 100),
      care: makeCare(own.stream('care')),
      officials: own.between(18, 46),
      adults:
        own.between(unit.type === 'phuong' ? 90 : 45, unit.type === 'phuong' ? 320 : 170) * 100,
    })
  })
}

/** A larger place in numbers: what it is made of, taken together. */
export function combined(unit: Unit, parts: readonly Commune[]): Commune {
  const sum = (of: (part: Commune) => number) => parts.reduce((total, part) => total + of(part), 0)
  const [first] = parts
  if (first === undefined) throw new RangeError(`${unit.id}: made of no commune of this province`)
  return Object.freeze({
    unit,
    stock: sum(({ stock }) => stock),
    returning: sum(({ returning }) => returning),
    care: first.care,
    officials: sum(({ officials }) => officials),
    adults: sum(({ adults }) => adults),
  })
}

function makeCare(random: Random): Care {
  const way = random.weighted<'prompt' | 'good' | 'weak'>([
    ['prompt', 38],
    ['good', 44],
    ['weak', 18],
  ])
  const [least, most, wait] = { prompt: [100, 100, 3], good: [96, 100, 6], weak: [84, 94, 14] }[
    way
  ] as [number, number, number]
  return {
    received: random.between(Math.max(least, 95), Math.max(most, 98)),
    counselled: random.between(least, most),
    legal: random.between(least, most),
    papers: random.between(least, most),
    jobIntro: random.between(least, most),
    wait,
  }
}

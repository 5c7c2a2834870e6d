import type { Random } from '../random.ts'

/** What the province's place of detention reports of a month. */
export interface Inmates {
  readonly present: number
  readonly workingAge: number
  readonly trained: number
  readonly released: number
  readonly releasedConditional: number
  readonly counselled: number
  readonly legalHelped: number
  readonly oriented: number
  readonly jobSearch: number
  /** Got all four: at most the least of them. */
  readonly allFour: number
  readonly notified: number
  readonly dueNext: number
}

/** Least and most inmates, and how many are released in a month. */
interface Scale {
  readonly present: readonly [number, number]
  readonly released: readonly [number, number]
}

const PRISON: Scale = { present: [240, 290], released: [9, 21] }
/** A district's nhà tạm giữ. */
export const SMALL: Scale = { present: [12, 34], released: [0, 3] }

/** The inmates of one month; most who are released were prepared by all four measures, a few miss one. */
export function inmatesOf(random: Random, scale = PRISON): Inmates {
  const present = random.between(...scale.present)
  const workingAge = present - random.between(4, 12)
  const released = random.between(...scale.released)
  const missed = Math.min(
    released,
    random.weighted([
      [0, 70],
      [1, 24],
      [2, 6],
    ]),
  )
  const misses = Array.from({ length: missed }, () => random.below(4))
  const got = (measure: number) => released - misses.filter((miss) => miss === measure).length
  return Object.freeze({
    present,
    workingAge,
    trained: Math.floor((workingAge * random.between(40, 70)) / 100),
    released,
    releasedConditional: Math.min(released, random.below(2)),
    counselled: got(0),
    legalHelped: got(1),
    oriented: got(2),
    jobSearch: got(3),
    allFour: released - missed,
    notified: released,
    dueNext: scale === PRISON ? random.between(14, 34) : random.below(6),
  })
}

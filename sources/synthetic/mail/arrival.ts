import { addDays, type Day } from '../calendar.ts'
import type { Random } from '../random.ts'

export interface Punctuality {
  /** First day on which the figures can have been written up. */
  readonly first: Day
  /** How many of about a thousand never come. */
  readonly never: number
  /** What would come later has not come. */
  readonly until: Day
}

/** The day on which a monthly report arrives, or null: most within three days, some up to two weeks late. */
export function arrival(chance: Random, how: Punctuality): Day | null {
  const days = chance.weighted([
    [0, 300],
    [1, 340],
    [2, 230],
    [3, 36],
    [4, 34],
    [5, 26],
    [chance.between(6, 15), 22],
    [null, how.never],
  ])
  const day = days === null ? null : addDays(how.first, days)
  return day !== null && day <= how.until ? day : null
}

/**
 * The day on which a quarterly report arrives, or null.
 *
 * It is due before the 15th, the day after its figures close, so whoever is in time sends it on that last evening: most do.
 */
export function quarterArrival(chance: Random, how: Punctuality): Day | null {
  const evening = chance.chance(62)
  const later = arrival(chance, how)
  return later !== null && evening ? addDays(how.first, -1) : later
}

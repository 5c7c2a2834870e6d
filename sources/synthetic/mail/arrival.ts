import { addDays, type Day } from '../calendar.ts'
import type { Random } from '../random.ts'

export interface Punctuality {
  /** First day on which the figures can have been written up. */
  readonly first: Day
  /** Days after that until the last on which it is in time; negative where the figures close on the last day. */
  readonly slack: number
  /** How many of about a thousand never come. */
  readonly never: number
  /** What would come later has not come. */
  readonly until: Day
}

/** The third day is the last in time as a rule: where there are fewer the prompt hurry, where there are many all wait with it. */
export function dayAfter(
  { first, slack }: Pick<Punctuality, 'first' | 'slack'>,
  days: number,
): Day {
  if (slack > USUAL) return addDays(first, days + slack - USUAL)
  return addDays(first, days <= USUAL && slack >= 0 ? Math.min(days, slack) : days)
}

const USUAL = 2

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
  const day = days === null ? null : dayAfter(how, days)
  return day !== null && day <= how.until ? day : null
}

/**
 * The day on which a quarterly report arrives, or null.
 *
 * Where it is due on the day after its figures close, whoever is in time sends it on that last evening: most do.
 */
export function quarterArrival(chance: Random, how: Punctuality): Day | null {
  const evening = chance.chance(62)
  const later = arrival(chance, how)
  return later !== null && evening && how.slack <= USUAL ? addDays(how.first, -1) : later
}

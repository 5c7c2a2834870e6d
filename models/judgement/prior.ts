/** What was counted of a province in some time: events and what they are counted over, persons or person-months. */
export interface Counts {
  readonly x: number
  readonly over: number
}

/** A prior in counts: `events` of `over`; both real, `events` positive, so that a year without an event is foretold as well. */
export interface Prior {
  readonly events: number
  readonly over: number
}

/** The most subjects that a prior may weigh; a last year of thousands would otherwise silence this one. */
export const MOST_WEIGHT = 200

/**
 * The prior of a province's own rate, from its last year: that year's rate, weighing as many subjects as half of those counted then, at most
 * 200, or with `months` so many person-months of each.
 *
 * Half an event of nothing is added (Jeffreys' prior of a Poisson rate; of a share, half a case on either side is {@link betaShapes}'s). It stands
 * alone where no last year has values. This year's communes are not asked for a prior: they are the persons whom the year itself counts, and
 * would count twice. Half and 200 are conventions of this program, set before the back-test and left as they were.
 *
 * @example priorFrom({ x: 40, over: 5000 }) // { events: 2.1, over: 200 }: 1.6 of 200, and a half
 */
export function priorFrom(lastYear: Counts | null, months = 1): Prior {
  if (lastYear === null || lastYear.over === 0) return { events: HALF, over: 0 }
  const over = Math.min(MOST_WEIGHT * months, lastYear.over / 2)
  return { events: HALF + (lastYear.x / lastYear.over) * over, over }
}

/** The two shapes of a beta distribution: cases and others, half a case on either side. */
export function betaShapes({ events, over }: Prior): readonly [a: number, b: number] {
  return [events, HALF + over - (events - HALF)]
}

const HALF = 0.5

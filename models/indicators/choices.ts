import { sql } from 'kysely'
import type { Measure, Rows } from './indicator.ts'
import { pastProbation as pastProbationWords } from './words-measures.ts'

/**
 * What the chosen one of the known words stands for; throws a RangeError that lists the known ones.
 *
 * @example chosen('population', 'returnee', { both, returnee: stock })
 */
export function chosen<T>(parameter: string, word: string, known: Readonly<Record<string, T>>): T {
  if (!Object.hasOwn(known, word)) {
    const words = Object.keys(known).join(', ')
    throw new RangeError(`'${word}' is no ${parameter} of this indicator; known are ${words}`)
  }
  return known[word] as T
}

/** Whether only communes (`communes`: all | with-residents) with somebody under management on the window's last day are asked. */
export function ofResidents(communes: string): boolean {
  return chosen('communes', communes, { all: false, 'with-residents': true })
}

/** On what a figure rests: the rows of the register, or the numbers that a committee signs. */
export function byBasis<T>(basis: string, on: { readonly register: T; readonly tally: T }): T {
  return chosen('basis', basis, on)
}

/**
 * Of whom a figure of persons tells: all that the plan speaks of, or those of Thông tư 10/2024/TT-BCA, to whom conditional releasees
 * belong only from their certificate on: it must be of a day before the window's end.
 *
 * Where rows add numbers, it must be asked of numerator and denominator alike.
 */
export function ofWho(who: string, measure: Measure): Measure {
  const within = chosen('who', who, { plan: null, tt10: pastProbation })
  if (within === null) return measure
  const words = pastProbationWords(measure.words)
  return 'count' in measure
    ? { words, count: (rows) => rows.and([within(rows), measure.count(rows)]) }
    : {
        words,
        sum: (rows) => sql<number>`case when ${within(rows)} then ${measure.sum(rows)} else 0 end`,
      }
}

function pastProbation(rows: Rows) {
  return rows.or([
    rows('p.release_basis', '<>', 'tha_tu_co_dieu_kien'),
    rows('p.certificate_on', '<', rows.ref('p.to_date')),
  ])
}

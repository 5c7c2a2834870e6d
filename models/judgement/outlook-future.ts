import type { OutlookQuestion } from './outlook.ts'
import { betaBinomialAtMost, negativeBinomialAtMost } from './predictive.ts'
import { betaShapes } from './prior.ts'

/** P(at most k further ones count by the year's end), of m further subjects or in the person-months that nothing is known of. */
export function futureAtMost(question: OutlookQuestion, m: number, k: number): number {
  const { course, x, n, exposure, prior } = question
  if (k < 0) return 0
  if (course === 'exposed' && exposure !== null) {
    const seen = prior.over + exposure.seen
    return negativeBinomialAtMost(k, prior.events + x, seen / (seen + exposure.unseen))
  }
  const [a, b] = betaShapes(prior)
  return betaBinomialAtMost(k, m, a + x, b + n - x)
}

/**
 * Where the year ends in 80 of 100 cases, as shares of the likely n of its end: from the 10 % to the 90 % point of what is foretold. For
 * drawing; null where nothing is known of what comes.
 */
export function endingOf(question: OutlookQuestion): readonly [low: number, high: number] | null {
  const { x, n, coming, course, exposure } = question
  if (coming === null || (course === 'exposed' && exposure === null)) return null
  const whole = n + coming.mid
  const at = (level: number) => {
    let [below, from] = [-1, course === 'exposed' ? whole - x : coming.mid]
    while (from - below > 1) {
      const middle = Math.floor((below + from) / 2)
      if (futureAtMost(question, coming.mid, middle) >= level) from = middle
      else below = middle
    }
    return (x + from) / whole
  }
  return [at(0.1), at(0.9)]
}

import { firstWhere } from './bisect.ts'
import { futureAtMost, type OutlookQuestion } from './outlook.ts'

/**
 * Between which shares the year ends in 80 of 100 cases by the model of `outlookOf`, for drawing; null where nothing is known of what comes.
 *
 * From the 10 % to the 90 % point of the events to come, at the likely number of subjects. It is a model's and never a result.
 *
 * @example a year that has seen none of 10 in half of its person-months: endingOf(question) // [0, 0.2]
 */
export function endingOf(question: OutlookQuestion): readonly [low: number, high: number] | null {
  const { x, n, coming, course, exposure } = question
  if (coming === null || (course === 'exposed' && exposure === null)) return null
  const whole = n + coming.mid
  const most = course === 'exposed' ? whole : coming.mid
  const at = (level: number) =>
    (x + firstWhere(0, most, (k) => futureAtMost(question, coming.mid, k) >= level)) / whole
  return [at(0.1), Math.min(1, at(0.9))]
}

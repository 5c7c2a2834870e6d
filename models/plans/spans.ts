import { type Window, window } from '#sources/vocabulary/window.ts'
import type { Deadline, Obligation, Plan } from './plan.ts'

/** "hằng tháng", "hằng quý", "hằng năm". */
type Repeated = Deadline['kind'] | Obligation['when']

/**
 * The calendar months, quarters or years for which a plan asks for something again and again without naming a day; none for other words.
 *
 * Those of the plan's years that begin on or after its date: the month in which a plan is signed is not asked for. A plan without a date
 * asks for the whole of its years.
 */
export function spansOf(plan: Plan, repeated: Repeated): readonly Window[] {
  const { date } = plan.document
  return plan.years
    .flatMap((year) => endingsOf(repeated).map((ending) => window(`cal:${year}${ending}`)))
    .filter((span) => date === null || span.from >= date)
}

function endingsOf(repeated: Repeated): readonly string[] {
  switch (repeated) {
    case 'monthly':
      return Array.from({ length: 12 }, (_, n) => `-${String(n + 1).padStart(2, '0')}`)
    case 'quarterly':
      return ['-Q1', '-Q2', '-Q3', '-Q4']
    case 'yearly':
      return ['']
    default:
      return []
  }
}

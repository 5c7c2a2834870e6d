import { slackOf } from '../judgement/fact.ts'
import type { Goal } from '../plans/target.ts'
import type { Facts, Rule } from './condition.ts'
import type { Stage } from './reminder.ts'

/** Of the years to come, best first. */
const OUTLOOKS = ['secured', 'high', 'medium', 'low', 'very-low', 'lost']
/** The last stage before the leadership is told. */
const BEFORE_LEADERSHIP: Stage = 2
const STRENGTHS = [null, 'moderate', 'strong']

/**
 * Whether evidence is worse than what a person had before him when he acknowledged or explained a case, so that the case is open again.
 *
 * Of a target: stronger evidence, a poorer outlook, or the count moved in the adverse direction: more cases where the goal is a ceiling, more
 * missing to the goal otherwise; a denominator alone makes nothing worse. Of a report: a later stage, which the last one is not while a
 * later report tells of its window, too. Of completeness: fewer have come.
 * Of suspect data: the two numbers lie further apart. What was issued and reads otherwise once more was not explained yet: always.
 */
export function isWorse(rule: Rule, goal: Goal | null, before: Facts, after: Facts): boolean {
  const rises = (of: (facts: Facts) => number) => of(after) > of(before)
  switch (rule) {
    case 'restated':
      return true
    case 'due-soon':
      return false
    case 'overdue':
    case 'reminder-requested':
      return rises(pressed)
    case 'incomplete':
      return rises(({ numerator }) => -Number(numerator ?? 0))
    case 'suspect':
      return rises(({ left, right }) => Math.abs(Number(right ?? 0) - Number(left ?? 0)))
    default:
      return (
        rises(({ strength }) => STRENGTHS.indexOf(strength as string | null)) ||
        rises((facts) => OUTLOOKS.indexOf(String(facts['class']))) ||
        rises((facts) => adverseCount(goal, facts))
      )
  }
}

function pressed({ stage, later }: Facts): number {
  const reached = Number(stage ?? 0)
  return later === 1 ? Math.min(reached, BEFORE_LEADERSHIP) : reached
}

function adverseCount(goal: Goal | null, { numerator, denominator }: Facts): number {
  if (goal === null || numerator === null || denominator === null) return 0
  const [x, n] = [Number(numerator ?? 0), Number(denominator ?? 0)]
  return 'below' in goal ? x : Math.max(0, -slackOf(goal, x, n))
}

import { window } from '#sources/vocabulary/window.ts'
import { monthsLeft } from '../plans/plan-windows.ts'
import { type Condition, condition } from './condition.ts'
import { cycleOf, type Judged } from './of-verdict.ts'

/**
 * An outlook that is low or very low, where no certain miss fires already; it stands only beside the province's verdict.
 *
 * `slack` of the facts is what a ceiling still bears, or, negative, what a floor still lacks at today's denominator.
 */
export function ofOutlook(plan: string, { verdict, measured }: Judged): readonly Condition[] {
  const { target, windowId, unitId, code, outlook, fact, slack } = verdict
  if (measured === null || code === 'MISS') return []
  if (outlook !== 'low' && outlook !== 'very-low') return []
  const { numerator, denominator, unitsExpected, unitsCovered } = measured
  const evidence = { outlook, numerator, denominator }
  const facts = {
    ...evidence,
    code,
    fact,
    slack,
    definition: verdict.definitionId,
    monthsLeft: monthsLeft(window(windowId)),
    unitsExpected,
    unitsCovered,
  }
  const cycle = cycleOf(windowId)
  return [condition({ rule: 'outlook', plan, target, unitId, windowId, cycle }, evidence, facts)]
}

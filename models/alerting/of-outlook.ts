import { type Condition, condition } from './condition.ts'
import { cycleOf, type Judged } from './of-verdict.ts'

/**
 * An outlook that is low or very low, where no certain miss fires already; there is one only where the target is officially judged.
 *
 * `allowance`: what a ceiling still bears, negative where it is exceeded; `needed`: what a floor lacks until the year's end.
 */
export function ofOutlook(
  plan: string,
  { verdict, measured, outlook }: Judged,
): readonly Condition[] {
  const { target, windowId, unitId, code, fact, slack } = verdict
  if (!measured || !outlook || code === 'MISS') return []
  if (outlook.class !== 'low' && outlook.class !== 'very-low') return []
  const { numerator, denominator, unitsExpected, unitsCovered } = measured
  const { allowance, needed, neededPerMonth, monthsLeft } = outlook
  const evidence = { class: outlook.class, numerator, denominator }
  const facts = {
    ...evidence,
    code,
    fact,
    slack,
    definition: verdict.definitionId,
    allowance,
    needed,
    neededPerMonth,
    monthsLeft,
    unitsExpected,
    unitsCovered,
  }
  const cycle = cycleOf(windowId)
  return [condition({ rule: 'outlook', plan, target, unitId, windowId, cycle }, evidence, facts)]
}

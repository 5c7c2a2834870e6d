import { indicators } from '../indicators/index.ts'
import { define, type Indicator, type Parameters } from '../indicators/indicator.ts'
import type { OpenParameter, PlanText } from './plan.ts'
import type { Goal, Ratio, TargetText } from './target.ts'

/** What is wrong with the targets of a plan and with what it leaves open about them, as the ends of sentences that begin with the plan. */
export function targetFlaws(
  { openParameters }: PlanText,
  targets: readonly TargetText[],
): readonly string[] {
  const own = targets.flatMap((target) => ownFlaws(target))
  if (own.length > 0) return own
  return [...overlaps(targets), ...openParameters.flatMap((open) => openFlaws(open, targets))]
}

function ownFlaws({ id, indicator, with: chosen, ...goal }: TargetText): string[] {
  const at = `, target '${id}'`
  if (!indicators.some((each) => each.id === indicator?.id))
    return [`${at}: indicator '${indicator?.id}' is not in the list of models/indicators/index.ts`]
  const foreign = Object.keys(chosen ?? {}).filter((name) => !(name in indicator.parameters))
  return [
    ...choiceFlaws(indicator, chosen).map((flaw) => `${at}: ${flaw}`),
    ...foreign.map((name) => `${at}: indicator '${indicator.id}' has no parameter '${name}'`),
    ...goalFlaws(goal as Goal).map((flaw) => `${at}: ${flaw}`),
  ]
}

/** What the indicator itself says of the choices, which else nobody hears before it is measured. */
function choiceFlaws(indicator: Indicator, chosen: Partial<Parameters> | undefined): string[] {
  try {
    const { parameters } = define(indicator, (chosen ?? {}) as Parameters)
    indicator.population(parameters)
    indicator.denominator(parameters)
    indicator.numerator(parameters)
    return []
  } catch (error) {
    if (error instanceof RangeError) return [error.message]
    throw error
  }
}

function goalFlaws(goal: Goal): string[] {
  if ('all' in goal) return []
  if ('below' in goal) return ratioFlaws(goal.below)
  if ('atLeast' in goal) return ratioFlaws(goal.atLeast)
  const [low, high] = goal.between
  const wrong = [...ratioFlaws(low), ...ratioFlaws(high)]
  return low[0] * high[1] > high[0] * low[1]
    ? [...wrong, `its range runs from ${low.join('/')} down to ${high.join('/')}`]
    : wrong
}

function ratioFlaws([numerator, denominator]: Ratio): string[] {
  const whole = [numerator, denominator].every((each) => Number.isSafeInteger(each) && each >= 0)
  return whole && denominator > 0 && numerator <= denominator
    ? []
    : [`${numerator}/${denominator} is no share between 0 and 1 in whole numbers`]
}

function overlaps(targets: readonly TargetText[]): string[] {
  const keys = targets.map(({ indicator, with: chosen, level, deadline }) =>
    [define(indicator, chosen).id, level, deadline?.kind ?? 'plan-year'].join(' '),
  )
  return keys.flatMap((key, at) => {
    const first = keys.indexOf(key)
    return first === at
      ? []
      : [
          `, targets '${targets[first]?.id}' and '${targets[at]?.id}' overlap: the same figure at the same level in the same window`,
        ]
  })
}

/** A choice that is a parameter of the figure must be the one that the target makes. */
function openFlaws({ name, chosen, targets: ids }: OpenParameter, targets: readonly TargetText[]) {
  return ids.flatMap((id) => {
    const target = targets.find((each) => each.id === id)
    if (target === undefined) return [`, open parameter '${name}': there is no target '${id}'`]
    const made = define(target.indicator, target.with).parameters[name]
    return made === undefined || made === chosen
      ? []
      : [`, open parameter '${name}': it says '${chosen}', target '${id}' says '${made}'`]
  })
}

import { indicators, reportingCompleteness, reportingTimeliness } from './indicators/index.ts'
import { type Definition, define, type Parameters } from './indicators/indicator.ts'
import type { Plan } from './plans/plan.ts'
import { paceOf } from './plans/plan-windows.ts'

/**
 * Every figure that is measured for a plan, each once: its targets' with the plan's parameters, every other listed indicator with its
 * defaults, both with their {@link twinsOf}, and reporting for each form that the plan collects.
 *
 * What rests on a form that the plan neither collects nor takes is left out.
 */
export function definitionsOf(plan: Plan): readonly Definition[] {
  const targets = plan.targets.map(({ definition }) => definition)
  const named = new Set(targets.map(({ indicator }) => indicator.id))
  const others = indicators
    .filter(({ id, parameters }) => !named.has(id) && !('form' in parameters))
    .map((indicator) => define(indicator))
  const forms = [...new Set(plan.collection.map(({ form }) => form))]
  const all = [
    ...[...targets, ...others].flatMap((definition) => [definition, ...twinsOf(definition)]),
    ...forms.flatMap((form) => [
      define(reportingCompleteness, { form }),
      define(reportingTimeliness, { form }),
    ]),
  ].filter((definition) => isFed(plan, definition))
  return [...new Map(all.map((definition) => [definition.id, definition])).values()]
}

/**
 * The same figure as others would count it: for the population of Thông tư 10/2024/TT-BCA beside the plan's, and from the tally that
 * committees sign beside the register; of all, where the tally does not tell who is in need.
 */
export function twinsOf({ indicator, parameters }: Definition): readonly Definition[] {
  const offered = (...choices: readonly Parameters[]) =>
    choices
      .map((choice) => ({ ...parameters, ...choice }))
      .filter((chosen) => indicator.offers?.(chosen) !== false)
      .slice(0, 1)
  const others = [
    ...(parameters['who'] === 'plan' && parameters['basis'] !== 'tally'
      ? offered({ who: 'tt10' })
      : []),
    ...(parameters['basis'] === 'register'
      ? offered({ basis: 'tally' }, { basis: 'tally', ...('of' in parameters && { of: 'all' }) })
      : []),
  ]
  return others.map((chosen) => define(indicator, chosen))
}

function isFed(plan: Plan, { indicator, parameters }: Definition): boolean {
  return indicator.sources(parameters).every(({ form }) => paceOf(plan, form) !== undefined)
}

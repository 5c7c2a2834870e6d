import { indicators, reportingCompleteness, reportingTimeliness } from './indicators/index.ts'
import { type Definition, define } from './indicators/indicator.ts'
import type { Plan } from './plans/plan.ts'

/**
 * Every figure that is measured for a plan, each once: its targets' with the plan's parameters, every other listed indicator with its
 * defaults, and reporting for each form that the plan collects.
 */
export function definitionsOf(plan: Plan): readonly Definition[] {
  const targets = plan.targets.map(({ definition }) => definition)
  const named = new Set(targets.map(({ indicator }) => indicator.id))
  const others = indicators.filter(
    ({ id, parameters }) => !named.has(id) && !('form' in parameters),
  )
  const forms = [...new Set(plan.collection.map(({ form }) => form))]
  const all = [
    ...targets,
    ...others.map((indicator) => define(indicator)),
    ...forms.flatMap((form) => [
      define(reportingCompleteness, { form }),
      define(reportingTimeliness, { form }),
    ]),
  ]
  return [...new Map(all.map((definition) => [definition.id, definition])).values()]
}

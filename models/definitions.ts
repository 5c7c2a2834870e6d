import { employmentRate, reportingCompleteness, reportingTimeliness } from './indicators/index.ts'
import { type Definition, define } from './indicators/indicator.ts'
import type { Plan } from './plans/plan.ts'

/** Every figure that is measured for a plan, each once: its targets', employment, and reporting for each collected form. */
export function definitionsOf(plan: Plan): readonly Definition[] {
  const forms = [...new Set(plan.collection.map(({ form }) => form))]
  const all = [
    ...plan.targets.map(({ definition }) => definition),
    define(employmentRate),
    ...forms.flatMap((form) => [
      define(reportingCompleteness, { form }),
      define(reportingTimeliness, { form }),
    ]),
  ]
  return [...new Map(all.map((definition) => [definition.id, definition])).values()]
}

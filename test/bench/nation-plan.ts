import { definitionsOf } from '#models/definitions.ts'
import type { Definition } from '#models/indicators/indicator.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { plans } from '#models/plans/index.ts'
import type { Collection, Plan } from '#models/plans/plan.ts'
import type { Pace } from '#sources/forms/frequency.ts'
import type { FormId } from '#sources/forms/index.ts'
import type { ReporterKind } from '#sources/vocabulary/reporter.ts'

/** The five years that the nation looks at. */
export const YEARS = [2026, 2027, 2028, 2029, 2030]

/** Who sends what, and how often: together what the plans collect and take, in the windows of one family. */
export const SENT: readonly {
  readonly form: FormId
  readonly by: readonly ReporterKind[]
  readonly every: Pace
}[] = [
  { form: 'returnee-register', by: ['police'], every: 'month' },
  { form: 'community-sentence', by: ['police'], every: 'month' },
  { form: 'release-notice', by: ['agency'], every: 'month' },
  { form: 'reoffence', by: ['agency'], every: 'month' },
  { form: 'credit', by: ['agency'], every: 'month' },
  { form: 'pre-release', by: ['facility'], every: 'month' },
  { form: 'support-model', by: ['committee'], every: 'quarter' },
  { form: 'exemplar', by: ['committee'], every: 'quarter' },
  { form: 'tally', by: ['committee'], every: 'quarter' },
  { form: 'communication', by: ['committee', 'agency'], every: 'quarter' },
  { form: 'task-progress', by: ['committee', 'agency'], every: 'quarter' },
  { form: 'narrative', by: ['committee', 'agency'], every: 'quarter' },
  { form: 'issued-document', by: ['committee', 'agency'], every: 'quarter' },
  { form: 'funding', by: ['committee', 'agency'], every: 'half-year' },
]

const directive = { beforeDay: 18, basis: 'directive', reference: '' } as const

/** A plan for the nation that obliges nobody and takes every form that a figure rests on. */
export const nationPlan: Plan = {
  ...bacNinh2026,
  id: 'nation',
  years: YEARS,
  obligations: [],
  taken: [],
  collection: SENT.map((sent): Collection => ({ ...sent, ...directive })),
}

/** Every figure of every plan, each once. */
export const nationDefinitions: readonly Definition[] = [
  ...new Map(plans.flatMap(definitionsOf).map((one) => [one.id, one])).values(),
]

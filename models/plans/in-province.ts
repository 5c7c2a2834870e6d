import type { Plan } from './plan.ts'

/** A plan as another province would carry it out: its promises, forms and bodies with that province's communes, for trials. */
export function inProvince(plan: Plan, provinceCode: string): Plan {
  return Object.freeze({ ...plan, provinceCode })
}

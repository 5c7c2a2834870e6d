/** The plans that we follow: one file each; a new plan is a file and a line here. */
import { bacGiang2022 } from './bac-giang-2022.ts'
import { bacNinh2026 } from './bac-ninh-2026.ts'
import { canTho2024 } from './can-tho-2024.ts'
import { haTinh2026To2030 } from './ha-tinh-2026-2030.ts'
import { hungYen2026 } from './hung-yen-2026.ts'
import { inProvince } from './in-province.ts'
import type { Plan } from './plan.ts'

export const plans: readonly Plan[] = [
  bacNinh2026,
  bacGiang2022,
  haTinh2026To2030,
  hungYen2026,
  canTho2024,
]

/** The plan with an id; throws a RangeError that lists the known ones. */
export function planById(id: string): Plan {
  const plan = plans.find((each) => each.id === id)
  if (plan === undefined)
    throw new RangeError(`no plan '${id}'; known: ${plans.map((each) => each.id).join(', ')}`)
  return plan
}

/** The plan with an id; with a province, as that one would carry it out. */
export function planFor(id: string, province: string | null = null): Plan {
  return province === null ? planById(id) : inProvince(planById(id), province)
}

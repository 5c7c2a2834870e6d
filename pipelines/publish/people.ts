import {
  counsellingCoverage,
  employmentRate,
  receptionCoverage,
  reoffendingRate,
} from '#models/indicators/index.ts'
import { define } from '#models/indicators/indicator.ts'
import type { Snapshot } from './snapshot.ts'

/** Everyone on the register on a window's last day, in the whole of a unit; null where it is not covered. */
export function managedOn({ value }: Snapshot, windowId: string, unitId: string): number | null {
  return value(define(employmentRate).id, windowId, unitId)?.denominator ?? null
}

/** People back from prison within a window. */
export function returnedIn({ value }: Snapshot, windowId: string, unitId: string): number | null {
  return value(define(counsellingCoverage).id, windowId, unitId)?.denominator ?? null
}

/** People whose release within a window was announced. */
export function noticedIn({ value }: Snapshot, windowId: string, unitId: string): number | null {
  return value(define(receptionCoverage).id, windowId, unitId)?.denominator ?? null
}

/** People with a counted new offence within a window, at the plan's stage. */
export function offendedIn(snapshot: Snapshot, windowId: string, unitId: string): number | null {
  const target = offenceTarget(snapshot)
  return target === undefined
    ? null
    : (snapshot.value(target.definition.id, windowId, unitId)?.numerator ?? null)
}

/** The plan's target on reoffending, if it has one. */
export function offenceTarget({ setting }: Snapshot) {
  return setting.plan.targets.find(({ indicator }) => indicator.id === reoffendingRate.id)
}

import {
  counsellingCoverage,
  creditAdviceCoverage,
  employmentRate,
  helperAssignmentCoverage,
  jobIntroductionCoverage,
  receptionCoverage,
  reoffendingRate,
} from '#models/indicators/index.ts'
import { type Definition, define } from '#models/indicators/indicator.ts'
import type { Snapshot } from './snapshot.ts'

/** Figures of everyone on the register on the last day; a plan that sets other parameters for one measures another. */
const MANAGED: readonly Definition[] = [
  define(employmentRate),
  define(helperAssignmentCoverage),
  define(creditAdviceCoverage),
  define(helperAssignmentCoverage, { basis: 'tally' }),
]

/** Figures of everyone who came back in a window. */
const RETURNED: readonly Definition[] = [
  define(counsellingCoverage),
  define(jobIntroductionCoverage),
  define(counsellingCoverage, { basis: 'tally' }),
  define(counsellingCoverage, { kind: 'legal', basis: 'tally' }),
]

/** Everyone on the register on a window's last day, in the whole of a unit; null where it is not covered. */
export function managedOn(snapshot: Snapshot, windowId: string, unitId: string): number | null {
  return firstOf(snapshot, MANAGED, windowId, unitId)
}

/** People back from prison within a window. */
export function returnedIn(snapshot: Snapshot, windowId: string, unitId: string): number | null {
  return firstOf(snapshot, RETURNED, windowId, unitId)
}

function firstOf(
  { value }: Snapshot,
  definitions: readonly Definition[],
  windowId: string,
  unitId: string,
): number | null {
  const [first] = definitions.flatMap(({ id }) => value(id, windowId, unitId) ?? [])
  return first?.denominator ?? null
}

/** People whose release within a window was announced. */
export function noticedIn({ value }: Snapshot, windowId: string, unitId: string): number | null {
  return value(define(receptionCoverage).id, windowId, unitId)?.denominator ?? null
}

/** People with a counted new offence within a window, at the plan's stage. */
export function offendedIn(snapshot: Snapshot, windowId: string, unitId: string): number | null {
  const own = offenceTarget(snapshot)?.definition
  const definitions =
    own === undefined
      ? [define(reoffendingRate), define(reoffendingRate, { basis: 'tally' })]
      : [own]
  const [first] = definitions.flatMap(({ id }) => snapshot.value(id, windowId, unitId) ?? [])
  return first?.numerator ?? null
}

/** The plan's target on reoffending, if it has one. */
export function offenceTarget({ setting }: Pick<Snapshot, 'setting'>) {
  return setting.plan.targets.find(({ indicator }) => indicator.id === reoffendingRate.id)
}

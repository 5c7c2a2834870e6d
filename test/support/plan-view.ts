import type { LeadershipMonth } from '#dashboards/pages/leadership-month.ts'
import type { Edition, TargetView } from '#dashboards/views.ts'
import { basisOf } from '#models/indicators/indicator.ts'
import { judge } from '#models/judgement/verdict.ts'
import type { Measured } from '#models/measured.ts'
import type { Plan } from '#models/plans/plan.ts'
import { slowest } from '#models/plans/plan-windows.ts'
import type { Target } from '#models/plans/target.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'

/** Of which windows a made page tells, and as of which day. */
interface Of {
  readonly windowId: string
  readonly toDateId: string
  /** The last own window of figures that are not monthly. */
  readonly slowId: string
  readonly businessDate: CalendarDate
}

/** A leadership page of any plan with made numbers: 9 of 30 everywhere, where a test says no other. */
export function monthOf(
  plan: Plan,
  of: Of,
  numbers: Readonly<Record<string, readonly [number, number]>> = {},
): LeadershipMonth {
  const edition: Edition = {
    plan,
    provinceName: 'tỉnh Thử Nghiệm',
    communeWords: 'xã, phường',
    windowId: of.windowId,
    toDateId: of.toDateId,
    businessDate: of.businessDate,
    state: 'provisional',
    covered: 4,
    expected: 5,
    data: {
      generation: 'gen-000001',
      resultHash: '00',
      codeVersion: '0.1.0',
      referenceSha: '000000000000',
      knownUntil: `${of.businessDate}T16:59:59.999Z`,
      files: 7,
      inForce: 11,
    },
  }
  return {
    edition,
    people: { managed: 30, returned: 4, prosecuted: 1, prosecutedToDate: 2, allowance: -1 },
    targets: plan.targets.map((target) => viewOf(plan, target, of, numbers[target.id] ?? [9, 30])),
    maps: [],
    attention: [],
    missing: [],
    alerts: { opened: [], open: [], closed: [] },
    restated: null,
    reconciliations: [],
  }
}

function viewOf(
  plan: Plan,
  target: Target,
  { toDateId, slowId }: Of,
  [numerator, denominator]: readonly [number, number],
): TargetView {
  const windowId = slowest(plan, target.definition).pace === 'month' ? toDateId : slowId
  const measured: Measured = {
    definitionId: target.definition.id,
    windowId,
    unitId: '99',
    numerator,
    denominator,
    basis: basisOf(target.definition),
    unitsExpected: 5,
    unitsCovered: 5,
    rowsWithheld: 0,
    state: 'final',
  }
  const verdict = judge({
    target,
    windowId,
    unitId: '99',
    level: 'province',
    measured,
    monthsLeft: 2,
    highestMonthlyInflow: 5,
  })
  return {
    target,
    windowId,
    measured,
    verdict,
    previous: null,
    lastYear: null,
    history: [{ windowId, numerator, denominator }],
    silent: [],
  }
}

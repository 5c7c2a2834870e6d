import type { Day, Period } from '../calendar.ts'
import { covers } from '../mail/due.ts'
import type { Asked } from './asked.ts'
import type { Known } from './known.ts'
import { valuesOfBodies } from './reporting.ts'
import { isThere } from './slot.ts'
import type { Value } from './value.ts'

/** Bodies that sent a plan of their own by the window's end, of those whom this plan obliges to have one since its day. */
export function issuingIn(known: Known, window: Period, asked: Asked): Value[] {
  const { plan, reporters } = known
  const clause = plan.clauses.find(({ id }) => id === 'implementation-plan')
  if (clause === undefined || (plan.date ?? '') >= window.to) return []
  const bodies = reporters
    .filter(
      (reporter) =>
        reporter.standing === 'obliged' &&
        covers(clause.who, reporter.id) &&
        !clause.except.includes(reporter.id) &&
        isThere(reporter, window),
    )
    .map((reporter) => ({ reporter, holds: issued(known, window, reporter.id, reporter.unitId) }))
  return valuesOfBodies(known, window, asked, bodies)
}

function issued(known: Known, window: Period, id: string, unitId: string): boolean {
  return known.windows
    .filter(({ to }) => to <= window.to)
    .flatMap((sent) => known.inForce('issued-document', id, sent.id) ?? [])
    .filter((list) => list.unitId === unitId)
    .some(({ rows }) =>
      rows.some(
        ({ values }) =>
          values['kind'] === 'ke_hoach' &&
          (values['sent_on'] as Day) < window.to &&
          String(values['plan_ref'] ?? '').includes(known.plan.number),
      ),
    )
}

import type { Facts } from '#models/alerting/condition.ts'
import type { AlertView } from '../views.ts'

/** Alerts that are told as one. */
export interface AlertGroup {
  /** The first of them; of reports with the forms of all. */
  readonly alert: AlertView
  readonly cases: readonly AlertView[]
}

/**
 * Alerts as people read them, in their order: those about reports of one reporter, window, due day, rule and state are one, with all forms;
 * any other stands alone.
 */
export function grouped(alerts: readonly AlertView[]): readonly AlertGroup[] {
  const groups = new Map<string, [AlertView, ...AlertView[]]>()
  for (const alert of alerts) {
    const key = keyOf(alert)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [alert])
    else group.push(alert)
  }
  return [...groups.values()].map((cases) => ({ alert: together(cases), cases }))
}

function keyOf({ caseId, report, rule, unitId, state, fires, note, facts }: AlertView): string {
  if (report === null) return caseId
  const { reporterName, windowId, dueBefore, basis, reference } = report
  const due = [windowId, dueBefore, basis, reference]
  const later = facts?.['later'] ?? 0
  return [rule, state, fires, unitId, reporterName, ...due, later, note ?? ''].join('\n')
}

function together(cases: readonly [AlertView, ...AlertView[]]): AlertView {
  const [first] = cases
  if (first.report === null || cases.length === 1) return first
  const forms = cases.flatMap(({ report }) => report?.forms ?? [])
  const stages = cases.map(({ facts }) => Number(facts?.['stage'] ?? -1))
  const stage = Math.max(...stages)
  const facts: Facts = { ...first.facts, ...(stage >= 0 && { stage }) }
  return { ...first, facts, report: { ...first.report, forms } }
}

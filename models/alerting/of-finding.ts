import { window } from '#sources/vocabulary/window.ts'
import type { Database } from '../database.ts'
import { type Condition, condition, type Facts } from './condition.ts'
import { cycleOf } from './of-verdict.ts'

/** A bad row that a rule about the data returned. */
export type Finding = Database['finding']

/**
 * What findings make fire: those of severity `error`, one for each rule, subject, place and plan year, with the newest window of it; its
 * target is `rule/subject`. A finding of an older window that is still there opens no second case, and keeps the case when the newest
 * one is mended.
 */
export function ofFindings(plan: string, findings: readonly Finding[]): readonly Condition[] {
  const newest = new Map<string, Finding>()
  for (const one of findings) {
    if (one.severity !== 'error') continue
    const key = [one.rule, one.subject, one.unit_id, cycleOf(one.window_id)].join('\n')
    const other = newest.get(key)
    if (other === undefined || isNewer(one, other)) newest.set(key, one)
  }
  return [...newest.values()].map((one) => ofFinding(plan, one))
}

/**
 * Rules whose right number is what the rest of the province leads one to expect: it moves with every report of somebody else, which is no
 * news of the place.
 */
const EXPECTED: readonly string[] = ['no-movement', 'no-service']

function ofFinding(plan: string, finding: Finding): Condition {
  const { rule, subject, unit_id: unitId, window_id: windowId, left_n, right_n } = finding
  const evidence = { rule, subject, window: windowId, left: left_n }
  const numbers = { ...evidence, right: right_n }
  const target = `${rule}/${subject}`
  return condition(
    { rule: 'suspect', plan, target, unitId, windowId, cycle: cycleOf(windowId) },
    EXPECTED.includes(rule) ? evidence : numbers,
    { ...numbers, owner: finding.owner, ...(JSON.parse(finding.facts) as Facts) },
  )
}

/** The later close; of two windows that close together the shorter one, where the row is first met. */
function isNewer(a: Finding, b: Finding): boolean {
  const [left, right] = [window(a.window_id), window(b.window_id)]
  if (left.to !== right.to) return left.to > right.to
  return left.from > right.from
}

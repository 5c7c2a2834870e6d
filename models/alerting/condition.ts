import { createHash } from 'node:crypto'
import type { Database } from '../database.ts'

/** A condition that fires on a business date: what it is about, its window, and the facts that a sentence about it needs. */
export type Condition = Database['condition']

/**
 * What may fire.
 *
 * - `missed`: a target that cannot be met any more · `signal`: worse than chance explains · `off`: the official figure misses the target by
 *   few, which chance may explain · `outlook`: the plan's year will probably end missed
 * - `due-soon`, `overdue`: an expected report · `reminder-requested`: a body that owes nothing ("Đề nghị") is asked once more; no reproach
 * - `incomplete`: too few reports of a form have come to judge anything · `suspect`: data that cannot be, or that nobody can explain ·
 *   `restated`: what was issued reads otherwise now
 */
export const rules = [
  'missed',
  'signal',
  'off',
  'outlook',
  'due-soon',
  'overdue',
  'reminder-requested',
  'incomplete',
  'suspect',
  'restated',
] as const

export type Rule = (typeof rules)[number]

/** Rule × plan × target × unit × cycle is the key of a case; the window is that of its newest evidence. */
export interface ConditionKey {
  readonly rule: Rule
  readonly plan: string
  /** A target of the plan; of reports `form/reporter`; of others what the rule says. */
  readonly target: string
  readonly unitId: string
  readonly windowId: string
  readonly cycle: string
}

/** Integers and codes only; nothing here is a float, a time, a path or a person. */
export type Facts = Readonly<Record<string, string | number | null>>

/**
 * A condition with its evidence: `evidence_hash` covers the integers and codes that would make it news, `facts` all that a sentence about
 * it needs; both are canonical JSON.
 */
export function condition(
  { rule, plan, target, unitId, windowId, cycle }: ConditionKey,
  evidence: Facts,
  facts: Facts,
): Condition {
  return {
    rule,
    plan,
    target,
    unit_id: unitId,
    cycle,
    window_id: windowId,
    evidence_hash: createHash('sha256').update(canonical(evidence)).digest('hex'),
    facts: canonical(facts),
  }
}

/** JSON with sorted keys, no spaces, NFC. */
function canonical(facts: Facts): string {
  return JSON.stringify(Object.fromEntries(Object.entries(facts).sort())).normalize('NFC')
}

import { planYearOf, window } from '#sources/vocabulary/window.ts'
import type { Measured, Verdict } from '../measured.ts'
import { type Condition, condition, type Rule } from './condition.ts'

/** A verdict and the figure behind it. */
export interface Judged {
  readonly verdict: Verdict
  readonly measured: Measured | null
}

/** What a verdict makes fire. Its cycle is the plan year that the target's own window belongs to, so that a case goes on from month to month. */
export function ofVerdict(plan: string, { verdict, measured }: Judged): readonly Condition[] {
  const rule = ruleOf(verdict)
  if (rule === null) return []
  const { target, windowId, unitId, code, strength, fact, slack } = verdict
  const evidence = {
    code,
    strength,
    numerator: measured?.numerator ?? null,
    denominator: measured?.denominator ?? null,
  }
  const facts = {
    ...evidence,
    fact,
    slack,
    definition: verdict.definitionId,
    unitsExpected: measured?.unitsExpected ?? null,
    unitsCovered: measured?.unitsCovered ?? null,
  }
  const cycle = cycleOf(windowId)
  return [condition({ rule, plan, target, unitId, windowId, cycle }, evidence, facts)]
}

function ruleOf({ code }: Verdict): Rule | null {
  if (code === 'MISS') return 'missed'
  return code === 'SIG' ? 'signal' : null
}

/** `adm:2026-9M` → `adm:2026`; explicit windows are their own cycle. */
export function cycleOf(windowId: string): string {
  const own = window(windowId)
  return own.family === 'explicit' ? own.id : `${own.family}:${planYearOf(own)}`
}

import { planYearOf, window } from '#sources/vocabulary/window.ts'
import type { Outlook } from '../judgement/outlook.ts'
import type { JudgedPlace } from '../judgement/places.ts'
import { type Condition, condition, type Facts, type Rule } from './condition.ts'

/** A verdict, the figure behind it, and what else it takes to say whether something fires. */
export interface Judged extends JudgedPlace {
  /** The place is where the target is officially judged; the others get a count, an allowance and a signal. */
  readonly official: boolean
  /** The reading that keeps a signal alive: this one, an earlier one that is not cleared yet, or none. */
  readonly signal: JudgedPlace | null
  /** How its year is likely to end; left out where that is not foretold. */
  readonly outlook?: Outlook | null
}

/**
 * What a verdict makes fire: a certain miss and a signal are independent of each other, so that both may.
 *
 * A signal fires only where it stays on the list of its family. Its cycle is the plan year that the target's own window belongs to, so that
 * a case goes on from month to month.
 */
export function ofVerdict(plan: string, judged: Judged): readonly Condition[] {
  const { code } = judged.verdict
  return [
    ...(code === 'MISS' ? [fired(plan, 'missed', judged)] : []),
    ...(judged.signal === null
      ? []
      : [fired(plan, 'signal', judged, signalFacts(judged, judged.signal))]),
    ...(code === 'NUM' && judged.official ? [fired(plan, 'off', judged)] : []),
  ]
}

function fired(plan: string, rule: Rule, { verdict, measured }: Judged, more: Facts = {}) {
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
    ...more,
  }
  const cycle = cycleOf(windowId)
  return condition({ rule, plan, target, unitId, windowId, cycle }, evidence, facts)
}

/** The family that the signal was tested in, in per cent; `held`: 1 where it is an earlier window's, which the sentence then tells, too. */
function signalFacts({ verdict }: Judged, signal: JudgedPlace): Facts {
  const { windowId } = signal.verdict
  return {
    held: windowId === verdict.windowId ? 0 : 1,
    signalWindow: windowId,
    signalNumerator: signal.measured?.numerator ?? null,
    signalDenominator: signal.measured?.denominator ?? null,
    familySize: signal.family?.size ?? null,
    familyLevel: signal.family?.level ?? null,
    familyKept: signal.family?.kept ?? null,
  }
}

/** `adm:2026-9M` → `adm:2026`; explicit windows are their own cycle. */
export function cycleOf(windowId: string): string {
  const own = window(windowId)
  return own.family === 'explicit' ? own.id : `${own.family}:${planYearOf(own)}`
}

import type { Goal, Ratio } from '../plans/target.ts'
import { lowerTail, upperTail } from './binomial.ts'
import { floorOf } from './fact.ts'
import { signalCounts } from './funnel.ts'
import { ALARM, isAtMost, WARN } from './levels.ts'

export { ALARM, WARN }

export type Strength = 'strong' | 'moderate' | null

/** The exact one-sided p of x in n against a goal's share: `adverse` tests for worse than it, `favourable` for better. */
export interface Evidence {
  readonly adverse: number
  readonly favourable: number
}

/** Null where no test applies: a duty of 100 % is counted, not tested. */
export function evidenceOf(goal: Goal, x: number, n: number): Evidence | null {
  if ('all' in goal) return null
  if ('below' in goal) {
    const p0 = share(goal.below)
    return { adverse: upperTail(x, n, p0), favourable: lowerTail(x, n, p0) }
  }
  const p0 = share(floorOf(goal))
  return { adverse: lowerTail(x, n, p0), favourable: upperTail(x, n, p0) }
}

/** `strong` when p ≤ 0.001, `moderate` when p ≤ 0.025. */
export function strengthOf(p: number): Strength {
  if (isAtMost(p, ALARM)) return 'strong'
  return isAtMost(p, WARN) ? 'moderate' : null
}

/** The smallest count whose chance of arising in n at the share is at most `level`: from there on a signal; n + 1 when no count is. */
export function signalCount(ratio: Ratio, n: number, level: number = WARN): number {
  return signalCounts(ratio, n, level, 'high')
}

function share([num, den]: Ratio): number {
  return num / den
}

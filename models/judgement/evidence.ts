import type { Goal, Ratio } from '../plans/target.ts'
import { lowerTail, upperTail } from './binomial.ts'
import { floorOf } from './fact.ts'
import { signalCounts } from './funnel.ts'
import { ALARM, WARN } from './levels.ts'

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
  if (p <= ALARM) return 'strong'
  return p <= WARN ? 'moderate' : null
}

/** The smallest count whose chance of arising in n at the share is at most `level`: from there on a signal; n + 1 when no count is. */
export function signalCount(ratio: Ratio, n: number, level: number = WARN): number {
  return signalCounts(ratio, n, level, 'high')
}

/** The largest count whose chance of arising in n, or fewer, is at most `level`: up to there a signal of too few; −1 when no count is. */
export function lowSignalCount(ratio: Ratio, n: number, level: number = WARN): number {
  const p0 = share(ratio)
  let [within, beyond] = [-1, n]
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2)
    if (lowerTail(middle, n, p0) <= level) within = middle
    else beyond = middle
  }
  return within
}

/** Which way a figure departs from a goal: to its worse or to its better side. */
export type Direction = keyof Evidence

/**
 * Whether the exact one-sided p of x in n is at most `level`, by comparison of whole numbers: what {@link evidenceOf} says, without a p.
 *
 * The count at which the answer turns is worked out once for each goal, direction, level and n.
 */
export function isSignal(
  goal: Goal,
  direction: Direction,
  level: number,
  x: number,
  n: number,
): boolean {
  if ('all' in goal) return false
  const turn = turnOf(goal, direction, level, n)
  return countsFromAbove(goal, direction) ? x >= turn : x <= turn
}

/** {@link strengthOf} of the p in one direction, by whole numbers. */
export function signalStrength(goal: Goal, direction: Direction, x: number, n: number): Strength {
  if (!isSignal(goal, direction, WARN, x, n)) return null
  return isSignal(goal, direction, ALARM, x, n) ? 'strong' : 'moderate'
}

type Tested = Exclude<Goal, { all: true }>

/** More cases are worse under a ceiling and better above a floor. */
function countsFromAbove(goal: Tested, direction: Direction): boolean {
  return 'below' in goal === (direction === 'adverse')
}

/** By goal, then direction and level, then n. Goals are those of plans: few, and they live as long as the process. */
const turns = new WeakMap<Goal, Map<string, Map<number, number>>>()

function turnOf(goal: Tested, direction: Direction, level: number, n: number): number {
  const known = turnsAt(goal, `${direction} ${level}`)
  const found = known.get(n)
  if (found !== undefined) return found
  const ratio = 'below' in goal ? goal.below : floorOf(goal)
  const turn = (countsFromAbove(goal, direction) ? signalCount : lowSignalCount)(ratio, n, level)
  known.set(n, turn)
  return turn
}

function turnsAt(goal: Goal, key: string): Map<number, number> {
  const ofGoal = turns.get(goal) ?? new Map<string, Map<number, number>>()
  turns.set(goal, ofGoal)
  const known = ofGoal.get(key) ?? new Map<number, number>()
  ofGoal.set(key, known)
  return known
}

function share([num, den]: Ratio): number {
  return num / den
}

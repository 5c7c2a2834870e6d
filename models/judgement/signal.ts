import type { Goal } from '../plans/target.ts'
import type { Evidence, Strength } from './evidence.ts'
import { floorOf } from './fact.ts'
import { signalCounts } from './funnel.ts'
import { ALARM, WARN } from './levels.ts'

/** Which way a figure departs from a goal: to its worse or to its better side. */
export type Direction = keyof Evidence

/**
 * Whether the exact one-sided p of x in n is at most `level`, by comparison of whole numbers: what `evidenceOf` says, without a p.
 *
 * The count at which the answer turns is worked out once for each goal, direction, level and n. Never for a goal of all.
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

/** What `strengthOf` says of the p in one direction, by whole numbers. */
export function signalStrength(goal: Goal, direction: Direction, x: number, n: number): Strength {
  if (!isSignal(goal, direction, WARN, x, n)) return null
  return isSignal(goal, direction, ALARM, x, n) ? 'strong' : 'moderate'
}

type Tested = Exclude<Goal, { all: true }>

/** More cases are worse under a ceiling and better above a floor. */
function countsFromAbove(goal: Tested, direction: Direction): boolean {
  return 'below' in goal === (direction === 'adverse')
}

/** By goal, then direction, level and n. Goals are those of plans: few, and they live as long as the process. */
const turns = new WeakMap<Goal, Map<Direction, Map<number, Map<number, number>>>>()

function turnOf(goal: Tested, direction: Direction, level: number, n: number): number {
  const ofGoal = known(turns, goal, () => new Map<Direction, Map<number, Map<number, number>>>())
  const ofDirection = known(ofGoal, direction, () => new Map<number, Map<number, number>>())
  const ofLevel = known(ofDirection, level, () => new Map<number, number>())
  return known(ofLevel, n, () => {
    const ratio = 'below' in goal ? goal.below : floorOf(goal)
    return signalCounts(ratio, n, level, countsFromAbove(goal, direction) ? 'high' : 'low')
  })
}

interface Memory<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
}

function known<K, V extends {}>(memory: Memory<K, V>, key: K, find: () => V): V {
  const found = memory.get(key)
  if (found !== undefined) return found
  const made = find()
  memory.set(key, made)
  return made
}

import type { Goal } from '../plans/target.ts'
import { type Evidence, evidenceOf, type Strength } from './evidence.ts'
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

/** The p of `evidenceOf` in the adverse direction, worked out once for each goal, n and x; 1 for a goal of all, which is not tested. */
export function adverseP(goal: Goal, x: number, n: number): number {
  const ofGoal = known(ps, goal, () => new Map<number, Map<number, number>>())
  const ofN = known(ofGoal, n, () => new Map<number, number>())
  return known(ofN, x, () => evidenceOf(goal, x, n)?.adverse ?? 1)
}

type Tested = Exclude<Goal, { all: true }>

/** More cases are worse under a ceiling and better above a floor. */
function countsFromAbove(goal: Tested, direction: Direction): boolean {
  return 'below' in goal === (direction === 'adverse')
}

/** By goal, then n and x: the few figures that a family has to rank. */
const ps = new WeakMap<Goal, Map<number, Map<number, number>>>()

/** The counts at which the answer turns, by n, in one direction at one level. */
interface Turns {
  readonly direction: Direction
  readonly level: number
  readonly byN: Map<number, number>
}

/** Goals are those of plans: few, and they live as long as the process; each is asked in a handful of ways. */
const turns = new WeakMap<Goal, Turns[]>()

function turnOf(goal: Tested, direction: Direction, level: number, n: number): number {
  const byN = turnsOf(goal, direction, level)
  const found = byN.get(n)
  if (found !== undefined) return found
  const ratio = 'below' in goal ? goal.below : floorOf(goal)
  const turn = signalCounts(ratio, n, level, countsFromAbove(goal, direction) ? 'high' : 'low')
  byN.set(n, turn)
  return turn
}

function turnsOf(goal: Goal, direction: Direction, level: number): Map<number, number> {
  const all = known(turns, goal, noTurns)
  for (const each of all) if (each.level === level && each.direction === direction) return each.byN
  const made = { direction, level, byN: new Map<number, number>() }
  all.push(made)
  return made.byN
}

const noTurns = (): Turns[] => []

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

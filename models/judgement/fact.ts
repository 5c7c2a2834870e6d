import type { Goal, Ratio } from '../plans/target.ts'

/**
 * Whether x of n lies within a goal: whole numbers only, no rate is ever formed.
 *
 * 3 of 300 and 1 of 100 are not below 1 %. A range is met from its lower end on; above its upper end it is exceeded, not missed. The
 * caller has dealt with n = 0, which is neither.
 */
export function isMet(goal: Goal, x: number, n: number): boolean {
  return slackOf(goal, x, n) >= 0
}

/**
 * How many more adverse cases (or fewer favourable ones) the goal can bear; negative when it is missed, by so many.
 *
 * Below 1 % of 500: at most 4, so 3 cases leave 1. At least 30 % of 99: 30 wanted, so 27 leave −3. All of 141: 138 leave −3.
 */
export function slackOf(goal: Goal, x: number, n: number): number {
  if ('below' in goal) return mostBelow(goal.below, n) - x
  return x - leastFor(goal, n)
}

/** The largest count that is still strictly below the share of n; −1 when there is none. */
export function mostBelow([num, den]: Ratio, n: number): number {
  return shareUp(n, num, den) - 1
}

function leastFor(goal: Exclude<Goal, { below: Ratio }>, n: number): number {
  if ('all' in goal) return n
  const [num, den] = floorOf(goal)
  return shareUp(n, num, den)
}

/** The share from which on a goal of "at least" or a range is met. */
export function floorOf(goal: { atLeast: Ratio } | { between: readonly [Ratio, Ratio] }): Ratio {
  return 'atLeast' in goal ? goal.atLeast : goal.between[0]
}

/** n × num / den, rounded up; `%` of whole numbers is exact, and beyond 2^53 they are big ones. */
function shareUp(n: number, num: number, den: number): number {
  const rounded = n * num + den - 1
  if (Number.isSafeInteger(rounded)) return (rounded - (rounded % den)) / den
  return Number((BigInt(n) * BigInt(num) + BigInt(den) - 1n) / BigInt(den))
}

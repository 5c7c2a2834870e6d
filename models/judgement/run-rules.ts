import { type Limits, sideOf } from './limits.ts'

/** Which way is good. */
export type Better = 'higher' | 'lower'

/** Why a point stands out, the first that holds: `outside` its limits, in a `trend`, one of `two-of-three`, in a `run`. */
export type SpecialCause = 'outside' | 'trend' | 'two-of-three' | 'run'

/** A point that chance alone hardly explains. */
export interface Mark {
  readonly rule: SpecialCause
  readonly tone: 'improvement' | 'concern'
}

/** Whether the process as it runs will meet a target: always, now and then ("hit and miss"), never. */
export type Assurance = 'consistently-passes' | 'hit-and-miss' | 'consistently-fails'

/**
 * What of a series stands out, by the rules of Making Data Count as NHSRplotthedots has them (ptd_calculate_point_type.R).
 *
 * In the order in which they claim a point: outside the limits · part of `run` points that rise or fall without a stop · in the outer
 * third, inside the limits, with another such point among three that all lie on its side of the mean · part of `run` points on one side
 * of the mean. A point at which one trend ends and another begins belongs to the later one.
 *
 * `limits` are those of {@link xmr} for all, or of {@link pChart} one by one: where a point has none, only trends can hold it. Some
 * material of the NHS has runs of 6 or 8; its tool has 7. Fewer values than that show no run.
 *
 * @example marksOf([1, 2, 3, 4, 5, 6, 7], { mean: 4, lower: -9, upper: 17 }, { better: 'lower' })[0]
 * // { rule: 'trend', tone: 'concern' }
 */
export function marksOf(
  values: readonly number[],
  limits: Limits | readonly (Limits | null)[],
  { better, run = 7 }: { readonly better: Better; readonly run?: number },
): readonly (Mark | null)[] {
  const at = (index: number) => ('mean' in limits ? limits : (limits[index] ?? null))
  const sides = values.map((value, index) => {
    const own = at(index)
    return own === null ? 0 : sideOf(value, own.mean)
  })
  const trend = trendsOf(values, run)
  return values.map((value, index) => {
    const zone = zoneOf(value, at(index))
    const near = (each: number) => zoneOf(values[each] as number, at(each)) === 'outer'
    const claims: readonly (readonly [SpecialCause, number])[] = [
      ['outside', zone === 'outside' ? (sides[index] ?? 0) : 0],
      ['trend', trend[index] ?? 0],
      ['two-of-three', zone === 'outer' ? sideOfThree(sides, near, index) : 0],
      ['run', sideOfRun(sides, index, run)],
    ]
    const claim = claims.find(([, side]) => side !== 0)
    if (claim === undefined) return null
    const [rule, side] = claim
    return { rule, tone: side === (better === 'higher' ? 1 : -1) ? 'improvement' : 'concern' }
  })
}

/** What the limits of a process say of a target (ptd_calculate_assurance_type.R); a target on a limit is still hit and missed. */
export function assuranceOf(target: number, { lower, upper }: Limits, better: Better): Assurance {
  const beyond = sideOf(target, upper) > 0 ? 1 : sideOf(target, lower) < 0 ? -1 : 0
  if (beyond === 0) return 'hit-and-miss'
  return beyond < 0 === (better === 'higher') ? 'consistently-passes' : 'consistently-fails'
}

function zoneOf(value: number, limits: Limits | null): 'inner' | 'outer' | 'outside' {
  if (limits === null) return 'inner'
  const { mean, lower, upper } = limits
  const [limit, side] = sideOf(value, mean) > 0 ? [upper, 1] : [lower, -1]
  if (sideOf(value, limit) === side) return 'outside'
  return sideOf(value, mean + ((limit - mean) * 2) / 3) === side ? 'outer' : 'inner'
}

/** By point: 1 where it is part of a long enough rise, −1 of a fall, 0 of neither. */
function trendsOf(values: readonly number[], run: number): readonly number[] {
  const parts = values.map(() => 0)
  let start = 0
  let way = 0
  values.forEach((value, index) => {
    if (index === 0) return
    const step = sideOf(value, values[index - 1] as number)
    if (step !== way) {
      start = index - 1
      way = step
    }
    if (way !== 0 && index - start + 1 >= run) parts.fill(way, start, index + 1)
  })
  return parts
}

/** The side on which three points in a row lie, this one among them, two of them near the limit; 0 for none. */
function sideOfThree(
  sides: readonly number[],
  near: (index: number) => boolean,
  index: number,
): number {
  const side = sides[index] ?? 0
  const holds = [index - 2, index - 1, index].some((from) => {
    const three = [from, from + 1, from + 2]
    return (
      three.every((each) => sides[each] === side) && three.filter((each) => near(each)).length >= 2
    )
  })
  return holds ? side : 0
}

/** The side on which at least `run` points in a row lie, this one among them; 0 for none. */
function sideOfRun(sides: readonly number[], index: number, run: number): number {
  const side = sides[index] ?? 0
  let [from, to] = [index, index]
  while (sides[from - 1] === side) from--
  while (sides[to + 1] === side) to++
  return to - from + 1 >= run ? side : 0
}

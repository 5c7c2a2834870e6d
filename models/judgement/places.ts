import type { UnitLevel } from '#sources/vocabulary/unit.ts'
import type { Measured, Verdict } from '../measured.ts'
import type { Target } from '../plans/target.ts'
import { type Family, IN_PROVINCE, listed } from './family.ts'
import { judge } from './verdict.ts'

/** A target in one window. */
export interface Sitting {
  readonly target: Target
  readonly windowId: string
  readonly monthsLeft: number
}

/** A place at which the target is judged, and what is known there. */
export interface Place {
  readonly unitId: string
  readonly level: UnitLevel
  readonly measured: Measured | null
  readonly highestMonthlyInflow: number | null
}

/** A verdict, the figure behind it, and the family in which it was tested; null where nothing was. */
export interface JudgedPlace {
  readonly level: UnitLevel
  readonly measured: Measured | null
  readonly verdict: Verdict
  readonly family: Family | null
}

/**
 * The verdicts of one target in one window over all its places, in their order: each judged by itself, then each level looked at together.
 *
 * `perCent`: how much of a list of signals may be there by chance.
 */
export function judgePlaces(
  { target, windowId, monthsLeft }: Sitting,
  places: readonly Place[],
  perCent: number = IN_PROVINCE,
): readonly JudgedPlace[] {
  const answers = new Array<JudgedPlace>(places.length)
  for (const level of new Set(places.map((place) => place.level))) {
    const own = places.map((place) => (place.level === level ? place.measured : null))
    const { family, listed: stays } = listed(target, own, perCent)
    places.forEach((place, at) => {
      if (place.level !== level) return
      const { unitId, measured, highestMonthlyInflow } = place
      const kept = stays[at] ?? null
      const question = {
        target,
        windowId,
        unitId,
        level,
        measured,
        monthsLeft,
        highestMonthlyInflow,
      }
      answers[at] = {
        level,
        measured,
        verdict: judge(question, kept),
        family: kept === null ? null : family,
      }
    })
  }
  return answers
}

import figures from './backtest.json' with { type: 'json' }
import type { Course } from './course.ts'

/**
 * How well outlooks foretold invented years of one course, some months into the year: how many years, how many of them ended met, and two
 * Brier scores in thousandths: the outlook's own, and that of a base rate which knows only how the other years ended. Less is better.
 */
export interface Horizon {
  readonly course: Course
  readonly monthsGone: number
  readonly forecasts: number
  readonly met: number
  readonly brier: number
  readonly base: number
}

/** Of all forecasts whose probability lies in a tenth (0: under 10 %), how many came true; `said`: the mean of what was said, in thousandths. */
export interface Decile {
  readonly course: Course
  readonly decile: number
  readonly forecasts: number
  readonly met: number
  readonly said: number
}

export interface Backtest {
  /** Invented years of each course. */
  readonly years: number
  readonly horizons: readonly Horizon[]
  readonly reliability: readonly Decile[]
}

/** What `npm run backtest` found last: whole numbers, made from invented years that are replayed month by month (Brier 1950). */
export const backtest = figures as Backtest

/**
 * Whether an outlook may be shown: so many months into the year, and in every later one, it foretold better than the base rate, by at
 * least a tenth of that one's score.
 *
 * Two scores over the same forty years differ by as much through the luck of those years. A single lucky month does not switch it on, and
 * what was never tried is off.
 */
export function beatsBaseRate(
  course: Course,
  monthsGone: number,
  { horizons }: Pick<Backtest, 'horizons'> = backtest,
): boolean {
  const own = horizons.filter((each) => each.course === course)
  const later = own.filter((each) => each.monthsGone >= monthsGone)
  return (
    own.some((each) => each.monthsGone === monthsGone) &&
    later.every(({ brier, base }) => 10 * brier <= 9 * base && brier < base)
  )
}

/** 1 − Brier / base in thousandths: 0 is no better than the base rate; null where that had nothing to be wrong about. */
export function skillOf({ brier, base }: Pick<Horizon, 'brier' | 'base'>): number | null {
  return base === 0 ? null : Math.round(((base - brier) * 1000) / base)
}

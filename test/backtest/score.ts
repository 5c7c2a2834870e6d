import type { Course } from '#models/judgement/course.ts'

/** What was foretold at one month's end, and how it ended. */
export interface Forecast {
  readonly world: string
  readonly course: Course
  readonly monthsGone: number
  /** That the target would be met; 0 or 1 where it was certain. */
  readonly probability: number
  readonly met: boolean
}

/** Brier's score: the mean square of what was said less what came; 0 is perfect. */
export function brier(forecasts: readonly Pick<Forecast, 'probability' | 'met'>[]): number {
  return mean(forecasts.map(({ probability, met }) => square(probability - Number(met))))
}

/** The same forecasts by somebody who knows only how the other years ended: each world's own is left out. */
export function byBaseRate(forecasts: readonly Forecast[]): readonly Forecast[] {
  return forecasts.map((one) => {
    const others = forecasts.filter(({ world }) => world !== one.world)
    return { ...one, probability: mean(others.map(({ met }) => Number(met))) }
  })
}

/** Forecasts of each tenth of probability, the last one with 1: how many, how many of them met, what was said on the mean. */
export function reliability(forecasts: readonly Forecast[]) {
  return Array.from({ length: 10 }, (_, decile) => {
    const own = forecasts.filter(
      ({ probability }) => Math.min(9, Math.floor(probability * 10)) === decile,
    )
    return {
      decile,
      forecasts: own.length,
      met: own.filter(({ met }) => met).length,
      said: perMille(mean(own.map(({ probability }) => probability))),
    }
  }).filter(({ forecasts }) => forecasts > 0)
}

/** Whole thousandths. */
export function perMille(share: number): number {
  return Math.round(share * 1000)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length
}

function square(x: number): number {
  return x * x
}

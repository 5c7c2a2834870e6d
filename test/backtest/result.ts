import type { Backtest } from '#models/judgement/backtest.ts'
import { courses } from '#models/judgement/course.ts'
import { brier, byBaseRate, type Forecast, perMille, reliability } from './score.ts'

/** The whole numbers that the program reads: by course and month, and by course and tenth. */
export function resultOf(years: number, forecasts: readonly Forecast[]): Backtest {
  const of = (course: Forecast['course']) => forecasts.filter((each) => each.course === course)
  return {
    years,
    horizons: courses.flatMap((course) => {
      const own = of(course)
      const months = [...new Set(own.map(({ monthsGone }) => monthsGone))].sort((a, b) => a - b)
      return months.map((monthsGone) => {
        const at = own.filter((each) => each.monthsGone === monthsGone)
        const met = at.filter((each) => each.met).length
        const scores = { brier: perMille(brier(at)), base: perMille(brier(byBaseRate(at))) }
        return { course, monthsGone, forecasts: at.length, met, ...scores }
      })
    }),
    reliability: courses.flatMap((course) =>
      reliability(of(course)).map((decile) => ({ course, ...decile })),
    ),
  }
}

import type { PaceRow } from '#dashboards/charts/pace.ts'
import type { TrendRow } from '#dashboards/charts/trend.ts'
import { growsWithTheYear } from '#dashboards/pages/grounds.ts'
import type { TargetView } from '#dashboards/views.ts'
import type { PaceView } from '#dashboards/views-target.ts'
import { endingOf } from '#models/judgement/outlook-future.ts'
import { paceRows } from '#models/judgement/pace.ts'
import { monthsOf, planYearOf, window, yearToDate } from '#sources/vocabulary/window.ts'

/** The year so far beside its pace to the goal, and where it may end; null for a review, which has no months. */
export function paceView(view: TargetView): PaceView | null {
  const { target, history, outlook } = view
  const own = window(view.windowId)
  const { family } = own
  if (family === 'explicit') return null
  const told = new Map(history.map((row) => [row.windowId, row]))
  const last = history.findLast(({ denominator }) => denominator !== null)
  const year = TWELVE.map((months) => yearToDate(family, planYearOf(own), months).id)
  const grows = growsWithTheYear(target)
  const points = year.map((windowId) => ({
    windowId,
    denominator: told.get(windowId)?.denominator ?? last?.denominator ?? null,
  }))
  const paces = new Map(paceRows(target, points, grows).map((row) => [row.windowId, row]))
  const ending = outlook?.outlook.probability == null ? null : endingOf(outlook.question)
  const fan = fanOf(last, ending)
  const rows = year.map((windowId, at): PaceRow => {
    const pace = paces.get(windowId)
    return {
      windowId,
      expected: told.has(windowId),
      numerator: told.get(windowId)?.numerator ?? null,
      denominator: told.get(windowId)?.denominator ?? null,
      even: pace?.pace ?? null,
      band: pace === undefined ? null : [pace.low, pace.high],
      outlook: fan(at + 1),
    }
  })
  return { rows, grows, ending }
}

const TWELVE = Array.from({ length: 12 }, (_, month) => month + 1)

type Band = readonly [low: number, high: number]

/** From the newest figure straight to where the year may end. */
function fanOf(last: TrendRow | undefined, ending: Band | null): (month: number) => Band | null {
  const { windowId, numerator, denominator } = last ?? {}
  if (ending === null || windowId === undefined || numerator == null || !denominator)
    return () => null
  const from = monthsOf(window(windowId)).length
  const share = numerator / denominator
  return (month) => {
    if (month < from || from === TWELVE.length) return null
    const way = (month - from) / (TWELVE.length - from)
    const [low, high] = ending
    return [share + (low - share) * way, share + (high - share) * way]
  }
}

import { expect, it } from 'vitest'
import type { TargetView } from '#dashboards/views.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import type { Snapshot } from '#pipelines/publish/snapshot.ts'
import { cusumView, monthsView } from '#pipelines/publish/target-series.ts'
import { monthsOf, window } from '#sources/vocabulary/window.ts'
import { measured } from '#test/support/measured.ts'

/** The months of a year so far of 200 persons each, with so many cases; in the last one so many of ten communes have reported. */
function monthsWith(cases: readonly number[], covered = 10, inAll = 200, id = 'T02') {
  const own = `adm:2026-${cases.length}M`
  const ids = monthsOf(window(own)).map(({ id }) => id)
  const snapshot = {
    provinceIn: () => '24@2025-07-01',
    value: (_: string, windowId: string) =>
      measured(cases[ids.indexOf(windowId)] ?? 0, 200, {
        windowId,
        unitsExpected: 10,
        unitsCovered: windowId === ids.at(-1) ? covered : 10,
      }),
  } as unknown as Snapshot
  const target = bacNinh2026.targets.find((each) => each.id === id)
  const view = {
    target,
    windowId: own,
    measured: measured(0, inAll, { windowId: own }),
  } as TargetView
  return { months: monthsView(snapshot, view), cusum: cusumView(snapshot, view) }
}

it('marks months by the whole width of their limits, though nothing is drawn below no case at all', () => {
  // Mean 1.5, moving ranges 0, 0, 4, 3, 3, 4, 3 of mean 17/7: limits 1.5 ± 6.46, the lower third begins at −2.8.
  const { months: view } = monthsWith([0, 0, 0, 4, 1, 4, 0, 3])
  expect(view?.kind).toBe('xmr')
  expect(view?.rows[0]?.limits?.lower).toBe(0)
  expect(view?.rows[0]?.limits?.upper).toBeCloseTo((1.5 + (2.66 * 17) / 7) / 200, 12)
  expect(view?.rows.map(({ mark }) => mark)).toEqual(Array(8).fill(null))
})

it('shows a month of which too few have reported, and takes it as evidence of nothing', () => {
  const eight = monthsWith([1, 2, 1, 2, 1, 2, 1, 40], 10)
  expect(eight.months?.rows.at(-1)).toMatchObject({ numerator: 40, mark: 'concern' })
  expect(eight.cusum?.rows.at(-1)?.signal).toBe(true)
  const few = monthsWith([1, 2, 1, 2, 1, 2, 1, 40], 7)
  expect(few.months).toMatchObject({ kind: 'xmr', points: 7 })
  expect(few.months?.rows.at(-1)).toMatchObject({ numerator: 40, limits: null, mark: null })
  expect(few.cusum?.rows.at(-1)).toMatchObject({ value: null, signal: false })
})

it('sums against the monthly share of a year that just reaches the goal, whoever came and went in it', () => {
  // 1 % of 240 in twelve months of 200 persons: 2.4 of 2,400; of 200 who all stay it is 2 of 2,400
  const cases = [0, 0, 0, 1, 0, 0, 0, 0]
  expect(monthsWith(cases, 10, 240).cusum?.p0).toBeCloseTo(0.001, 12)
  expect(monthsWith(cases, 10, 200).cusum?.p0).toBeCloseTo(1 / 1200, 12)
})

it('shows no months of what is done for those who came in: the newest have had no time yet', () => {
  expect(monthsWith([1, 2, 1, 2, 1, 2, 1, 0], 10, 200, 'T03b').months).toBeNull()
})

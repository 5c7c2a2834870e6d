import { expect, it } from 'vitest'
import type { TargetView } from '#dashboards/views.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import type { Snapshot } from '#pipelines/publish/snapshot.ts'
import { monthsView } from '#pipelines/publish/target-series.ts'
import { monthsOf, window } from '#sources/vocabulary/window.ts'
import { measured } from '#test/support/measured.ts'

/** The months of a year so far of 200 persons each, with so many cases. */
function monthsWith(cases: readonly number[]) {
  const own = `adm:2026-${cases.length}M`
  const ids = monthsOf(window(own)).map(({ id }) => id)
  const snapshot = {
    provinceIn: () => '24@2025-07-01',
    value: (_: string, windowId: string) =>
      measured(cases[ids.indexOf(windowId)] ?? 0, 200, { windowId }),
  } as unknown as Snapshot
  const target = bacNinh2026.targets.find(({ id }) => id === 'T02')
  return monthsView(snapshot, { target, windowId: own } as TargetView)
}

it('marks months by the whole width of their limits, though nothing is drawn below no case at all', () => {
  // Mean 1.5, moving ranges 0, 0, 4, 3, 3, 4, 3 of mean 17/7: limits 1.5 ± 6.46, the lower third begins at −2.8.
  const view = monthsWith([0, 0, 0, 4, 1, 4, 0, 3])
  expect(view?.kind).toBe('xmr')
  expect(view?.rows[0]?.limits?.lower).toBe(0)
  expect(view?.rows[0]?.limits?.upper).toBeCloseTo((1.5 + (2.66 * 17) / 7) / 200, 12)
  expect(view?.rows.map(({ mark }) => mark)).toEqual(Array(8).fill(null))
})

import { goalRatio, goalWords, percent, verdictNames } from '#dashboards/words.ts'
import { writeCount } from '#sources/vocabulary/count.ts'
import { addDays } from '#sources/vocabulary/date.ts'
import { window } from '#sources/vocabulary/window.ts'
import type { Snapshot } from '../publish/snapshot.ts'
import { targetViews } from '../publish/targets.ts'
import { table } from './command.ts'

/** A target as `status` and `demo` print it. */
export interface TargetRow {
  readonly target: string
  readonly indicator: string
  readonly window: string
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: string | null
  readonly goal: string
  readonly verdict: string
  readonly words: string
  readonly unitsCovered: number | null
  readonly unitsExpected: number | null
  readonly state: 'provisional' | 'final' | null
}

/** The plan's targets in the province, each in its own window. */
export function targetRows(snapshot: Snapshot): readonly TargetRow[] {
  return targetViews(snapshot).map(({ target, measured, verdict, windowId }) => ({
    target: target.id,
    indicator: target.indicator.id,
    window: windowId,
    numerator: measured?.numerator ?? null,
    denominator: measured?.denominator ?? null,
    value:
      measured === null
        ? null
        : percent(measured.numerator, measured.denominator, goalRatio(target)),
    goal: goalWords(target),
    verdict: verdict.code,
    words: verdictNames[verdict.code],
    unitsCovered: measured?.unitsCovered ?? null,
    unitsExpected: measured?.unitsExpected ?? null,
    state: measured?.state ?? null,
  }))
}

/** The same as an aligned table, or that the plan promises no number. */
export function targetTable(rows: readonly TargetRow[]): string {
  if (rows.length === 0) return 'the plan has no numeric target'
  const number = (n: number | null) => (n === null ? '–' : writeCount(n))
  return table(
    [
      'target',
      'indicator',
      'window',
      'numerator',
      'denominator',
      'value',
      'goal',
      'verdict',
      'coverage',
    ],
    rows.map((row) => [
      row.target,
      row.indicator,
      `${row.window} (to ${addDays(window(row.window).to, -1)})`,
      number(row.numerator),
      number(row.denominator),
      row.value ?? '–',
      row.goal,
      `${row.verdict}  ${row.words}`,
      `${row.unitsCovered ?? '–'}/${row.unitsExpected ?? '–'}`,
    ]),
  )
}

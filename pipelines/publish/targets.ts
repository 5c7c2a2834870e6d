import type { Counted, TargetView, Twin } from '#dashboards/views.ts'
import { definitionsOf, twinsOf } from '#models/definitions.ts'
import type { Definition } from '#models/indicators/indicator.ts'
import { outlookBeside } from '#models/judgement/outlook.ts'
import { outlookQuestion } from '#models/judgement/outlook-question.ts'
import type { Measured, Verdict } from '#models/measured.ts'
import type { Plan } from '#models/plans/plan.ts'
import { ownWindow, slowest } from '#models/plans/plan-windows.ts'
import type { Target } from '#models/plans/target.ts'
import {
  monthsOf,
  planYearOf,
  type Window,
  window,
  yearToDate,
} from '#sources/vocabulary/window.ts'
import type { Snapshot } from './snapshot.ts'
import { unitNameOf } from './unit-name.ts'

/** Every target of the plan in the province, in the plan's order. */
export function targetViews(snapshot: Snapshot): readonly TargetView[] {
  return snapshot.setting.plan.targets.map((target) => targetView(snapshot, target))
}

function targetView(snapshot: Snapshot, target: Target): TargetView {
  const { provinceId, setting } = snapshot
  const { definition } = target
  const judged = snapshot.verdict(target.id, provinceId)
  const verdict = judged ?? unjudged(snapshot, target)
  const { windowId } = verdict
  const question = outlookQuestion(target, window(windowId), (id) =>
    valueIn(snapshot, definition, id),
  )
  const outlook = outlookBeside(verdict, valueIn(snapshot, definition, windowId), question)
  const own = ownWindows(setting.plan, window(windowId), definition)
  return {
    target,
    windowId,
    measured: valueIn(snapshot, definition, windowId),
    verdict,
    previous: countedIn(snapshot, definition, own.at(-2)?.id),
    lastYear: countedIn(snapshot, definition, yearBefore(windowId)),
    history: own.map((at) => {
      const counted = countedIn(snapshot, definition, at.id)
      return {
        windowId: at.id,
        numerator: counted?.numerator ?? null,
        denominator: counted?.denominator ?? null,
      }
    }),
    silent: judged === null ? [] : silentUnits(snapshot, target, windowId),
    twins: twinsIn(snapshot, definition, windowId),
    outlook: question && outlook && { question, outlook },
  }
}

function valueIn(snapshot: Snapshot, { id }: Definition, windowId: string): Measured | null {
  return snapshot.value(id, windowId, snapshot.provinceIn(windowId))
}

/** The province's two integers of a figure in a window; null where there is no such window or no value. */
export function countedIn(
  snapshot: Snapshot,
  definition: Definition,
  windowId: string | undefined,
): Counted | null {
  const measured = windowId === undefined ? null : valueIn(snapshot, definition, windowId)
  if (measured === null) return null
  const { numerator, denominator } = measured
  return { windowId: measured.windowId, numerator, denominator }
}

/**
 * The same figure as others would count it, those that the plan measures at all; a tally that nobody is asked for only where it came.
 *
 * One that is sent less often stands with its own newest window.
 */
export function twinsIn(
  snapshot: Snapshot,
  definition: Definition,
  windowId: string,
): readonly Twin[] {
  const { meta } = snapshot
  const measured = new Set(definitionsOf(snapshot.setting.plan).map(({ id }) => id))
  const { plan } = snapshot.setting
  const asksTally = plan.collection.some(({ form }) => form === 'tally')
  return twinsOf(definition)
    .filter(({ id }) => measured.has(id))
    .map(
      (twin): Twin => ({
        kind: twin.parameters['who'] === 'tt10' ? 'tt10' : 'tally',
        counted:
          countedIn(snapshot, twin, windowId) ??
          countedIn(snapshot, twin, ownWindow(plan, { definition: twin }, meta.business_date)?.id),
      }),
    )
    .filter(({ kind, counted }) => kind === 'tt10' || asksTally || counted !== null)
}

/** The window with the same ending a year earlier: `pol:2025-6M` for `pol:2026-6M`; none for a review. */
export function yearBefore(windowId: string): string | undefined {
  const [, family, year, ending = ''] = /^(\w+):(\d{4})(-.+)?$/.exec(windowId) ?? []
  return family === undefined ? undefined : `${family}:${Number(year) - 1}${ending}`
}

/** The plan's year to date at each step of the figure's pace, up to a window. */
export function ownWindows(plan: Plan, last: Window, definition: Definition): readonly Window[] {
  const { family } = last
  const { pace } = slowest(plan, definition)
  if (family === 'explicit' || pace === 'review') return []
  return monthsOf(last)
    .map((_, n) => n + 1)
    .filter((months) => months % STEP[pace] === 0)
    .map((months) => yearToDate(family, planYearOf(last), months))
}

const STEP = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const

/** Before the first own window has closed there is nothing to judge. */
function unjudged({ provinceId, months, setting }: Snapshot, target: Target): Verdict {
  const { family } = setting.plan.windows
  return {
    target: target.id,
    windowId: months.at(-1)?.window_id ?? yearToDate(family, setting.plan.years[0] as number, 1).id,
    unitId: provinceId,
    definitionId: target.definition.id,
    fact: 'na',
    code: 'ND',
    strength: null,
    slack: null,
    listed: null,
    outlook: null,
  }
}

/** Units below the province that are expected to have a value of the target and have none. */
function silentUnits(snapshot: Snapshot, target: Target, windowId: string): readonly string[] {
  const sources = target.indicator.sources(target.definition.parameters)
  if (!sources.some(({ from }) => from === 'unit')) return []
  return snapshot.silent(target.definition, windowId).map((unit) => unitNameOf(snapshot, unit))
}

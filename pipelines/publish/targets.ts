import type { TargetView } from '#dashboards/views.ts'
import type { Verdict } from '#models/measured.ts'
import type { Target } from '#models/plans/target.ts'
import { placeName } from '#sources/reference/places.ts'
import {
  monthsOf,
  planYearOf,
  type Window,
  window,
  yearToDate,
} from '#sources/vocabulary/window.ts'
import type { Snapshot } from './snapshot.ts'

/** Every target of the plan in the province, in the plan's order. */
export function targetViews(snapshot: Snapshot): readonly TargetView[] {
  return snapshot.setting.plan.targets.map((target) => targetView(snapshot, target))
}

function targetView(snapshot: Snapshot, target: Target): TargetView {
  const { provinceId } = snapshot
  const judged = snapshot.verdict(target.id, provinceId)
  const verdict = judged ?? unjudged(snapshot, target)
  const value = (id: string) => snapshot.value(target.definition.id, id, provinceId)
  const own = ownWindows(window(verdict.windowId), target)
  const counted = (at: Window | undefined) => {
    const measured = at === undefined ? null : value(at.id)
    return measured === null
      ? null
      : {
          windowId: measured.windowId,
          numerator: measured.numerator,
          denominator: measured.denominator,
        }
  }
  return {
    target,
    windowId: verdict.windowId,
    measured: value(verdict.windowId),
    verdict,
    previous: counted(own.at(-2)),
    lastYear: null,
    history: own.map((at) => ({
      windowId: at.id,
      numerator: value(at.id)?.numerator ?? null,
      denominator: value(at.id)?.denominator ?? null,
    })),
    silent: judged === null ? [] : silentUnits(snapshot, target, verdict.windowId),
  }
}

/** The plan's year to date at each step of the target's pace, up to a window. */
function ownWindows(last: Window, target: Target): readonly Window[] {
  const { family } = last
  if (family === 'explicit') return []
  const step = target.indicator.finest === 'month' ? 1 : 3
  return monthsOf(last)
    .map((_, n) => n + 1)
    .filter((months) => months % step === 0)
    .map((months) => yearToDate(family, planYearOf(last), months))
}

/** Before the first own window has closed there is nothing to judge. */
function unjudged({ provinceId, months, setting }: Snapshot, target: Target): Verdict {
  return {
    target: target.id,
    windowId:
      months.at(-1)?.window_id ??
      yearToDate(setting.plan.windows.family, setting.plan.years[0] as number, 1).id,
    unitId: provinceId,
    definitionId: target.definition.id,
    fact: 'na',
    code: 'ND',
    strength: null,
    slack: null,
  }
}

/** Units below the province that are expected to have a value of the target and have none. */
function silentUnits(snapshot: Snapshot, target: Target, windowId: string): readonly string[] {
  const sources = target.indicator.sources(target.definition.parameters)
  if (!sources.some(({ from }) => from === 'unit')) return []
  return snapshot.communes
    .filter(({ unit_id }) => snapshot.value(target.definition.id, windowId, unit_id) === null)
    .map(placeName)
}

import type { FigureView } from '#dashboards/views-standing.ts'
import { definitionsOf, twinsOf } from '#models/definitions.ts'
import type { Definition } from '#models/indicators/indicator.ts'
import { ownWindow } from '#models/plans/plan-windows.ts'
import type { Snapshot } from './snapshot.ts'
import { countedIn, twinsIn, yearBefore } from './targets.ts'

/** Figures of the province that no target asks for and that have a value, each in its newest own window; once where two bases tell it. */
export function otherFigures(snapshot: Snapshot): readonly FigureView[] {
  return untargeted(snapshot).flatMap((definition) => viewOf(snapshot, definition) ?? [])
}

/** Every definition that is neither a target's nor the twin of another, nor about the reports of one form. */
export function untargeted({ setting }: Pick<Snapshot, 'setting'>): readonly Definition[] {
  const all = definitionsOf(setting.plan)
  const asked = setting.plan.targets.map(({ definition }) => definition)
  const aside = new Set([...asked, ...all.flatMap(twinsOf)].map(({ id }) => id))
  return all.filter(({ id, parameters }) => !aside.has(id) && !('form' in parameters))
}

function viewOf(snapshot: Snapshot, definition: Definition): FigureView | null {
  const { plan } = snapshot.setting
  const own = ownWindow(plan, { definition }, snapshot.meta.business_date)
  if (own === undefined) return null
  const measured = snapshot.value(definition.id, own.id, snapshot.provinceIn(own.id))
  if (measured === null || (measured.denominator === 0 && measured.numerator === 0)) return null
  return {
    definition,
    windowId: own.id,
    measured,
    lastYear: countedIn(snapshot, definition, yearBefore(own.id)),
    twins: twinsIn(snapshot, definition, own.id),
  }
}

import type { Plan } from '#models/plans/plan.ts'
import { paceOf, windowsAt } from '#models/plans/plan-windows.ts'
import { anyForms } from '#sources/forms/index.ts'
import { planYearOf, type Window, window } from '#sources/vocabulary/window.ts'
import type { Cell } from './engine.ts'

/** The row of the table `win`. */
export function windowRow(w: Window): readonly Cell[] {
  const yearFrom = w.family === 'explicit' ? w.from : window(`${w.family}:${planYearOf(w)}`).from
  return [w.id, w.family, w.grid, w.kind, w.from, w.to, w.closeId, yearFrom]
}

/** Which submission windows serve a window, form by form; forms sent for the same windows share the working out. */
export function sourceRows(plan: Plan, all: readonly Window[]): readonly (readonly Cell[])[] {
  const closed = new Set(all.map(({ id }) => id))
  const made = new Map<string, readonly (readonly Cell[])[]>()
  return anyForms.flatMap(({ id: form }) => {
    const pace = paceOf(plan, form)
    if (pace === undefined) return []
    const sent = windowsAt(plan, form, pace).filter(({ id }) => closed.has(id))
    const key = sent.map(({ id }) => id).join(' ')
    const rows = made.get(key) ?? all.flatMap((w) => servedBy(w, sent))
    made.set(key, rows)
    return rows.map((row) => [form, ...row])
  })
}

/**
 * The sent windows that serve a window: each that lies in it, the one that closes with it, those of its year from its close on; and
 * for forms that also say how much it has been since the start of the year, the one that tells of just these days.
 *
 * A year's report into which the last quarter is folded closes with that quarter, too; a month is served by months alone.
 */
function servedBy(w: Window, sent: readonly Window[]): readonly (readonly Cell[])[] {
  const same = sent.filter((part) =>
    w.family === 'explicit' ? part.id === w.id : part.family === w.family,
  )
  const within = same.filter((part) => part.from >= w.from && part.to <= w.to)
  const closing = same.filter(
    (part) =>
      part.to === w.to && (part.from >= w.from || (part.kind === 'year' && w.kind !== 'month')),
  )
  const since = same.filter((part) => part.to >= w.to && sameYear(part, w))
  return [
    ...within.map((part) => ['each', w.id, part.id]),
    ...closing.slice(0, 1).map((part) => ['close', w.id, part.id]),
    ...since.map((part) => ['since', w.id, part.id]),
    ...closing
      .slice(0, 1)
      .filter((part) => part.id === w.id || beginsYear(w))
      .map((part) => ['told', w.id, part.id]),
  ]
}

function beginsYear(w: Window): boolean {
  return w.family !== 'explicit' && w.from === window(`${w.family}:${planYearOf(w)}`).from
}

function sameYear(part: Window, w: Window): boolean {
  return w.family === 'explicit' ? part.id === w.id : planYearOf(part) === planYearOf(w)
}

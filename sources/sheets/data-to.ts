import type { CellProblem } from '../cells/cell.ts'
import { addDays, type CalendarDate } from '../vocabulary/date.ts'
import type { Window } from '../vocabulary/window.ts'

/** "Số liệu tính đến hết ngày" lies in the window and not after the day of receipt; before the window's last day it is early. */
export function checkDataTo(
  dataTo: CalendarDate | null,
  window: Window | null,
  receivedOn: CalendarDate,
): CellProblem[] {
  if (dataTo === null || window === null) return []
  const last = addDays(window.to, -1)
  const limits = { from: window.from, last }
  if (dataTo > receivedOn) {
    return [outside({ ...limits, receivedOn })]
  }
  if (dataTo < window.from || dataTo > last) return [outside(limits)]
  if (dataTo === last) return []
  return [{ code: 'data-to-early', severity: 'warning', facts: limits }]
}

function outside(facts: CellProblem['facts']): CellProblem {
  return { code: 'data-to-outside-window', severity: 'error', facts }
}

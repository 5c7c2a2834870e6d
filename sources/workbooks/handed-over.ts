import type { Form, NextYear } from '../forms/form.ts'
import type { Line } from '../submission.ts'
import type { CalendarDate } from '../vocabulary/date.ts'
import { type CarriedRow, carriedRows } from './carry.ts'
import { words } from './words.ts'

/** The last report of a unit that ended, as far as another takes its people over. */
export interface Estate {
  /** Who sent it: `Công an phường An Hòa`. */
  readonly from: string
  /** True when the unit was divided among several. */
  readonly isPart: boolean
  /** First day of the new unit. */
  readonly on: CalendarDate
  readonly lines: readonly Line[]
  readonly next: NextYear | null
}

/**
 * The rows with which the first sheet of a new unit begins: those of the last reports of the units that it takes the place of, one after
 * the other, each with a comment from whom it comes; of a divided one all rows, to be sorted by hand.
 *
 * A file number that two of them had given out is marked: within a unit it must be one person's.
 */
export function handedOverRows(form: Form, estates: readonly Estate[]): readonly CarriedRow[] {
  const rows = estates.flatMap(({ from, isPart, on, lines, next }) =>
    carriedRows(form, lines, next, []).flatMap(({ values, notes, withheld }): CarriedRow[] => {
      const handed = form.handedOver?.(values, on) ?? null
      if (handed === null) return []
      const note = { entry_kind: words.handedOver(from, isPart) }
      return [{ values: handed, notes: { ...notes, ...note }, withheld }]
    }),
  )
  const [key] = form.key
  if (key === undefined) return rows
  return rows.map((row, at) =>
    rows.some((other, n) => n !== at && other.values[key] === row.values[key])
      ? { ...row, notes: { ...row.notes, [key]: words.sameFileNumber } }
      : row,
  )
}

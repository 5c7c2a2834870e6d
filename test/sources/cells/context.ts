import type { CellContext, DateTally } from '#sources/cells/cell.ts'
import { interpret } from '#sources/cells/index.ts'
import type { Column } from '#sources/forms/form.ts'
import { places } from '#sources/reference/places.ts'
import type { Value } from '#sources/submission.ts'
import { cellOf, type Typed } from '../made-book.ts'

const all = places()

/** Bắc Ninh at the end of January 2026, received on 15/1/2026. */
export function cellContext(
  changes: Partial<CellContext> = {},
): CellContext & { dates: DateTally } {
  const on = '2026-01-14'
  return {
    on,
    receivedOn: '2026-01-15',
    date1904: false,
    numbersAsText: false,
    places: all,
    provinceCode: '24',
    communes: new Set(all.communesOf('24', on).map(({ id }) => id)),
    dates: { dayFirst: 0, monthFirst: 0, either: 0 },
    ...changes,
  }
}

/** The value, or `!code` of an error, or `?code value` of a warning. */
export function readAs(column: Column, typed: Typed, changes: Partial<CellContext> = {}): Value {
  const { value, problems } = interpret(cellOf(typed) ?? undefined, column, cellContext(changes))
  const [problem] = problems
  if (problem === undefined) return value
  return problem.severity === 'error' ? `!${problem.code}` : `?${problem.code} ${value}`
}

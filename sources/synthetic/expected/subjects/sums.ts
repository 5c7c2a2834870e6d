import type { Period } from '../../calendar.ts'
import type { UnitId } from '../../terms.ts'
import type { Known } from '../known.ts'
import { closing, within } from '../source.ts'
import type { Accepted } from '../submission.ts'
import { amount, type Counting, sum } from './subject.ts'

/** What the rows of a form add up to: of the report at the window's close, or of each of its parts. */
export function sums(
  form: string,
  when: 'close' | 'each',
  numerator: Adding,
  denominator: Adding,
  of: Where = () => true,
): Counting {
  return (known, window) =>
    rowsOf(known, form, when, window)
      .filter((row) => of(row))
      .map((row) => amount(row.unitId, numerator(row.values), denominator(row.values)))
}

/** What a row adds. */
export type Adding = (values: Accepted['values']) => number

/** Which rows are looked at. */
type Where = (row: Told) => boolean

interface Told {
  readonly reporter: string
  readonly unitId: UnitId
  readonly values: Accepted['values']
}

/** The sum of some fields. */
export function fields(...names: readonly string[]): Adding {
  return (values) => sum(...names.map((name) => values[name]))
}

/** One for each row of which it is true. */
export function rowsWith(holds: (values: Accepted['values']) => boolean): Adding {
  return (values) => (holds(values) ? 1 : 0)
}

/** The rows, each of its sender's place: what the bank tells of a commune is the province's figure. */
function rowsOf(
  known: Known,
  form: string,
  when: 'close' | 'each',
  window: Period,
): readonly Told[] {
  const sent = when === 'each' ? within(known, form, window) : [closing(known, form, window)]
  return sent
    .flatMap((part) => (part === undefined ? [] : known.allOf(form, part.id)))
    .flatMap(({ reporter, unitId, rows }) =>
      rows.map(({ values }) => ({ reporter, unitId: known.heirIn(unitId, window), values })),
    )
}

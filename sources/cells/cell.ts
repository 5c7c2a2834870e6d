import type { Column } from '../forms/form.ts'
import type { Problem } from '../problem.ts'
import type { Cell } from '../readers/book.ts'
import type { Places } from '../reference/places.ts'
import type { Value } from '../submission.ts'
import { addDays, type CalendarDate, writeDate } from '../vocabulary/date.ts'
import { tidy } from '../vocabulary/text.ts'
import type { UnitId } from '../vocabulary/unit.ts'

/** What a cell's meaning depends on beside itself. */
export interface CellContext {
  /** Last day of the window: codes and names of places mean what they meant then. */
  readonly on: CalendarDate
  readonly receivedOn: CalendarDate
  readonly date1904: boolean
  /** In csv a number has lost the zeros in front of it although it is text. */
  readonly numbersAsText: boolean
  readonly places: Places
  readonly provinceCode: string
  /** The province's own communes on that day. */
  readonly communes: ReadonlySet<UnitId>
  /** Filled while dates are read: how the sender writes day and month. */
  readonly dates: DateTally
}

/** Text dates of a sheet by what they prove: `25/8/2026`, `8/25/2026`, `5/8/2026`. */
export interface DateTally {
  dayFirst: number
  monthFirst: number
  either: number
}

export type CellProblem = Pick<Problem, 'code' | 'severity' | 'facts'>

/** The stored value, null when there is none, and what is wrong with the cell. */
export interface Interpreted {
  readonly value: Value
  readonly problems: readonly CellProblem[]
}

/** How a kind of column understands a cell that holds something. */
export type CellReader = (cell: Filled, column: Column, context: CellContext) => Interpreted

export type Filled = Extract<Cell, { kind: 'text' | 'number' | 'boolean' }>

const NOTHING: readonly CellProblem[] = Object.freeze([])

export const empty: Interpreted = Object.freeze({ value: null, problems: NOTHING })

export function found(value: Value): Interpreted {
  return { value, problems: NOTHING }
}

export function foundWith(
  value: Value,
  code: Problem['code'],
  facts: Problem['facts'] = {},
): Interpreted {
  return { value, problems: [{ code, severity: 'warning', facts }] }
}

export function bad(
  code: Problem['code'],
  facts: Problem['facts'] = {},
  severity: Problem['severity'] = 'error',
): Interpreted {
  return { value: null, problems: [{ code, severity, facts }] }
}

/** Longest text of a cell that a sentence repeats. */
const SHOWN = 120

/** The cell as its writer saw it, for a sentence; a long text is cut. */
export function shown(cell: Cell | undefined, date1904 = false): string | null {
  if (cell === undefined) return null
  switch (cell.kind) {
    case 'text': {
      const text = [...tidy(cell.text)]
      return text.length <= SHOWN ? text.join('') : `${text.slice(0, SHOWN).join('')}…`
    }
    case 'number':
      return cell.isDate && Math.abs(cell.number) < 3_000_000
        ? writeDate(serialDay(cell.number, date1904))
        : writtenNumber(cell.number)
    case 'boolean':
      return cell.boolean ? 'TRUE' : 'FALSE'
    case 'error':
      return cell.text
    case 'formula-without-value':
      return null
  }
}

const serialDays = new Map<number, CalendarDate>()
const MOST_DAYS = 50_000

/** Days from the first day of Excel's usual calendar to that of its other one. */
const LATER_1904 = 1462

/** The day of a serial number; the hour in its fraction is dropped. */
export function serialDay(serial: number, date1904: boolean): CalendarDate {
  const days = Math.floor(serial) + (date1904 ? LATER_1904 : 0)
  const known = serialDays.get(days)
  if (known !== undefined) return known
  const date = addDays('1899-12-30', days)
  if (serialDays.size < MOST_DAYS) serialDays.set(days, date)
  return date
}

/** A number as Vietnamese Excel shows it: decimal comma, no exponent. */
function writtenNumber(n: number): string {
  if (Number.isSafeInteger(n)) return String(n)
  return (Math.abs(n) < 1e21 ? String(n) : n.toPrecision(15)).replace('.', ',')
}

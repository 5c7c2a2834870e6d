import { type Column, type Form, type NextYear, nextOf } from '../forms/form.ts'
import type { Line, Value } from '../submission.ts'
import { writeCount } from '../vocabulary/count.ts'
import { planYearOf, type Window, yearToDate } from '../vocabulary/window.ts'
import { words } from './words.ts'

/** A row of the workbook to come, and the comments on its cells. */
export interface CarriedRow {
  readonly values: Readonly<Record<string, Value>>
  readonly notes: Readonly<Record<string, string>>
  /** True when the report was accepted without it. */
  readonly withheld: boolean
}

/**
 * The rows with which the sheet of a window begins, after those of the last report of its form: each row that the form carries, in its
 * order, withheld ones too and marked; values by {@link nextOf} of their columns.
 *
 * Without a next year it is this very window's report that is sent anew: everything stands as it was.
 */
export function carriedRows(
  form: Form,
  lines: readonly Line[],
  next: NextYear | null,
): readonly CarriedRow[] {
  return lines
    .filter(({ values }) => next === null || form.carries?.(values, next) !== false)
    .map(({ values, withheld }) => ({
      values: next === null ? values : nextValues(form, values),
      notes: {
        ...(next === null ? {} : reminders(form, values, next)),
        ...(withheld ? withheldNote(form) : {}),
      },
      withheld,
    }))
}

type Values = Line['values']

function nextValues(form: Form, values: Values): Values {
  const same = Object.entries(form.columns).filter(([, column]) => nextOf(column) === 'same')
  return Object.fromEntries(same.map(([field]) => [field, values[field] ?? null]))
}

/** A running total begins anew with the year: then there is nothing to remind of. */
function reminders(form: Form, values: Values, { isNew }: NextYear): CarriedRow['notes'] {
  if (isNew) return {}
  const totals = Object.entries(form.columns).flatMap(([field, column]) => {
    const value = values[field] ?? null
    const told = nextOf(column) === 'remind' && typeof value === 'number'
    return told ? [[field, words.lastValue(written(column, value))] as const] : []
  })
  return Object.fromEntries(totals)
}

function written({ kind }: Column, value: number): string {
  return kind === 'money' ? String(value / 1000).replace('.', ',') : writeCount(value)
}

/** The plan's year of a window, seen from the window of the last report; null where that is the same window. */
export function nextYearOf(window: Window, last: Window): NextYear | null {
  if (window.id === last.id) return null
  const { family } = window
  const { from } = family === 'explicit' ? window : yearToDate(family, planYearOf(window), 12)
  return { from, isNew: last.to <= from }
}

/** On the first cell that the officer fills in. */
function withheldNote(form: Form): Readonly<Record<string, string>> {
  const first = Object.entries(form.columns).find(([, { store }]) => store !== 'none')
  return first === undefined ? {} : { [first[0]]: words.withheld }
}

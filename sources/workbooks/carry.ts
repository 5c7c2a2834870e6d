import { type Column, type Form, type NextYear, nextOf } from '../forms/form.ts'
import type { Line, Value } from '../submission.ts'
import { writeCount } from '../vocabulary/count.ts'
import { planYearOf, type Window, yearToDate } from '../vocabulary/window.ts'
import { cellValue } from './values.ts'
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
 * Without a next year it is this very window's report that is sent anew: everything stands as it was. Rows that stand in the sheet
 * beforehand are there in any case, each with what its row of the last report carries.
 */
export function carriedRows(
  form: Form,
  lines: readonly Line[],
  next: NextYear | null,
  preset: readonly Values[] = form.preset?.rows ?? [],
): readonly CarriedRow[] {
  return withPreset(form, preset, carried(form, lines, next))
}

type Values = Line['values']

function carried(form: Form, lines: readonly Line[], next: NextYear | null): CarriedRow[] {
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

/** Where an outline is only suggested, the officer's own goes on. */
function withPreset(
  { preset, columns }: Form,
  rows: readonly Values[],
  carried: readonly CarriedRow[],
): readonly CarriedRow[] {
  const [field] = preset?.fields ?? []
  const column = field === undefined ? undefined : columns[field]
  if (field === undefined || column === undefined) return carried
  if (preset?.kind === 'suggested' && carried.length > 0) return carried
  const left = [...carried]
  const begun = rows.map((values) => {
    const key = values[field] ?? null
    const typed = [key, cellValue(column, key)]
    const at = left.findIndex((row) => typed.includes(row.values[field] ?? null))
    const [own] = at === -1 ? [] : left.splice(at, 1)
    return own === undefined
      ? { values, notes: {}, withheld: false }
      : { ...own, values: { ...own.values, ...values } }
  })
  return [...begun, ...left]
}

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

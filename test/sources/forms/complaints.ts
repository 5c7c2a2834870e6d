import type { Columns, Form, RowContext } from '#sources/forms/form.ts'
import type { Value } from '#sources/submission.ts'

export type TestRow = Readonly<Record<string, Value>>

/** A commune's own report of January 2026 (15/12/2025–14/1/2026), received a day after its close. */
export const january: RowContext = {
  from: '2025-12-15',
  to: '2026-01-15',
  windowKind: 'month',
  receivedOn: '2026-01-15',
  unitId: '07210@2025-07-01',
  reporterKind: 'police',
}

/** What schema and row checks say of a row: `field code`, with ` (warning)` where it is one; columns not given are null. */
export function complaintsOf(form: Form, row: TestRow, context: RowContext = january): string[] {
  const whole = complete(form.columns, row)
  const misfits = Object.entries(form.columns)
    .filter(
      ([field, { schema, store }]) => store !== 'none' && !schema.safeParse(whole[field]).success,
    )
    .map(([field]) => `${field} schema`)
  const complaints = form.rowChecks
    .flatMap((check) => check(whole as never, context))
    .map(
      ({ field, code, severity }) =>
        `${field} ${code}${severity === 'warning' ? ' (warning)' : ''}`,
    )
  return [...misfits, ...complaints]
}

/** What the table checks say of rows: `index field code`. */
export function tableComplaintsOf(
  form: Form,
  rows: readonly TestRow[],
  context: RowContext = january,
): string[] {
  const whole = rows.map((row) => complete(form.columns, row))
  return form.tableChecks
    .flatMap((check) => check(whole as never, context))
    .map(({ index, field, code }) => `${index} ${field} ${code}`)
}

export function complete(columns: Columns, row: TestRow): TestRow {
  return Object.fromEntries(Object.keys(columns).map((field) => [field, row[field] ?? null]))
}

import type { Value } from '../submission.ts'
import { writeMoney } from '../vocabulary/count.ts'
import * as rules from '../words/rule.ts'
import {
  type Columns,
  type Complaint,
  type RowCheck,
  type RowContext,
  type RowOf,
  said,
  type TableCheck,
} from './form.ts'

type Severity = 'error' | 'warning'

interface Options<C extends Columns> {
  /** The check speaks only of rows for which this holds. */
  readonly when?: (row: RowOf<C>, context: RowContext) => boolean
  /** The same for people: `hồ sơ không chuyển từ nơi khác đến`. */
  readonly whenWords?: string
  /** `error` when left out. */
  readonly severity?: Severity
}

/**
 * The checks that most forms need, over one form's columns.
 *
 * A check about two values is silent while one of them is empty: emptiness is `need`'s business.
 */
export function checksOf<C extends Columns>(columns: C) {
  type Field = keyof C & string
  type Row = RowOf<C>
  const header = (field: Field) => columns[field]?.header ?? field
  /** Money is said as it was typed. */
  const shown = (field: Field, value: string | number) =>
    columns[field]?.kind === 'money' ? writeMoney(Number(value)) : value
  const empty = (row: Row, field: Field) => (row[field] as Value | undefined) === null

  const compared = (
    code: 'date-order' | 'exceeds',
    field: Field,
    other: Field,
    bad: (value: string | number, otherValue: string | number) => boolean,
    { when = () => true, whenWords, severity = 'error' }: Options<C> = {},
  ): RowCheck<C> => {
    const words = code === 'date-order' ? rules.notBeforeRule : rules.notMoreThanRule
    const of = { header: header(field), other: header(other), severity, when: whenWords }
    return said(words(of), (row, context) => {
      const value = row[field] as Value
      const otherValue = row[other] as Value
      if (value === null || otherValue === null) return []
      if (!bad(value, otherValue) || !when(row, context)) return []
      const facts = {
        other: header(other),
        otherField: other,
        otherValue: shown(other, otherValue),
      }
      return [{ field, code, severity, facts }]
    })
  }

  return {
    /** The day of `field` is the day of `other` or a later one. */
    notBefore: (field: Field, other: Field, options?: Options<C>): RowCheck<C> =>
      compared('date-order', field, other, (a, b) => a < b, options),

    /** The number in `field` is at most the number in `other`. */
    notMoreThan: (field: Field, other: Field, options?: Options<C>): RowCheck<C> =>
      compared('exceeds', field, other, (a, b) => a > b, options),

    /** `total` is the sum of `parts`, without `less`. */
    sumOf: (total: Field, parts: readonly Field[], less: readonly Field[] = []): RowCheck<C> =>
      said(rules.sumRule(header(total), parts.map(header), less.map(header)), (row) => {
        const sum = sumIn(row, parts) - sumIn(row, less)
        if (empty(row, total) || Number(row[total]) === sum) return []
        const facts = {
          sum,
          parts: parts.map(header),
          ...(less.length > 0 && { less: less.map(header) }),
        }
        return [{ field: total, code: 'sum-differs', facts }]
      }),

    /** `parts` of which nothing is in two make up `total` or less. */
    holds: (total: Field, parts: readonly Field[]): RowCheck<C> =>
      said(rules.partsRule(header(total), parts.map(header)), (row) => {
        const sum = sumIn(row, parts)
        if (empty(row, total) || Number(row[total]) >= sum) return []
        return [{ field: total, code: 'parts-exceed', facts: { sum, parts: parts.map(header) } }]
      }),

    /** `field` is filled in when the condition holds; `words` say the condition in the officer's language. */
    requiredWhen: (
      field: Field,
      words: string,
      condition: NonNullable<Options<C>['when']>,
      severity: Severity = 'error',
    ): RowCheck<C> =>
      said(rules.requiredRule(header(field), words, severity), (row, context) =>
        empty(row, field) && condition(row, context)
          ? [{ field, code: 'required-when', severity, facts: { when: words } }]
          : [],
      ),

    /** `field` stays empty unless the condition holds. */
    onlyWhen: (
      field: Field,
      words: string,
      condition: NonNullable<Options<C>['when']>,
      severity: Severity = 'error',
    ): RowCheck<C> =>
      said(rules.onlyRule(header(field), words, severity), (row, context) =>
        empty(row, field) || condition(row, context)
          ? []
          : [{ field, code: 'only-when', severity, facts: { when: words } }],
      ),

    /** No two rows agree in all of `fields`; rows in which the first of them is empty are not compared. */
    unique: (fields: readonly [Field, ...Field[]]): TableCheck<C> =>
      said(rules.uniqueRule(fields.map(header)), (rows) => {
        const seen = new Map<string, number>()
        const complaints: (Complaint<Field> & { index: number })[] = []
        for (const [index, row] of rows.entries()) {
          if (empty(row, fields[0])) continue
          const key = JSON.stringify(fields.map((field) => row[field]))
          const first = seen.get(key)
          if (first === undefined) seen.set(key, index)
          else complaints.push({ ...twice(fields, row, first), index })
        }
        return complaints
      }),
  }

  function sumIn(row: Row, parts: readonly Field[]): number {
    return parts.reduce((n, part) => n + Number(row[part] ?? 0), 0)
  }

  /** Said at the first of the fields; the others that agree are named beside it. */
  function twice([field, ...others]: readonly [Field, ...Field[]], row: Row, otherIndex: number) {
    const along = others.filter((each) => !empty(row, each)).map(header)
    const facts = { otherIndex, ...(along.length > 0 && { along }) }
    return { field, code: 'row-twice', facts } as const
  }
}

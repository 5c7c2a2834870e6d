import { cover } from '#sources/forms/cover.ts'
import { formById } from '#sources/forms/index.ts'
import { addDays, type Day, dateOf } from '../calendar.ts'
import type { Delivery } from '../mail/delivery.ts'
import type { Row } from '../mail/register-row.ts'
import type { Slip } from '../mail/slip.ts'
import { letterOf, rowAt } from './submission.ts'

/** What the answer to a file must say, and where; nothing else may stand in it. */
export interface ExpectedProblem {
  readonly file: string
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly sheet: string | null
  readonly cell: string | null
  readonly field: string | null
}

/** Every problem of every file: the planted mistakes at their cells, and what the rows themselves give cause to ask. */
export function problemsOf(deliveries: readonly Delivery[]): readonly ExpectedProblem[] {
  return deliveries.flatMap((delivery) =>
    delivery.copyOf === null ? [...planted(delivery), ...asked(delivery)] : [],
  )
}

function planted({ name, slips }: Delivery): ExpectedProblem[] {
  return slips.map((slip) => {
    const { code, severity, field } = slip
    return { file: name, code, severity, field, ...placeOf(slip) }
  })
}

/** The tick stands in A4; block 00 has its first field in row 4. */
const TICK = 'A4'
const COVER_FROM = 4

function placeOf({ form, row, field, code }: Slip): Pick<ExpectedProblem, 'sheet' | 'cell'> {
  if (form === '-') return { sheet: null, cell: null }
  if (form === 'cover') return { sheet: cover.sheet, cell: field && coverCell(field) }
  const sheet = formById(form)
  if (sheet === undefined) throw new RangeError(`no form '${form}'`)
  if (row === null) return { sheet: sheet.sheet, cell: code === 'column-missing' ? null : TICK }
  return {
    sheet: sheet.sheet,
    cell: `${letterOf(Object.keys(sheet.columns).indexOf(field ?? ''))}${rowAt(row)}`,
  }
}

function coverCell(field: string): string {
  return `B${COVER_FROM + Object.keys(cover.columns).indexOf(field)}`
}

/** Warnings that no mistake causes: figures closed early, a report of more than a month that no document goes with, a number in a remark, a probation that has ended, a model asleep. */
function asked({ name, spec, slips }: Delivery): ExpectedProblem[] {
  if (spec instanceof Uint8Array || slips.some(({ code }) => code === 'secret')) return []
  const nameless = slips.some(({ code }) => code === 'unknown-unit')
  const dataTo = spec.cover['data_to'] as Day
  const early: ExpectedProblem[] =
    dataTo >= addDays(spec.window.to, -1)
      ? []
      : [warning(name, 'data-to-early', cover.sheet, coverCell('data_to'), 'data_to')]
  const unsigned: ExpectedProblem[] =
    spec.window.kind === 'month' || (spec.cover['document_no'] ?? null) !== null
      ? []
      : [warning(name, 'required-when', cover.sheet, coverCell('document_no'), 'document_no')]
  if (nameless) return [...early, ...unsigned]
  const rows = spec.sheets.flatMap(({ form, rows: own }) =>
    own.flatMap((row, index) => {
      const columns = Object.keys(form.columns)
      const slipped = slips.filter((slip) => slip.form === form.id && slip.row === index)
      const isError = slipped.some(({ costs }) => costs === 'row')
      return questionsOf(row as Row, form.id, spec.window.to)
        .filter(
          ({ field, ofCell }) =>
            (ofCell || !isError) && !slipped.some((slip) => slip.field === field),
        )
        .map(({ field, code }) =>
          warning(
            name,
            code,
            form.sheet,
            `${letterOf(columns.indexOf(field))}${rowAt(index)}`,
            field,
          ),
        )
    }),
  )
  return [...early, ...unsigned, ...rows]
}

interface Question {
  readonly field: string
  readonly code: string
  /** Asked of the cell alone; the others are asked of rows that could be read. */
  readonly ofCell: boolean
}

function questionsOf(row: Row, form: string, to: Day): readonly Question[] {
  if (form === 'returnee-register') {
    const onProbation = row['probation_end'] !== null && (row['probation_end'] as Day) >= to
    const uncertified = row['certificate_date'] === null && !onProbation
    return [
      ...(/\d{9}/.test(String(row['remark'] ?? ''))
        ? [{ field: 'remark', code: 'id-in-free-text', ofCell: true }]
        : []),
      ...(uncertified ? [{ field: 'certificate_date', code: 'required-when', ofCell: false }] : []),
      ...(onProbation && row['certificate_date'] !== null
        ? [{ field: 'certificate_date', code: 'only-when', ofCell: false }]
        : []),
    ]
  }
  if (form === 'support-model' && row['status'] === 'hoat_dong') {
    const [year, month, day] = to.split('-').map(Number) as [number, number, number]
    const asleep = (row['last_activity_on'] as Day) < dateOf(year, month - 6, day)
    return asleep ? [{ field: 'last_activity_on', code: 'stale-activity', ofCell: false }] : []
  }
  return []
}

function warning(
  file: string,
  code: string,
  sheet: string,
  cell: string,
  field: string,
): ExpectedProblem {
  return { file, code, severity: 'warning', sheet, cell, field }
}

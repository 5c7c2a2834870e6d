import type { DataValidation, Workbook, Worksheet } from 'exceljs'
import { type CoverField, cover } from '../forms/cover.ts'
import type { Column } from '../forms/form.ts'
import type { Value } from '../submission.ts'
import { addDays, type CalendarDate } from '../vocabulary/date.ts'
import type { Window } from '../vocabulary/window.ts'
import { noteOf } from './head.ts'
import { layout } from './layout.ts'
import { coverLooks, looks } from './looks.ts'
import { daysBetween, type Lists, validate, validationOf } from './validations.ts'
import { cellValue } from './values.ts'
import { words } from './words.ts'

export type CoverValues = Readonly<Partial<Record<CoverField, Value | undefined>>>

/** What the system knows better than the officer; locked where it is filled in. */
const LOCKED: readonly string[] = [
  'unit_code',
  'unit_name',
  'reporting_body',
  'plan_ref',
  'window',
] satisfies CoverField[]

/** Adds block 00: labels in column A, values in column B, how to fill in beneath. */
export function addCoverSheet(
  workbook: Workbook,
  values: CoverValues,
  plan: { readonly number: string; readonly title: string } | null,
  window: Window | null,
  lists: Lists,
): void {
  const sheet = workbook.addWorksheet(layout.coverSheet)
  sheet.columns = [{ width: 36 }, { width: 60 }]
  const titles = [words.coverTitle, plan === null ? null : words.plan(plan.number, plan.title)]
  titles.forEach((title, index) => {
    const cell = sheet.getCell(`A${index + 1}`)
    cell.value = title
    sheet.mergeCells(`A${index + 1}:B${index + 1}`)
    cell.style = index === 0 ? looks.title : looks.subtitle
    sheet.getRow(index + 1).height = 34
  })
  const fields = Object.entries(cover.columns) as [CoverField, Column][]
  fields.forEach(([field, column], index) => {
    const row = layout.coverFrom + index
    const label = sheet.getCell(`A${row}`)
    label.value = column.header
    label.style = column.need === 'required' ? looks.requiredCoverLabel : looks.coverLabel
    const day = field === 'data_to' && window !== null ? words.dataTo(lastDayOf(window)) : null
    label.note = [noteOf(column), day].filter((line) => line !== null && line !== '').join('\n')
    const value = sheet.getCell(`B${row}`)
    value.value = cellValue(column, values[field] ?? null)
    const locked = LOCKED.includes(field) && value.value !== null
    value.style = locked ? looks.coverLocked : coverLooks[column.kind]
    const validation =
      field === 'data_to' && window !== null ? within(window) : validationOf(column, lists)
    if (validation !== null) validate(sheet, `B${row}`, validation)
    if (column.need === 'required') markMissing(sheet, `B${row}`)
    sheet.getRow(row).height = 21
  })
  words.guide.forEach((line, index) => {
    const row = layout.coverFrom + fields.length + 1 + index
    const cell = sheet.getCell(`A${row}`)
    cell.value = line
    sheet.mergeCells(`A${row}:B${row}`)
    cell.style = index === 0 ? looks.bold : looks.hint
    sheet.getRow(row).height = index === 0 ? 18 : 32
  })
  sheet.views = [{ state: 'frozen', ySplit: layout.coverFrom - 1, showGridLines: false }]
  sheet.pageSetup = { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToHeight: 1 }
  void sheet.protect('', { formatColumns: true, formatRows: true })
}

/** Yellow while the officer has yet to fill it in. */
function markMissing(sheet: Worksheet, cell: string): void {
  const rule = { type: 'expression', priority: 1, style: looks.missing } as const
  sheet.addConditionalFormatting({
    ref: cell,
    rules: [{ ...rule, formulae: [`LEN(TRIM(${cell}))=0`] }],
  })
}

function within(window: Window): DataValidation {
  const last = lastDayOf(window)
  return daysBetween(window.from, last, words.wrongDate(window.from, last))
}

function lastDayOf({ to }: Window): CalendarDate {
  return addDays(to, -1)
}

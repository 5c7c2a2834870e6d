import type { Workbook } from 'exceljs'
import type { Form } from '../forms/form.ts'
import type { Reporter } from '../vocabulary/reporter.ts'
import type { Window } from '../vocabulary/window.ts'
import { layout } from './layout.ts'
import type { Lists } from './validations.ts'

/** Adds the labels of the drop-downs, one list a column. */
export function addListSheet(workbook: Workbook, lists: Lists): void {
  const sheet = workbook.addWorksheet(layout.listSheet, { state: 'veryHidden' })
  lists.all.forEach((labels, at) => {
    labels.forEach((label, index) => {
      sheet.getCell(index + 1, at + 1).value = label
    })
  })
  void sheet.protect('', {})
}

export interface Marker {
  readonly plan?: { readonly number: string }
  readonly reporter?: Reporter
  readonly window?: Window
  readonly sheets: readonly { readonly form: Form }[]
}

/** Adds what the workbook was made for, so that the reader can see when a cover was copied from elsewhere. */
export function addMarkerSheet(
  workbook: Workbook,
  { plan, reporter, window, sheets }: Marker,
): void {
  const sheet = workbook.addWorksheet(layout.markerSheet, { state: 'veryHidden' })
  sheet.addRow([layout.marker, layout.version])
  sheet.addRow([plan?.number ?? null, reporter?.id ?? null, window?.id ?? null])
  for (const { form } of sheets) sheet.addRow([form.id, form.version, form.sheet])
  void sheet.protect('', {})
}

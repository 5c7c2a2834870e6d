import ExcelJS from 'exceljs'
import type { Form } from '../forms/form.ts'
import type { Value } from '../submission.ts'
import type { Reporter } from '../vocabulary/reporter.ts'
import type { Unit } from '../vocabulary/unit.ts'
import { type Window, wordsOf } from '../vocabulary/window.ts'
import { addCoverSheet } from './cover-sheet.ts'
import { coverValues } from './cover-values.ts'
import { addFormSheet, type SheetSpec } from './form-sheet.ts'
import { addListSheet, addMarkerSheet } from './hidden-sheets.ts'
import { layout } from './layout.ts'
import { repacked } from './pack.ts'
import { newLists } from './validations.ts'

export type { SheetSpec } from './form-sheet.ts'

/** One reporter's workbook of one window ("Bộ biểu"). */
export interface WorkbookSpec {
  readonly plan: { readonly number: string; readonly title: string }
  readonly reporter: Reporter
  readonly unit: Unit
  readonly window: Window
  /** By field of the cover; what is not named, the system fills in: unit, body, plan, window, first sending, not secret. */
  readonly cover: Readonly<Record<string, Value | undefined>>
  readonly sheets: readonly SheetSpec[]
}

/** A workbook nobody has begun: any forms, and of the rest what is known. */
export interface BlankSpec
  extends Partial<Pick<WorkbookSpec, 'plan' | 'reporter' | 'unit' | 'window'>> {
  readonly forms: readonly Form[]
  /** Rows of the forms whose preset rows follow from a plan, by form id. */
  readonly rows?: Readonly<Record<string, SheetSpec['rows']>>
}

/** The workbook as .xlsx; the same spec gives the same bytes. */
export function writeWorkbook(spec: WorkbookSpec): Promise<Uint8Array> {
  return written(spec, () => layout.spareRows)
}

/** The workbook with no rows but those that each form has beforehand, and room for more: for 200 where there are none. */
export function blankWorkbook({ forms, rows = {}, ...known }: BlankSpec): Promise<Uint8Array> {
  const sheets = forms.map((form) => ({
    form,
    nil: false,
    rows: rows[form.id] ?? form.preset?.rows ?? [],
  }))
  return written({ cover: {}, sheets, ...known }, spareIn)
}

/** A review of years asks each of the rows many times over. */
function spareIn({ form: { preset }, rows }: SheetSpec, window?: Window): number {
  if (preset?.kind === 'fixed') return 0
  return rows.length === 0 || window?.kind === 'explicit' ? layout.blankRows : layout.spareRows
}

type Known = Partial<WorkbookSpec> & Pick<WorkbookSpec, 'cover' | 'sheets'>

async function written(
  spec: Known,
  spareOf: (sheet: SheetSpec, window?: Window) => number,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const lists = newLists()
  const heading = {
    reporter: spec.reporter?.name ?? null,
    window: spec.window === undefined ? null : wordsOf(spec.window),
    asked: spec.reporter?.id ?? null,
  }
  addCoverSheet(workbook, coverValues(spec), spec.plan ?? null, spec.window ?? null, lists)
  for (const sheet of spec.sheets) {
    addFormSheet(workbook, sheet, heading, lists, spareOf(sheet, spec.window))
  }
  addListSheet(workbook, lists)
  addMarkerSheet(workbook, spec)
  // Stored, not deflated: the parts are taken out and deflated once, below.
  const zip = { compression: 'STORE' as const }
  return repacked(new Uint8Array(await workbook.xlsx.writeBuffer({ zip })))
}

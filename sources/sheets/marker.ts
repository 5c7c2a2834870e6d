import type { Book, Cell } from '../readers/book.ts'
import { layout } from '../workbooks/layout.ts'

/** What the very hidden sheet of a workbook of ours says about it; an officer cannot see or change it. */
export interface Marker {
  readonly layoutVersion: number
  readonly reporter: string | null
  /** Sheet name → form and version, as they were when the workbook was handed out. */
  readonly sheets: ReadonlyMap<string, { readonly form: string; readonly version: number }>
}

const FIRST_FORM = 3

/** The marker, or null where the workbook is not made by the system. */
export function markerOf(book: Book): Marker | null {
  const sheet = book.sheets.find(({ name, hidden }) => hidden && name === layout.markerSheet)
  const cellsAt = (row: number) => sheet?.rows.find((each) => each.row === row)?.cells
  if (textOf(cellsAt(1)?.get(1)) !== layout.marker) return null
  const sheets = new Map<string, { form: string; version: number }>()
  for (const { row, cells } of sheet?.rows ?? []) {
    const [form, version, name] = [1, 2, 3].map((column) => textOf(cells.get(column)))
    if (row < FIRST_FORM || !form || !name) continue
    sheets.set(name, { form, version: Number(version) })
  }
  return {
    layoutVersion: Number(textOf(cellsAt(1)?.get(2))),
    reporter: textOf(cellsAt(2)?.get(2)),
    sheets,
  }
}

function textOf(cell: Cell | undefined): string | null {
  if (cell?.kind === 'text') return cell.text.trim()
  return cell?.kind === 'number' ? String(cell.number) : null
}

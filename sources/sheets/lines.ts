import { serialDay, shown } from '../cells/cell.ts'
import { interpret } from '../cells/index.ts'
import type { Column } from '../forms/form.ts'
import type { Cell } from '../readers/book.ts'
import type { Line, Value } from '../submission.ts'
import type { ReadRow, Table } from './row.ts'

/** Every row as its sender would want to find it again: what was understood, and where nothing was, what stands in the cell. */
export function linesOf(rows: readonly ReadRow[], table: Table): readonly Line[] {
  const columns = Object.entries(table.form.columns).filter(([, { store }]) => store !== 'none')
  return rows.map(({ source, values }) => {
    const fields = columns.map(([field, column]) => {
      const cell = source.cells.get(table.columns.get(field) ?? 0)
      const understood =
        values === null ? interpret(cell, column, table.cells).value : values[field]
      return [field, understood ?? asItStands(cell, column, table.cells.date1904)] as const
    })
    return { row: source.row, withheld: values === null, values: Object.fromEntries(fields) }
  })
}

/** The cell as a value that the writer of workbooks puts back as it was: days as days, thousands as the money they stand for. */
function asItStands(cell: Cell | undefined, column: Column, date1904: boolean): Value {
  if (cell?.kind === 'text') return cell.text
  if (cell?.kind !== 'number') return shown(cell)
  if (cell.isDate) return asDay(cell.number, column, date1904) ?? cell.number
  return column.kind === 'money' ? cell.number * 1000 : cell.number
}

/** A serial number far outside of every calendar is no day. */
function asDay(serial: number, { kind }: Column, date1904: boolean): string | null {
  if (Math.abs(serial) >= 3_000_000) return null
  const cell: Cell = { kind: 'number', number: serial, isDate: true }
  return kind === 'date' ? serialDay(serial, date1904) : shown(cell, date1904)
}

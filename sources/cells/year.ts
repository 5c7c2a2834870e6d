import { bad, type CellReader, found, serialDay } from './cell.ts'
import { readWhole } from './count.ts'

/** A year; of a whole date, which officers often have at hand, its year. */
export const readYear: CellReader = (cell, column, context) => {
  if (cell.kind === 'number' && cell.isDate && cell.number >= 0 && cell.number < 3_000_000) {
    return found(Number(serialDay(cell.number, context.date1904).slice(0, 4)))
  }
  const year =
    cell.kind === 'text' ? /^\s*\d{1,2}[/.-]\d{1,2}[/.-](\d{4})\s*$/.exec(cell.text) : null
  if (year !== null) return found(Number(year[1]))
  const { value } = readWhole(cell, column, context)
  return typeof value === 'number' ? found(value) : bad('not-a-number', { reason: 'year' })
}

import { tidy } from '../vocabulary/text.ts'
import { bad, type CellReader, found, shown } from './cell.ts'
import { digitsOf, padded } from './digits.ts'

/** Free text; an identifier that Excel took for a number gets its zeros back, one that it took for a date is lost. */
export const readText: CellReader = (cell, column, context) => {
  const { digits } = column.hints
  if (cell.kind === 'number' && cell.isDate && column.store === 'identifier') {
    return bad('not-an-id', { reason: 'date' })
  }
  if (digits !== undefined) {
    const typed = digitsOf(cell, context.numbersAsText)
    if (typed !== null) return padded(typed, digits)
  }
  return found(cell.kind === 'text' ? tidy(cell.text) : shown(cell, context.date1904))
}

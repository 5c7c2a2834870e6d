import { tidy } from '../vocabulary/text.ts'
import { bad, type CellReader, type Filled, found, shown } from './cell.ts'
import { digitsOf, padded } from './digits.ts'

/** Free text; an identifier that Excel took for a number gets its zeros back, one that it took for a date is lost. */
export const readText: CellReader = (cell, column, context) => {
  const { digits } = column.hints
  if (cell.kind === 'number' && cell.isDate && column.store === 'identifier') {
    return bad('not-an-id', { reason: 'date' })
  }
  if (column.store === 'identifier' && isRounded(cell)) {
    return bad('not-an-id', { reason: 'rounded' })
  }
  if (digits !== undefined) {
    const typed = digitsOf(cell, context.numbersAsText)
    if (typed !== null) return padded(typed, digits)
  }
  if (cell.kind !== 'text') return found(shown(cell, context.date1904))
  return found(column.hints.paragraphs ? paragraphsOf(cell.text) : tidy(cell.text))
}

/** Each line tidy, empty ones between paragraphs gone. */
function paragraphsOf(text: string): string {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(tidy)
    .filter((line) => line !== '')
    .join('\n')
}

/** `1,2E+11`, and numbers of more than fifteen digits: what is shown is not what was typed. */
function isRounded(cell: Filled): boolean {
  if (cell.kind === 'number') return !Number.isSafeInteger(cell.number)
  return cell.kind === 'text' && /^\s*\d(?:[.,]\d+)?E[+-]?\d{1,3}\s*$/i.test(cell.text)
}

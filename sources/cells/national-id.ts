import { tidy } from '../vocabulary/text.ts'
import { bad, type CellReader, found } from './cell.ts'
import { digitsOf, padded } from './digits.ts'

const WIDTH = 12

/** The codes of provinces begin with at most two zeros: a number of fewer digits is some other paper. */
const LEAST = 10

/** Twelve digits; spaces and dots between them are allowed, zeros that Excel dropped come back with a warning. */
export const readNationalId: CellReader = (cell, _column, context) => {
  const digits = digitsOf(cell, context.numbersAsText)
  if (digits !== null && digits.length >= LEAST && digits.length <= WIDTH) {
    return padded(digits, WIDTH)
  }
  const text = cell.kind === 'text' ? tidy(cell.text).replace(/[ .]/g, '') : null
  return text !== null && /^\d{12}$/.test(text)
    ? found(text)
    : bad('not-an-id', { digits: WIDTH, found: (text ?? digits ?? '').length })
}

import { tidy } from '../vocabulary/text.ts'
import { type Filled, found, foundWith, type Interpreted } from './cell.ts'

/** The digits of a cell in which zeros at the front may have been lost, or null where they cannot have been. */
export function digitsOf(cell: Filled, numbersAsText: boolean): string | null {
  if (cell.kind === 'number') {
    return Number.isSafeInteger(cell.number) && cell.number >= 0 && !cell.isDate
      ? String(cell.number)
      : null
  }
  if (cell.kind !== 'text' || !numbersAsText) return null
  const text = tidy(cell.text)
  return /^\d+$/.test(text) ? text : null
}

/** The digits with the zeros back in front, and a warning that they were missing. */
export function padded(digits: string, width: number): Interpreted {
  if (digits.length >= width) return found(digits)
  const whole = digits.padStart(width, '0')
  return foundWith(whole, 'zero-padded', { read: whole, digits: width })
}

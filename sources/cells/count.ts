import { readCount, writeCount } from '../vocabulary/count.ts'
import { bad, type CellReader, found, type Interpreted } from './cell.ts'

/**
 * A whole number, 0 or more. `1.234` alone is refused and never guessed, as text or as the number that Excel made of it: typed `2.500`
 * became 2,5 where the point is decimal.
 */
export const readWhole: CellReader = (cell) => {
  if (cell.kind === 'boolean' || (cell.kind === 'number' && cell.isDate)) return bad('not-a-number')
  if (cell.kind === 'number') return wholeOf(cell.number)
  const n = readCount(cell.text)
  if (n === 'ambiguous') return ambiguous(cell.text.replace(/\D/g, ''))
  return n === 'not-a-number' ? bad(n) : wholeOf(n)
}

function wholeOf(n: number): Interpreted {
  if (n < 0) return bad('negative')
  if (Number.isSafeInteger(n)) return found(n)
  const thousandfold = Math.round(n * 1000)
  return n < 1000 && Math.abs(n * 1000 - thousandfold) < 1e-6
    ? ambiguous(String(thousandfold))
    : bad('not-a-number')
}

function ambiguous(digits: string): Interpreted {
  const n = Number(digits)
  return bad('ambiguous-number', { readings: [writeCount(n), String(n / 1000).replace('.', ',')] })
}

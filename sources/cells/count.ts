import type { Column } from '../forms/form.ts'
import type { Problem } from '../problem.ts'
import { readCount, writeCount } from '../vocabulary/count.ts'
import { bad, type CellReader, found, type Interpreted } from './cell.ts'

/**
 * A whole number, 0 or more. `1.234` alone is refused and never guessed, as text or as the number that Excel made of it: typed `2.500`
 * became 2,5 where the point is decimal.
 */
export const readWhole: CellReader = (cell, column) => {
  const facts = limitsOf(column)
  if (cell.kind === 'boolean' || (cell.kind === 'number' && cell.isDate)) {
    return bad('not-a-number', facts)
  }
  if (cell.kind === 'number') return wholeOf(cell.number, facts)
  const n = readCount(cell.text)
  if (n === 'ambiguous') return ambiguous(cell.text.replace(/\D/g, ''))
  return n === 'not-a-number' ? bad(n, facts) : wholeOf(n, facts)
}

function limitsOf({ hints: { least } }: Column): Problem['facts'] {
  return least === undefined ? {} : { least }
}

function wholeOf(n: number, facts: Problem['facts']): Interpreted {
  const { least = 0 } = facts
  if (n < 0) return bad('negative', facts)
  if (Number.isSafeInteger(n)) return n < Number(least) ? bad('out-of-range', facts) : found(n)
  const thousandfold = Math.round(n * 1000)
  return n < 1000 && Math.abs(n * 1000 - thousandfold) < 1e-6
    ? ambiguous(String(thousandfold))
    : bad('not-a-number', facts)
}

function ambiguous(digits: string): Interpreted {
  const n = Number(digits)
  return bad('ambiguous-number', { readings: [writeCount(n), String(n / 1000).replace('.', ',')] })
}

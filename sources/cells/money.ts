import { readMoney, writeCount } from '../vocabulary/count.ts'
import { bad, type CellReader, found, type Interpreted } from './cell.ts'

/** Triệu đồng with a decimal comma → whole thousands of đồng; finer amounts are no amounts of a report. */
export const readAmount: CellReader = (cell) => {
  if (cell.kind === 'boolean' || (cell.kind === 'number' && cell.isDate)) return bad('not-a-number')
  if (cell.kind === 'number') return thousandsOf(cell.number * 1000)
  const amount = readMoney(cell.text)
  if (amount === 'ambiguous') {
    const n = Number(cell.text.replace(/\D/g, ''))
    return bad('ambiguous-number', {
      readings: [writeCount(n), String(n / 1000).replace('.', ',')],
    })
  }
  return amount === 'not-a-number' ? bad(amount) : thousandsOf(amount)
}

function thousandsOf(amount: number): Interpreted {
  const whole = Math.round(amount)
  if (!Number.isSafeInteger(whole) || Math.abs(amount - whole) > 1e-4) return bad('not-a-number')
  return whole < 0 ? bad('negative') : found(whole)
}

import { tidy } from './text.ts'

/** `ambiguous`: "1.234" may be a thousand and more or a little over one, and nobody but the sender knows which. */
export type NotRead = 'ambiguous' | 'not-a-number'

interface Digits {
  readonly sign: 1 | -1
  readonly whole: string
  readonly fraction: string
}

const PLAIN = /^\d+$/
const SPACED = /^\d{1,3}(?: \d{3})+$/
const GROUPED = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/
const POINTED = /^(\d{1,3}(?:([. ,])\d{3})(?:\2\d{3})*|\d+)([.,])(\d+)$/

/** What three more digits would make a larger number of: up to three digits, or groups, and not just zero. */
const THOUSANDS = /^(?!0+$)\d{1,3}(?: \d{3})*$/

/**
 * A whole number as officers type it: `12`, `1 234`, `1.234.567`; `-3` is read, for the form to refuse it.
 *
 * `1.234` and `1,234` alone differ by a thousand between two habits and are never guessed.
 */
export function readCount(text: string): number | NotRead {
  const digits = digitsOf(text)
  if (typeof digits === 'string') return digits
  if (!/^0*$/.test(digits.fraction)) return 'not-a-number'
  return safe(digits.sign * Number(digits.whole))
}

/** An amount typed in triệu đồng, in thousands of đồng: `1.234,5` → 1234500, `12,5` → 12500, at most three decimals. */
export function readMoney(text: string): number | NotRead {
  const digits = digitsOf(text)
  if (typeof digits === 'string') return digits
  const fraction = digits.fraction.replace(/0+$/, '')
  if (fraction.length > 3) return 'not-a-number'
  return safe(digits.sign * Number(digits.whole + fraction.padEnd(3, '0')))
}

/** `1234` → `1.234`. */
export function writeCount(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '.')
}

/** An amount of thousands of đồng in triệu đồng, as officers write it: `1234500` → `1.234,5`. */
export function writeMoney(thousands: number): string {
  const rest = String(thousands % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${writeCount(Math.floor(thousands / 1000))}${rest === '' ? '' : `,${rest}`}`
}

/**
 * The share as a percentage: `(9, 1000)` → `0,9 %`; null when the denominator is 0, for which there is a word and no figure.
 *
 * Rounded half up (away from zero) from the integers themselves, so that 0,95 % is never the neighbour of a binary fraction.
 */
export function writePercent(numerator: number, denominator: number, decimals = 1): string | null {
  if (denominator === 0) return null
  const unit = 10n ** BigInt(decimals)
  const share = BigInt(numerator) * 100n * unit
  const whole = BigInt(denominator)
  const negative = share < 0n !== whole < 0n && share !== 0n
  const rounded = (2n * abs(share) + abs(whole)) / (2n * abs(whole))
  const fraction = decimals === 0 ? '' : `,${String(rounded % unit).padStart(decimals, '0')}`
  return `${negative && rounded > 0n ? '-' : ''}${writeCount(Number(rounded / unit))}${fraction} %`
}

function digitsOf(text: string): Digits | NotRead {
  const typed = tidy(text).replace(/^[-−–] ?/, '-')
  const sign = typed.startsWith('-') ? -1 : 1
  const body = typed.replace(/^[-+]/, '')
  if (PLAIN.test(body) || SPACED.test(body) || GROUPED.test(body)) {
    return { sign, whole: body.replace(/[., ]/g, ''), fraction: '' }
  }
  const [, whole = '', group, point, fraction = ''] = POINTED.exec(body) ?? []
  if (point === undefined || point === group) return 'not-a-number'
  const grouping = fraction.length === 3 && (group === undefined || group === ' ')
  if (grouping && THOUSANDS.test(whole)) return 'ambiguous'
  return { sign, whole: whole.replace(/[., ]/g, ''), fraction }
}

function safe(n: number): number | NotRead {
  if (!Number.isSafeInteger(n)) return 'not-a-number'
  return n === 0 ? 0 : n
}

function abs(n: bigint): bigint {
  return n < 0n ? -n : n
}

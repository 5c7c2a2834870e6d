import type { Indicator } from '#models/indicators/indicator.ts'
import type { Ratio } from '#models/plans/target.ts'
import { count, counts, noSubject, percent } from './words-figures.ts'

type Shown = Pick<Indicator, 'counted' | 'shown' | 'estimated'>

interface Numbers {
  readonly numerator: number
  readonly denominator: number
}

/** Numbers as their indicator is shown: `3/5.112 người (0,06%)`, or an amount of money, or that nobody is concerned. */
export function measuredWords(indicator: Shown, numbers: Numbers, goal?: Ratio): string {
  if (indicator.shown === 'amount') return countsWords(indicator, numbers)
  const share = percent(numbers.numerator, numbers.denominator, goal)
  return share === null ? noSubject : `${countsWords(indicator, numbers)} (${share})`
}

/** `3/5.112 người`, `918.447/ước 2.604.118 người`, `12.345,6 triệu đồng, 310 người`. */
export function countsWords({ counted, shown, estimated }: Shown, numbers: Numbers): string {
  const { numerator, denominator } = numbers
  if (shown === 'amount')
    return `${millions(numerator)} triệu đồng, ${count(denominator)} ${counted}`
  if (estimated) return `${count(numerator)}/ước ${count(denominator)} ${counted}`
  return counts(numbers, counted)
}

/** Thousands of đồng as triệu đồng with one decimal: 12 345 → `12,3`. */
export function millions(thousands: number): string {
  const tenths = Math.round(Math.abs(thousands) / 100)
  return `${thousands < 0 ? '−' : ''}${count(Math.trunc(tenths / 10))},${tenths % 10}`
}

import type { Measured } from '#models/measured.ts'
import type { Goal, Ratio } from '#models/plans/target.ts'
import { writeCount, writePercent } from '#sources/vocabulary/count.ts'
import { addDays, type CalendarDate, dayOf, writeDate } from '#sources/vocabulary/date.ts'
import { window, wordsOf } from '#sources/vocabulary/window.ts'

/** `5.112`. */
export const count = writeCount

/**
 * `0,06%`, as plans write it, without a space; null for a denominator of 0, for which there is a word and no figure.
 *
 * Rounding never makes a figure look like its goal: 0,996 % stays 0,996 % beside a goal of 1 %, and one missing of 2.6 million
 * is not 100 %.
 */
export function percent(
  numerator: number,
  denominator: number,
  goal: Ratio = [1, 1],
): string | null {
  if (denominator === 0) return null
  if ((numerator * 100) % denominator === 0) return share(numerator, denominator, 0)
  const fewest = numerator * 100 < denominator ? 2 : 1
  const decimals = [fewest, 2, 3, 4, 5, 6, 7, 8].find(
    (each) => share(numerator, denominator, each) !== share(...goal, each),
  )
  return share(numerator, denominator, decimals ?? fewest)
}

function share(numerator: number, denominator: number, decimals: number): string {
  return (writePercent(numerator, denominator, decimals) as string).replace(' %', '%')
}

/** `3/5.112 người (0,06%)`, or that nobody is concerned. */
export function figure(
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
  counted: string,
  goal?: Ratio,
): string {
  const share = percent(numerator, denominator, goal)
  return share === null ? noSubject : `${counts({ numerator, denominator }, counted)} (${share})`
}

/** `3/5.112 người`. */
export function counts(
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
  counted: string,
): string {
  return `${count(numerator)}/${count(denominator)} ${counted}`
}

export const noSubject = 'Không phát sinh đối tượng'
export const noValue = 'Chưa có số liệu'

/** `Không phát sinh đối tượng` at the start of a sentence, `không phát sinh đối tượng` within one. */
export function within(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** `dưới 1%`, `tối thiểu 30%`, `100%`, `từ 20% đến 25%`. */
export function goalWords(goal: Goal): string {
  if ('below' in goal) return `dưới ${percent(...goal.below)}`
  if ('atLeast' in goal) return `tối thiểu ${percent(...goal.atLeast)}`
  if ('all' in goal) return '100%'
  return `từ ${percent(...goal.between[0])} đến ${percent(...goal.between[1])}`
}

/** The share that a goal draws as a line. */
export function goalRatio(goal: Goal): Ratio {
  if ('below' in goal) return goal.below
  if ('atLeast' in goal) return goal.atLeast
  return 'all' in goal ? [1, 1] : goal.between[0]
}

/** The first names and how many more: `A, B và 3 đơn vị khác`. */
export function some(names: readonly string[], most: number): string {
  if (names.length <= most + 1) return names.join(', ')
  return `${names.slice(0, most).join(', ')} và ${count(names.length - most)} đơn vị khác`
}

export function stateWords(state: Measured['state']): string {
  return state === 'provisional' ? 'số liệu sơ bộ' : 'số liệu chính thức'
}

/** `96/99 xã, phường`. */
export function coverageWords(covered: number, expected: number, units: string): string {
  return `${count(covered)}/${count(expected)} ${units}`
}

/** `Tháng 9/2026 (15/8–14/9/2026)`. */
export function windowWords(windowId: string): string {
  return wordsOf(window(windowId))
}

/** `Tháng 9/2026`, where the days already stand nearby. */
export function windowName(windowId: string): string {
  return windowWords(windowId).replace(/ \(.*\)$/, '')
}

/** `15/12/2025`: the first day of a window. */
export function windowStart(windowId: string): string {
  return writeDate(window(windowId).from)
}

/** `14/9/2026`: its last day. */
export function windowEnd(windowId: string): string {
  return writeDate(addDays(window(windowId).to, -1))
}

/** An instant of UTC as the clock of Vietnam shows it: `23:59 ngày 20/9/2026`. */
export function instantWords(instant: string): string {
  const at = new Date(instant)
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString()
  return `${local.slice(11, 16)} ngày ${writeDate(dayOf(at))}`
}

/** `trước ngày 18/9/2026`; where the strict last day was a day off, that it was and the working day after it. */
export function dueWords(dueBefore: CalendarDate, workingDay: CalendarDate | null = null): string {
  const strict = `trước ngày ${writeDate(dueBefore)}`
  return workingDay === null
    ? strict
    : `${strict} (${writeDate(addDays(dueBefore, -1))} là ngày nghỉ, ngày làm việc kế tiếp: ${writeDate(workingDay)})`
}

export function basisWords(basis: 'clause' | 'directive' | 'circular', reference: string): string {
  return basis === 'clause' ? `theo Kế hoạch, mục ${reference}` : reference
}

/** `Biểu 01, 04`. */
export function formNumbers(numbers: readonly string[]): string {
  return `Biểu ${[...numbers].sort().join(', ')}`
}

/** A form's title stands in capitals on its sheet and as a sentence on a page; what holds a digit is no word. */
export function formTitle(title: string): string {
  return capital(title.replaceAll(/\S+/g, (word) => (/\d/.test(word) ? word : word.toLowerCase())))
}

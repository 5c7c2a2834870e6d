import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { writeDate } from '#sources/vocabulary/date.ts'
import { count, counts, figure, instantWords, stateWords } from './words-figures.ts'

/** Headings and labels of what is issued. */
export const issuedWords = Object.freeze({
  figures: 'Số liệu của tỉnh trong kỳ',
  files: 'Tệp kèm theo',
  list: 'Số liệu đã ban hành',
  none: 'Chưa ban hành số liệu của kỳ nào.',
  corrected: 'đã được đính chính',
  correction: 'bản đính chính',
  stands: 'đang có hiệu lực',
  month: 'Trang lãnh đạo của kỳ',
})

/** `số liệu tính đến ngày 20/9/2026`. */
export function asOfWords(businessDate: CalendarDate): string {
  return `số liệu tính đến ngày ${writeDate(businessDate)}`
}

/** `Số liệu tính đến ngày 20/9/2026 (ghi nhận đến 23:59 ngày 20/9/2026), số liệu sơ bộ.` */
export function madeWords(
  businessDate: CalendarDate,
  knownUntil: string,
  state: 'provisional' | 'final',
): string {
  return `Số liệu tính đến ngày ${writeDate(businessDate)} (ghi nhận đến ${instantWords(knownUntil)}), ${stateWords(state)}.`
}

/** `Số 12/BC-CAT ngày 25/9/2026, người ký: Nguyễn Văn A`. */
export function signedWords(number: string, date: CalendarDate, signer: string): string {
  return `Số ${number} ngày ${writeDate(date)}, người ký: ${signer}`
}

/** `141/150 người (94%)`; an amount beside the number of those that owe it is no share. */
export function shareWords(
  fraction: { readonly numerator: number; readonly denominator: number },
  counted: string,
): string {
  return fraction.numerator > fraction.denominator
    ? counts(fraction, counted)
    : figure(fraction, counted)
}

export function moreRestated(n: number): string {
  return `Và ${count(n)} số liệu khác đã điều chỉnh.`
}

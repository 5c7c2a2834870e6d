import { addDays, type CalendarDate, isCalendarDate, writeDate } from './date.ts'
import { fold, tidy } from './text.ts'
import { type Family, planYearOf, type Window, yearToDate } from './window-calendar.ts'
import { explicitWindow, windowOf } from './window-id.ts'

const ROMAN = ['I', 'II', 'III', 'IV']

/** No words for a window are longer; a cell may hold 32,767 characters made to keep a pattern busy. */
const LONGEST = 100

/** `Tháng 9/2026 (15/8–14/9/2026)`, `Quý II/2026 (15/3–14/6/2026)`, `6 tháng đầu năm 2026 (15/12/2025–14/6/2026)`: the days always stand there. */
export function wordsOf(w: Window): string {
  const last = addDays(w.to, -1)
  if (w.kind === 'explicit') return `Từ ngày ${writeDate(w.from)} đến ngày ${writeDate(last)}`
  return `${nameOf(w)} (${daysOf(w.from, last)})`
}

/**
 * The window that words mean in a plan's family, or undefined: ids with or without family, {@link wordsOf} with or without the days,
 * `T9/2026`, `tháng 9 năm 2026`, `Q2/2026`, `quý 2 năm 2026`, `9 tháng năm 2026`, `từ 15/6/2020 đến 14/1/2026`, diacritics or not.
 *
 * Days that stand in brackets must be the window's own: an administrative September must not pass for one of the calendar.
 */
export function readWindow(words: string, family: Family): Window | undefined {
  const typed = tidy(words)
  if (typed.length > LONGEST) return undefined
  const byId = windowOf(typed) ?? windowOf(`${family}:${typed}`)
  if (byId !== undefined) {
    return byId.family === family || byId.family === 'explicit' ? byId : undefined
  }
  const [, name = '', days = null] = /^(.*?)\s*(?:\((.*)\))?$/.exec(fold(typed)) ?? []
  const found = explicitIn(name) ?? named(name, family)
  return found === undefined || days === null || daysAgree(days, found) ? found : undefined
}

function nameOf(w: Window): string {
  const year = planYearOf(w)
  const part = w.id.slice(w.id.indexOf(':') + 1)
  switch (w.kind) {
    case 'month':
      return `Tháng ${Number(part.slice(5))}/${part.slice(0, 4)}`
    case 'quarter':
      return `Quý ${ROMAN[Number(part.slice(6)) - 1]}/${year}`
    case 'year':
      return `Năm ${year}`
    default:
      return part.endsWith('H2')
        ? `6 tháng cuối năm ${year}`
        : `${part.slice(5, -1)} tháng đầu năm ${year}`
  }
}

/** `15/8–14/9/2026`, and with both years where they differ. */
function daysOf(from: CalendarDate, last: CalendarDate): string {
  const sameYear = from.slice(0, 4) === last.slice(0, 4)
  const start = sameYear ? writeDate(from).slice(0, -5) : writeDate(from)
  return `${start}–${writeDate(last)}`
}

const YEAR = '(?: ?[/.-] ?| nam | )(\\d{4})'
const MONTH = new RegExp(`^(?:thang ?|t ?)?(0?[1-9]|1[0-2])${YEAR}$`)
const QUARTER = new RegExp(`^(?:quy ?|q ?)(iv|i{1,3}|[1-4])${YEAR}$`)
const SECOND_HALF = new RegExp(`^(?:6|sau) thang cuoi${YEAR}$`)
const FROM_START = new RegExp(`^(0?[1-9]|1[0-2]|sau|chin) thang(?: dau)?${YEAR}$`)
const WHOLE = /^(?:ca )?(?:nam )?(\d{4})$/

/** Families share the words; which days they mean, the id decides, and ids that the family lacks (quarters of `pol`) mean nothing. */
function named(name: string, family: Family): Window | undefined {
  const [, month, monthYear] = MONTH.exec(name) ?? []
  if (month) return windowOf(`${family}:${monthYear}-${month.padStart(2, '0')}`)
  const [, quarter, quarterYear] = QUARTER.exec(name) ?? []
  if (quarter) return windowOf(`${family}:${quarterYear}-Q${quarterNumber(quarter)}`)
  const [, halfYear] = SECOND_HALF.exec(name) ?? []
  if (halfYear) return windowOf(`${family}:${halfYear}-H2`)
  const [, months, startYear] = FROM_START.exec(name) ?? []
  if (months) return windowOf(yearToDate(family, Number(startYear), monthCount(months)).id)
  const [, year] = WHOLE.exec(name) ?? []
  return year === undefined ? undefined : windowOf(`${family}:${year}`)
}

function quarterNumber(text: string): number {
  return /\d/.test(text) ? Number(text) : ROMAN.indexOf(text.toUpperCase()) + 1
}

function monthCount(text: string): number {
  return { sau: 6, chin: 9 }[text] ?? Number(text)
}

function explicitIn(text: string): Window | undefined {
  const found = /^(?:tu )?(?:ngay )?([\d/]+) ?(?:-|–|—|den)(?: het)?(?: ngay)? ?([\d/]+)$/.exec(
    text,
  )
  const [from, last] = [dateIn(found?.[1]), dateIn(found?.[2])]
  return from && last && from <= last ? explicitWindow(from, last) : undefined
}

/** Whether `15/8–14/9/2026` or `tu 15/12/2025 den 14/6/2026` names the window's first and last day; a first day may lack its year. */
function daysAgree(days: string, w: Window): boolean {
  const [first = '', last = '', ...more] = days.match(/\d{1,2}\/\d{1,2}(?:\/\d{4})?/g) ?? []
  if (more.length > 0) return false
  const complete = first.split('/').length === 3 ? first : `${first}/${last.split('/')[2]}`
  return dateIn(complete) === w.from && dateIn(last) === addDays(w.to, -1)
}

/** `5/8/2026` as a date, or undefined. */
function dateIn(text = ''): CalendarDate | undefined {
  const [day = '', month = '', year = ''] = text.split('/')
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : undefined
}

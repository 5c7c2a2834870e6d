import type { Column } from '../forms/form.ts'
import { addDays, type CalendarDate, dateOf, isCalendarDate } from '../vocabulary/date.ts'
import { fold, tidy } from '../vocabulary/text.ts'
import {
  bad,
  type CellContext,
  type CellReader,
  found,
  type Interpreted,
  serialDay,
} from './cell.ts'

/** Nothing on a register of today happened earlier. */
const EARLIEST: CalendarDate = '1990-01-01'

/** No sentence runs longer than thirty years. */
const YEARS_AHEAD = 30

/** What a number without a date format must at least be to be meant as a day, in either calendar. */
const SERIALS = { least: 30_000, most: 80_000 }

const DAY_MONTH_YEAR = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/
const IN_WORDS = /^(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})$/
/** With an hour of the place, or midnight of Greenwich; any other hour of Greenwich may be of the day after in Vietnam. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](?:[\d:.]+|[0:.]+Z))?$/

/** A day as ngày/tháng/năm, in words, as ISO 8601 or as a serial day; month before day is refused and remembered. */
export const readDate: CellReader = (cell, column, context) => {
  if (cell.kind === 'boolean') return bad('not-a-date')
  if (cell.kind === 'text') return dayOfText(cell.text, column, context)
  const { number, isDate } = cell
  if (!isDate && !(number >= SERIALS.least && number <= SERIALS.most)) return bad('not-a-date')
  if (!(number >= 0 && number < 3_000_000)) return bad('not-a-date')
  return within(serialDay(number, context.date1904), column, context)
}

function dayOfText(text: string, column: Column, context: CellContext): Interpreted {
  const typed = tidy(text)
  const iso = ISO.exec(typed)?.[1]
  if (iso !== undefined)
    return isCalendarDate(iso) ? within(iso, column, context) : bad('not-a-date')
  const parts = DAY_MONTH_YEAR.exec(typed)
  const words = parts === null ? IN_WORDS.exec(fold(typed)) : null
  const [day, month, year] = [
    Number(parts?.[1] ?? words?.[1]),
    Number(parts?.[3] ?? words?.[2]),
    Number(parts?.[4] ?? words?.[3]),
  ]
  if (Number.isNaN(day)) return bad('not-a-date')
  if (month > 12 && day <= 12) {
    context.dates.monthFirst += 1
    return bad('not-a-date', { reason: 'month-first' })
  }
  if (parts !== null) context.dates[day > 12 ? 'dayFirst' : 'either'] += 1
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isCalendarDate(date) ? within(date, column, context) : bad('not-a-date')
}

function within(date: CalendarDate, column: Column, { receivedOn }: CellContext): Interpreted {
  if (date >= EARLIEST && date <= receivedOn) return found(date)
  const latest = column.hints.future
    ? dateOf(Number(receivedOn.slice(0, 4)) + YEARS_AHEAD, 12, 31)
    : addDays(receivedOn, 1)
  return date >= EARLIEST && date <= latest
    ? found(date)
    : bad('date-out-of-range', { least: EARLIEST, most: latest })
}

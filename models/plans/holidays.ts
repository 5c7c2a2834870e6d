import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'

/** Days off on weekdays, and Saturdays worked in exchange, of one year. */
interface Year {
  readonly off: readonly CalendarDate[]
  readonly worked: readonly CalendarDate[]
}

/**
 * Public holidays of state offices.
 *
 * 2026: Bộ luật Lao động 2019, Điều 112; leave of Tết and Quốc khánh by the Ministry of Home Affairs' notice of 17/10/2025, of New Year by
 * the Government Office's letter of 25/12/2025 (as reported by the press). Tết Bính Ngọ is 17/2/2026, leave 14–22/2; Giỗ Tổ (10/3 âm
 * lịch) is Sunday 26/4, hence Monday 27/4; 2/1 and 31/8 are exchanged for Saturdays 10/1 and 22/8.
 */
const years: Readonly<Record<string, Year>> = {
  '2026': {
    off: [
      '2026-01-01',
      '2026-01-02',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-04-27',
      '2026-04-30',
      '2026-05-01',
      '2026-08-31',
      '2026-09-01',
      '2026-09-02',
    ],
    worked: ['2026-01-10', '2026-08-22'],
  },
}

/**
 * The day itself when offices work on it, else the next day on which they do; null when no table covers the year.
 *
 * It is shown beside a due date and never changes what is late.
 */
export function nextWorkingDay(date: CalendarDate): CalendarDate | null {
  const year = years[date.slice(0, 4)]
  if (year === undefined) return null
  return works(date, year) ? date : nextWorkingDay(addDays(date, 1))
}

function works(date: CalendarDate, { off, worked }: Year): boolean {
  if (worked.includes(date)) return true
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !off.includes(date)
}

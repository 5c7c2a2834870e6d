import { addDays, type CalendarDate, isCalendarDate } from './date.ts'
import { type Family, monthOf, partEnding, type Window } from './window-calendar.ts'

const MONTH = /^(adm|cal|pol):((?:19|20)\d{2})-(0[1-9]|1[0-2])$/
const PART = /^(adm|cal|pol):((?:19|20)\d{2})(-(?:Q\d|H2|\d{1,2}M))?$/

const SHAPES = [
  'adm:2026-01 … adm:2026-12',
  'adm:2026-Q1 … adm:2026-Q4',
  'adm:2026-6M',
  'adm:2026-H2',
  'adm:2026-9M and the other months from the start: 2M 4M 5M 7M 8M 10M 11M',
  'adm:2026',
  'the same with cal:',
  'with pol: without quarters and with 3M',
  '2020-06-15..2026-01-14 (last day inclusive)',
]

/**
 * The window of an id. The days of `adm` are those of NĐ 09/2019 art. 12, those of `pol` stand in Cần Thơ's plan of 2024, IV.1.
 *
 * @throws RangeError that lists the shapes when the id has none of them.
 */
export function window(id: string): Window {
  const found = windowOf(id)
  if (found === undefined) {
    throw new RangeError(`'${id}' is no window; windows are written ${SHAPES.join(' · ')}`)
  }
  return found
}

/** True when {@link window} knows the id. */
export function isWindowId(id: string): boolean {
  return windowOf(id) !== undefined
}

/** The window of an id, or undefined. */
export function windowOf(id: string): Window | undefined {
  return monthIn(id) ?? partIn(id) ?? explicitIn(id)
}

/** From one day to another, the last one inclusive. */
export function explicitWindow(from: CalendarDate, last: CalendarDate): Window {
  return window(`${from}..${last}`)
}

/** A month's id bears the calendar year in which it closes; the police year counts from the December before. */
function monthIn(id: string): Window | undefined {
  const [, family, year, month] = MONTH.exec(id) ?? []
  if (family === undefined) return undefined
  return monthOf(family as Family, Number(year), Number(month) + (family === 'pol' ? 1 : 0))
}

function partIn(id: string): Window | undefined {
  const [, family, year, ending = ''] = PART.exec(id) ?? []
  return family === undefined ? undefined : partEnding(family as Family, Number(year), ending)
}

function explicitIn(id: string): Window | undefined {
  const [from = '', last = '', ...rest] = id.split('..')
  if (rest.length > 0 || !isCalendarDate(from) || !isCalendarDate(last)) return undefined
  if (last < from) return undefined
  return Object.freeze({
    id,
    family: 'explicit',
    grid: null,
    kind: 'explicit',
    from,
    to: addDays(last, 1),
    closeId: null,
  })
}

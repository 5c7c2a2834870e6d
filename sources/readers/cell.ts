import { type CalendarDate, daysBetween, isCalendarDate } from '../vocabulary/date.ts'
import type { Cell } from './book.ts'
import { refuse } from './refusal.ts'
import { textCell, unescaped } from './strings.ts'

/** What `<c>` says before it is understood; one object is filled again for every cell of a sheet. */
export interface RawCell {
  address: string
  /** `s` shared string, `str` cached text, `inlineStr`, `b`, `e`, `d` ISO 8601, `n` or none a number. */
  type: string | undefined
  style: string | undefined
  formula: boolean
  /** Content of `<v>` or `<is>`, null when there was none. */
  value: string | null
}

export interface BookContext {
  readonly strings: readonly (Cell | null)[]
  readonly dateStyles: readonly boolean[]
  readonly date1904: boolean
}

const TRUE: Cell = Object.freeze({ kind: 'boolean', boolean: true })
const FALSE: Cell = Object.freeze({ kind: 'boolean', boolean: false })
const WITHOUT_VALUE: Cell = Object.freeze({ kind: 'formula-without-value' })

/** The cell's value: of a formula its cached result; null when there is nothing in it. */
export function cellOf(raw: Readonly<RawCell>, book: BookContext, part: string): Cell | null {
  const { type, value } = raw
  if (value === null) return raw.formula ? WITHOUT_VALUE : null
  if (type === 's') return sharedString(value, raw, book, part)
  if (type === 'str' || type === 'inlineStr') return textCell(unescaped(value))
  const text = value.trim()
  if (text === '') return raw.formula ? WITHOUT_VALUE : null
  if (type === 'b') return text === '1' || text === 'true' ? TRUE : FALSE
  if (type === 'e') return { kind: 'error', text }
  if (type === 'd') return isoDay(text, raw, book, part)
  const number = Number(text)
  if (!Number.isFinite(number)) refuseCell('number', raw, part)
  return { kind: 'number', number, isDate: book.dateStyles[Number(raw.style ?? 0)] === true }
}

function sharedString(
  value: string,
  raw: Readonly<RawCell>,
  book: BookContext,
  part: string,
): Cell | null {
  const cell = book.strings[Number(value)]
  return cell === undefined ? refuseCell('shared-string', raw, part) : cell
}

/** `2026-01-14`, with or without an hour, as the serial day that Excel would store; an hour of Greenwich stays the text that it is. */
function isoDay(text: string, raw: Readonly<RawCell>, book: BookContext, part: string): Cell {
  const day = text.slice(0, 10)
  if (/[1-9].*Z$/.test(text.slice(10))) return { kind: 'text', text }
  if (!isCalendarDate(day)) refuseCell('date', raw, part)
  const epoch: CalendarDate = book.date1904 ? '1904-01-01' : '1899-12-30'
  return { kind: 'number', number: daysBetween(epoch, day), isDate: true }
}

function refuseCell(reason: string, raw: Readonly<RawCell>, part: string): never {
  refuse('damaged-file', { reason, part, cell: raw.address })
}

import { cover } from '../forms/cover.ts'
import type { Columns } from '../forms/form.ts'
import { anyForms } from '../forms/index.ts'
import type { Problem } from '../problem.ts'
import { writeCount } from '../vocabulary/count.ts'
import { isCalendarDate, writeDate } from '../vocabulary/date.ts'

export type Sentence = (problem: Problem) => string

/** `Trang “01.Danh sach”, ô F12, cột “Giới tính”`; null for a problem of the whole file. */
export function placeOf(problem: Problem): string | null {
  const { sheet, cell } = problem
  const parts = [
    ...(sheet === null ? [] : [`trang “${sheet}”`]),
    ...(cell === null ? [] : [`ô ${cell}`]),
    ...ownHeadingOf(problem),
  ]
  return parts.length === 0 ? null : upperFirst(parts.join(', '))
}

/** `Cột “Giới tính”`; null where the sentence itself names the column, or is about none. */
export function headingPlaceOf(problem: Problem): string | null {
  const [heading] = ownHeadingOf(problem)
  return heading === undefined ? null : upperFirst(heading)
}

function ownHeadingOf(problem: Problem): readonly string[] {
  return problem.code.startsWith('column-') ? [] : headingOf(problem)
}

/** `cột “Giới tính”`, or null when no one column is meant. */
export function columnOf(problem: Problem): string | null {
  const header = textOf(problem.facts['header'])
  return header === '' ? (headingOf(problem)[0] ?? null) : `cột “${header}”`
}

/** The header of the field: of the form whose sheet this is, else of any form that has the field; a masked problem keeps no facts. */
function headingOf({ field, sheet }: Problem): readonly string[] {
  if (field === null) return []
  const form =
    anyForms.find((each) => each.sheet === sheet && field in each.columns) ??
    anyForms.find(({ columns }) => field in columns)
  const columns: Columns = cover.columns
  const label = columns[field]
  if (label !== undefined && (form === undefined || sheet === cover.sheet)) {
    return [`mục “${label.header}”`]
  }
  return [form === undefined ? `mục “${field}”` : `cột “${form.columns[field]?.header}”`]
}

export function shownValue({ value }: Problem): string {
  if (value === null) return 'giá trị'
  return value.startsWith('‹') ? value : `“${value}”`
}

export function shownDay({ value }: Problem): string {
  return value === null ? 'đã ghi' : dayWords(value)
}

/** `“Ngày ra trại” (ô K12: 20/2/2026)`. */
export function otherOf(facts: Problem['facts'], otherwise: string): string {
  if (facts['other'] === undefined) return otherwise
  const cell = facts['otherCell'] === undefined ? '' : `ô ${textOf(facts['otherCell'])}: `
  return `“${textOf(facts['other'])}” (${cell}${amountOf(facts['otherValue'])})`
}

export function cellOf(facts: Problem['facts'], otherwise: string): string {
  return facts['otherCell'] === undefined ? otherwise : `ô ${textOf(facts['otherCell'])}`
}

export function nearOf(facts: Problem['facts']): string {
  return listIf(facts['nearest'], (near) => ` (gần nhất: ${near})`)
}

export function rangeOf(facts: Problem['facts']): string {
  const { least, most } = facts
  if (least === undefined) return ''
  return most === undefined
    ? ` (từ ${textOf(least)} trở lên)`
    : ` (từ ${textOf(least)} đến ${textOf(most)})`
}

export function spotOf({ line, cell }: Problem['facts']): string {
  if (line !== undefined) return ` (dòng ${textOf(line)})`
  return cell === undefined ? '' : ` (ô ${textOf(cell)})`
}

type Fact = Problem['facts'][string] | undefined

export function textOf(fact: Fact): string {
  if (fact === undefined) return ''
  return typeof fact === 'object' ? fact.join(', ') : dayWords(String(fact))
}

/** Words around a fact; nothing where the fact is unknown, as it is after masking and in a problem kept without facts. */
export function textIf(fact: Fact, words: (text: string) => string): string {
  return fact === undefined ? '' : words(textOf(fact))
}

export function amountIf(fact: Fact, words: (amount: string) => string): string {
  return fact === undefined ? '' : words(amountOf(fact))
}

export function listIf(fact: Fact, words: (list: string) => string): string {
  const list = listOf(fact)
  return list === '' ? '' : words(list)
}

export function textsOf(fact: Fact): readonly string[] {
  if (fact === undefined) return []
  return typeof fact === 'object' ? fact : [String(fact)]
}

export function listOf(fact: Fact, between = ', '): string {
  return textsOf(fact).join(between)
}

export function amountOf(fact: Fact): string {
  return typeof fact === 'number' ? writeCount(fact) : textOf(fact)
}

function dayWords(text: string): string {
  return isCalendarDate(text) ? writeDate(text) : text
}

export function upperFirst(words: string): string {
  const [first = '', ...rest] = words
  return first.toUpperCase() + rest.join('')
}

export function lowerFirst(sentence: string): string {
  const [first = '', ...rest] = sentence
  return first.toLowerCase() + rest.join('')
}

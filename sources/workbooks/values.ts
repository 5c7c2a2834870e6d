import type { Column } from '../forms/form.ts'
import { places } from '../reference/places.ts'
import type { Value } from '../submission.ts'
import { daysBetween, isCalendarDate } from '../vocabulary/date.ts'

/**
 * A stored value as an officer would have typed it: label of a choice, serial day, triệu đồng, `07210 Bắc Giang`. What is no value of the
 * column's kind stands as it is, so that a workbook with mistakes can be written too.
 */
export function cellValue(column: Column, value: Value): string | number | null {
  if (value === null) return null
  if (column.choices !== null) return column.choices[String(value)] ?? value
  if (column.kind === 'money' && typeof value === 'number') return value / 1000
  if (typeof value !== 'string') return value
  if (column.kind === 'date' && isCalendarDate(value)) return daysBetween('1899-12-30', value)
  if (column.kind === 'commune') return value.split('; ').map(communeText).join('; ')
  return value
}

function communeText(id: string): string {
  const unit = places().byId(id)
  return unit === undefined ? id : `${unit.code} ${unit.name}`
}

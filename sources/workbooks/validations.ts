import type { DataValidation, Worksheet } from 'exceljs'
import type { Column } from '../forms/form.ts'
import { columnLetter } from '../readers/book.ts'
import type { CalendarDate } from '../vocabulary/date.ts'
import { layout } from './layout.ts'
import { words } from './words.ts'

const FIRST_DAY = '1950-01-01'
const LAST_DAY = '2099-12-31'

/** Drop-down lists of one workbook: each distinct list of labels stands once in a hidden sheet, because labels hold commas. */
export interface Lists {
  /** Reference to the cells that will hold these labels. */
  readonly of: (labels: readonly string[]) => string
  /** What was asked for, one list a column. */
  readonly all: readonly (readonly string[])[]
}

export function newLists(): Lists {
  const all: (readonly string[])[] = []
  const references = new Map<string, string>()
  return {
    all,
    of: (labels) => {
      const key = labels.join('\n')
      const letter = columnLetter(all.length + 1)
      const made =
        references.get(key) ?? `${layout.listSheet}!$${letter}$1:$${letter}$${labels.length}`
      if (!references.has(key)) all.push(labels)
      references.set(key, made)
      return made
    },
  }
}

/**
 * What Excel shall say of a value of the wrong kind. Choices and days only warn: the reader takes codes and days typed as text too, and an
 * Excel of another country could not enter a day otherwise.
 */
export function validationOf(column: Column, lists: Lists): DataValidation | null {
  if (column.choices !== null) return listOf(Object.values(column.choices), lists)
  if (column.kind === 'date') {
    return daysBetween(FIRST_DAY, LAST_DAY, words.wrongDate(FIRST_DAY, LAST_DAY))
  }
  if (column.kind === 'count') return atLeast(0, 'whole', words.wrongCount)
  if (column.kind === 'money') return atLeast(0, 'decimal', words.wrongMoney)
  if (column.kind === 'year') {
    const stop = said('stop', words.wrongYear)
    return { ...stop, type: 'whole', operator: 'between', formulae: [1900, 2100] }
  }
  return null
}

/** A day from one to the other, both inclusive. */
export function daysBetween(
  first: CalendarDate,
  last: CalendarDate,
  error: string,
): DataValidation {
  const formulae = [first, last].map((day) => new Date(`${day}T00:00:00Z`))
  return { ...said('warning', error), type: 'date', operator: 'between', formulae }
}

/** A drop-down of these labels. */
export function listOf(labels: readonly string[], lists: Lists): DataValidation {
  return { ...said('warning', words.wrongChoice), type: 'list', formulae: [lists.of(labels)] }
}

/** Sets a validation on a whole range; exceljs offers it for single cells only. */
export function validate(sheet: Worksheet, range: string, validation: DataValidation): void {
  const { dataValidations } = sheet as unknown as {
    dataValidations: { add(range: string, validation: DataValidation): void }
  }
  dataValidations.add(range, validation)
}

function atLeast(least: number, type: 'whole' | 'decimal', error: string): DataValidation {
  return { ...said('stop', error), type, operator: 'greaterThanOrEqual', formulae: [least] }
}

function said(errorStyle: 'stop' | 'warning', error: string) {
  return {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle,
    errorTitle: words.wrongTitle,
    error,
  }
}

import { fits } from '../forms/frequency.ts'
import type { Problem } from '../problem.ts'
import { wordsOf } from '../vocabulary/window.ts'
import type { FileContext } from './file.ts'
import type { FormSheet } from './match.ts'
import { ofSheet } from './problems.ts'

/** The sheet is of the version that we read today. */
export function checkVersion({ sheet, form, version }: FormSheet): Problem[] {
  if (version === form.version) return []
  const facts = { title: form.title, version, expected: form.version }
  return [ofSheet(sheet.name, 'wrong-version', facts)]
}

/** No other sheet of the file holds rows of the same form: which of them is the report, nobody but the sender knows. */
export function checkDouble({ sheet, form, doubledBy }: FormSheet): Problem[] {
  if (doubledBy === null) return []
  return [ofSheet(sheet.name, 'no-known-form', { title: form.title, other: doubledBy })]
}

/** The plan takes this form from the reporter, and takes it for windows of this length. */
export function checkDuty({ sheet, form }: FormSheet, file: FileContext): Problem[] {
  const { reporter, window } = file.identity
  if (reporter !== null && !file.owed(form.id)) {
    return [ofSheet(sheet.name, 'not-owed', { title: form.title, reporter: reporter.name })]
  }
  const every = file.every(form)
  if (window !== null && !fits(every, window.kind)) {
    const facts = { title: form.title, window: wordsOf(window), every }
    return [ofSheet(sheet.name, 'not-owed', facts)]
  }
  return []
}

import type { Form } from '#sources/forms/form.ts'
import { formById } from '#sources/forms/index.ts'
import { maskOf } from '#sources/problem.ts'
import type { Finder } from '#sources/search.ts'
import type { AcceptedRow, Reading, SheetReading, Value } from '#sources/submission.ts'

/** What a reading becomes without the people whose time is over. */
export interface Disguise {
  /** What stands for each of their identifiers, the same in every file, of the same kind. */
  readonly surrogates: ReadonlyMap<string, string>
  /** What stands for the number of a case in a row with an identifier; in the order of the numbers. */
  readonly caseRefs: (identifier: string, ref: string) => string
  /** Finds their names and numbers. */
  readonly find: Finder
}

/**
 * The reading with the rows of these people de-identified: no vault field, no identifier, no number of a case; everything that is
 * counted stays, in the same rows. Others keep their rows and names, but no text that names one of these people.
 *
 * Each identifier has a surrogate of its own: links between rows, and disputes about them, stay what they are, for every day as of which
 * anything is ever built.
 */
export function depersonalised(reading: Reading, disguise: Disguise): Reading {
  const { find } = disguise
  const harmless = (text: string) => (find([text]).length === 0 ? text : maskOf(text))
  return {
    outcome: reading.outcome,
    sheets: reading.sheets.map((sheet) => sheetOf(sheet, disguise, harmless)),
    problems: reading.problems.map((problem) => ({
      ...problem,
      sheet: problem.sheet === null ? null : harmless(problem.sheet),
      value: problem.value === null ? null : harmless(problem.value),
      facts: Object.fromEntries(
        Object.entries(problem.facts).map(([name, fact]) => [name, factOf(fact, harmless)]),
      ),
    })),
  }
}

type Harmless = (text: string) => string

function factOf(fact: string | number | readonly string[], harmless: Harmless) {
  if (typeof fact === 'number') return fact
  return typeof fact === 'string' ? harmless(fact) : fact.map(harmless)
}

function sheetOf(sheet: SheetReading, disguise: Disguise, harmless: Harmless): SheetReading {
  const form = formById(sheet.form)
  return {
    ...sheet,
    sheet: harmless(sheet.sheet),
    documentNo: sheet.documentNo === null ? null : harmless(sheet.documentNo),
    rows: form === undefined ? [] : sheet.rows.map((row) => rowOf(row, form, disguise)),
  }
}

function rowOf(row: AcceptedRow, form: Form, disguise: Disguise): AcceptedRow {
  const { surrogates } = disguise
  const known = row.identifiers.find((identifier) => surrogates.has(identifier))
  const value = known === undefined ? valueOfOther : valueOfDue(known)
  return {
    row: row.row,
    unitId: row.unitId,
    values: Object.fromEntries(
      Object.entries(row.values).map(([field, held]) => [
        field,
        value(row, form, field, held, disguise),
      ]),
    ),
    identifiers: row.identifiers.map((identifier) => disguised(identifier, surrogates)),
  }
}

/** What an identifier may have been is disguised as that one is. */
function disguised(identifier: string, surrogates: Disguise['surrogates']): string {
  if (identifier.startsWith('was:')) return `was:${disguised(identifier.slice(4), surrogates)}`
  return surrogates.get(identifier) ?? identifier
}

type ValueOf = (
  row: AcceptedRow,
  form: Form,
  field: string,
  value: Value,
  disguise: Disguise,
) => Value

function valueOfDue(identifier: string): ValueOf {
  return (row, form, field, value, disguise) => {
    if (value === null || staysInVault(form, field)) return null
    if (form.id === 'reoffence' && field === 'case_ref') {
      return disguise.caseRefs(identifier, String(value))
    }
    return valueOfOther(row, form, field, value, disguise)
  }
}

/** A name that a row with papers of its own gives is its own person's. */
const valueOfOther: ValueOf = ({ identifiers }, form, field, value, { find }) => {
  if (typeof value !== 'string' || form.columns[field]?.kind !== 'text') return value
  if (field === 'full_name' && identifiers.length > 0) return value
  if (find([value]).length === 0) return value
  return staysInVault(form, field) ? null : maskOf(value)
}

function staysInVault(form: Form, field: string): boolean {
  const store = form.columns[field]?.store
  return store === 'vault' || store === 'identifier' || store === undefined
}

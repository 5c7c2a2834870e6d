import { type Form, storedFields } from '#sources/forms/form.ts'
import { masked, maskOf, type Problem } from '#sources/problem.ts'
import type { AcceptedRow } from '#sources/submission.ts'
import type { PersonKey } from './keys.ts'
import type { ParsedRow } from './parsed.ts'
import { pseudonym } from './pseudonym.ts'

/** The row without what only the vault may hold: declared person and unit fields, identifiers as pseudonyms. */
export function sealRow(row: AcceptedRow, form: Form, key: PersonKey): ParsedRow {
  const values = storedFields(form).map((field) => [field, row.values[field] ?? null] as const)
  return {
    row: row.row,
    unitId: row.unitId,
    values: Object.fromEntries(values),
    ids: row.identifiers.map((identifier) => pseudonym(identifier, key)),
  }
}

/**
 * The problem as it may be kept outside the vault.
 *
 * On a sheet with columns about persons every text is masked, not only that of personal columns: a row pasted one column further puts a
 * name where a sex is expected. Short numbers and dates stay readable.
 */
export function sealProblem(problem: Problem, form: Form | undefined): Problem {
  const safe = masked(problem)
  if (safe.value === null || safe.personal || !aboutPersons(form) || isHarmless(safe.value)) {
    return safe
  }
  return { ...safe, value: maskOf(safe.value) }
}

function aboutPersons(form: Form | undefined): boolean {
  if (form === undefined) return false
  return Object.values(form.columns).some(({ store }) => store !== 'unit' && store !== 'none')
}

/** Digits with the marks of dates and numbers, too few for an identity paper (9 digits) and too short for a telephone. */
function isHarmless(value: string): boolean {
  return /^[\d.,/:\s-]+$/.test(value) && value.replaceAll(/\D/g, '').length <= 8
}

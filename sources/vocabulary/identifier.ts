import { tidy } from './text.ts'
import type { UnitId } from './unit.ts'

/** What is wrong with a số định danh: its form, or what its digits say of sex, century or year of birth. */
export type NationalIdProblem = 'shape' | 'sex' | 'century' | 'birth-year'

/**
 * The first disagreement between a số định danh cá nhân and the person's sex and year of birth, or null. What is null is not compared.
 *
 * Twelve digits: three for the place of registration; the fourth for century and sex (0 man, 1 woman of 19xx; 2, 3 of 20xx; and
 * so on to 9); the fifth and sixth for the year of birth.
 */
export function nationalIdProblem(
  id: string,
  sex: 'nam' | 'nu' | null,
  birthYear: number | null,
): NationalIdProblem | null {
  if (!/^\d{12}$/.test(id)) return 'shape'
  const fourth = Number(id[3])
  const year = 1900 + 100 * Math.floor(fourth / 2) + Number(id.slice(4, 6))
  if (sex !== null && sex !== (fourth % 2 === 0 ? 'nam' : 'nu')) return 'sex'
  if (birthYear === null || birthYear === year) return null
  return birthYear % 100 === year % 100 ? 'century' : 'birth-year'
}

/** Canonical identifier of a số định danh cá nhân: `nid:024085000001`. */
export function nid(id: string): string {
  return `nid:${unspaced(id)}`
}

/** Canonical identifier of an older paper (CMND of nine digits, passport): `old:C1234567`. */
export function oldId(id: string): string {
  return `old:${unspaced(id).toUpperCase()}`
}

/** Canonical identifier of a case file, which is unique in its commune only: `case:07210@2025-07-01:A-005`. */
export function caseFile(unitId: UnitId, no: string): string {
  return `case:${unitId}:${tidy(no).toUpperCase()}`
}

/**
 * A case file that the person may have had in a commune that gave way to this one: `was:case:07201@2025-01-01:A-005`. Where several such
 * communes numbered their files alike, only the reports together tell whose it was.
 */
export function formerCaseFile(unitId: UnitId, no: string): string {
  return `was:${caseFile(unitId, no)}`
}

function unspaced(text: string): string {
  return tidy(text).replaceAll(' ', '')
}

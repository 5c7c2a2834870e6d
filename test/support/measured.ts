import type { Measured } from '#models/measured.ts'

/** x of n, final, whole, of one unit that has reported; what a test is about is said in `more`. */
export function measured(
  numerator: number,
  denominator: number,
  more: Partial<Measured> = {},
): Measured {
  return {
    definitionId: 'd/1',
    windowId: 'adm:2026-9M',
    unitId: '07210@2025-07-01',
    numerator,
    denominator,
    basis: 'register',
    unitsExpected: 1,
    unitsCovered: 1,
    rowsWithheld: 0,
    state: 'final',
    ...more,
  }
}

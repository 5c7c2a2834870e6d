/** All communes of 30/4/2026, and the persons on their registers: 120.4 each. */
export const NATION = { communes: 3321, persons: 400_000 } as const

/** Snapshots of a register. */
export const MONTHS = 60

/** Persons of so many communes at a time. */
export function personsOf(communes: number): number {
  return Math.round((communes * NATION.persons) / NATION.communes)
}

/** Rows of the register, one per person and month, of so many communes. */
export function registerRows(communes: number): number {
  return personsOf(communes) * MONTHS
}

import type { Period } from '../../calendar.ts'
import type { UnitId } from '../../terms.ts'
import type { Known } from '../known.ts'
import type { Accepted } from '../submission.ts'

/** Something counted in a window: the unit that owns it, what it adds, and what it may be broken down by. */
export interface Subject {
  readonly unitId: UnitId
  readonly numerator: number
  readonly denominator: number
  /** `sex` → `nam`, `release_basis` → `dac_xa`. */
  readonly categories: Readonly<Record<string, string>>
  /** It stands beside the others: in its own categories, and in no total. */
  readonly apart?: boolean
}

/** Whom a figure counts in a window. */
export type Counting = (known: Known, window: Period) => readonly Subject[]

/** A person of the register: in the denominator or not, and if so in the numerator or not. */
export function person(
  row: Accepted['values'],
  unitId: UnitId,
  asked: boolean,
  counted: boolean,
): Subject {
  const categories = { sex: String(row['sex']), release_basis: String(row['release_basis']) }
  return { unitId, ...counts(asked, counted), categories }
}

/** A place or a body. */
export function unit(unitId: UnitId, asked: boolean, counted: boolean): Subject {
  return { unitId, ...counts(asked, counted), categories: {} }
}

/** A row that stands for many. */
export function amount(unitId: UnitId, numerator: number, denominator: number): Subject {
  return { unitId, numerator, denominator, categories: {} }
}

/** What several cells say together; an empty one says nothing. */
export function sum(...values: readonly unknown[]): number {
  return values.reduce<number>((total, value) => total + Number(value ?? 0), 0)
}

function counts(asked: boolean, counted: boolean) {
  return { numerator: asked && counted ? 1 : 0, denominator: asked ? 1 : 0 }
}

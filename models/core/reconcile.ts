import type { RawBuilder } from 'kysely'
import { listedForCredit } from './reconciling/credit.ts'
import { listsAgainstRegister } from './reconciling/lists.ts'
import { movesOnBothSides } from './reconciling/moves.ts'
import { openingsAgainstClosings } from './reconciling/openings.ts'
import { registerAgainstTally } from './reconciling/tally.ts'

/**
 * Two sources of one number side by side where they differ, never a silent pick; equal ones leave no row. `forms`: those of which anything
 * is in force.
 */
export function fillReconciliation(forms: ReadonlySet<string>): readonly RawBuilder<unknown>[] {
  const where = <T>(form: string, statements: readonly T[]) => (forms.has(form) ? statements : [])
  return [
    ...listsAgainstRegister(),
    ...where('tally', [registerAgainstTally()]),
    ...where('credit', [listedForCredit()]),
    ...where('returnee-register', [movesOnBothSides()]),
    ...Object.entries(openingsAgainstClosings()).flatMap(([form, statements]) =>
      where(form, statements),
    ),
  ]
}

import type { RawBuilder } from 'kysely'
import { listedForCredit } from './reconciling/credit.ts'
import { listsAgainstRegister } from './reconciling/lists.ts'
import { movesOnBothSides } from './reconciling/moves.ts'
import { openingsAgainstClosings } from './reconciling/openings.ts'
import { registerAgainstTally } from './reconciling/tally.ts'

/** Two sources of one number side by side where they differ, never a silent pick; equal ones leave no row. */
export function fillReconciliation(): readonly RawBuilder<unknown>[] {
  return [
    ...listsAgainstRegister(),
    registerAgainstTally(),
    listedForCredit(),
    movesOnBothSides(),
    ...openingsAgainstClosings(),
  ]
}

import { actionWithin } from './actions.ts'
import { type Arrival, acknowledge, deliveryWithin } from './deliveries.ts'
import type { LedgerDatabase } from './schema.ts'

/** The way in of what was said by telephone: nobody lists it, nobody is answered by it. */
const TELEPHONE = 'telephone'

/** A cell that was changed; a value of a person is masked, one that was not accepted before is null. */
export interface CorrectedCell {
  readonly cell: string
  readonly field: string
  readonly before: string | null
  readonly after: string
}

export interface NewCorrection {
  readonly at: Date
  readonly actor: string
  readonly reason: string
  /** The submission that was sent. */
  readonly submission: string
  /** The one that is to count in its place. */
  readonly becomes: string
  readonly cells: readonly CorrectedCell[]
  readonly file: Omit<Arrival, 'connector' | 'at'>
}

/** Enters the corrected file as an arrival and the act that made it, both or neither. */
export async function recordCorrection(
  db: LedgerDatabase,
  { at, actor, reason, submission, becomes, cells, file }: NewCorrection,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { id } = await deliveryWithin(tx, { ...file, connector: TELEPHONE, at })
    await acknowledge(tx, id, at)
    const detail = JSON.stringify({ becomes, cells })
    await actionWithin(tx, {
      ...{ at, actor, kind: 'correct', reason },
      ...{ submissionId: submission, detail },
    })
  })
}

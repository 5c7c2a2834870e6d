import { type Action, instantOf, type LedgerDatabase } from './schema.ts'

export interface NewAction {
  readonly at: Date
  readonly actor: string
  readonly kind: Action['kind']
  readonly submissionId?: string
  readonly obligation?: string
  readonly detail?: string
  readonly reason: string
}

/** Enters what a person did to a submission or an obligation; never changed afterwards. Gives its id. */
export async function recordAction(db: LedgerDatabase, action: NewAction): Promise<number> {
  const { id } = await db
    .insertInto('action')
    .values({
      at: instantOf(action.at),
      actor: action.actor,
      kind: action.kind,
      submission_id: action.submissionId ?? null,
      obligation: action.obligation ?? null,
      detail: action.detail ?? null,
      reason: action.reason,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

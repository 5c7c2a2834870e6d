import { type Audited, addEntry } from './audit.ts'
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

/** Enters what a person did to a submission or an obligation, and its audit entry with it; never changed afterwards. Gives its id. */
export async function recordAction(db: LedgerDatabase, action: NewAction): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const row = {
      at: instantOf(action.at),
      actor: action.actor,
      kind: action.kind,
      submission_id: action.submissionId ?? null,
      obligation: action.obligation ?? null,
      detail: action.detail ?? null,
      reason: action.reason,
    }
    const { id } = await tx
      .insertInto('action')
      .values(row)
      .returning('id')
      .executeTakeFirstOrThrow()
    await addEntry(tx, auditedOf(row))
    return id
  })
}

/** What the audit trail says of an action. */
export function auditedOf(action: Omit<Action, 'id'>): Audited {
  const { at, actor, kind, submission_id, obligation, detail } = action
  const words = [submission_id, obligation, detail].filter((word) => word !== null)
  return { at: new Date(at), actor, action: kind, object: words.join(' ') }
}

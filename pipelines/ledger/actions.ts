import type { Transaction } from 'kysely'
import { auditWithin } from './audit.ts'
import {
  type Action,
  type Instant,
  instantOf,
  type LedgerDatabase,
  type LedgerTables,
} from './schema.ts'

export interface NewAction {
  readonly at: Date
  readonly actor: string
  readonly kind: Action['kind']
  readonly submissionId?: string
  readonly obligation?: string
  readonly detail?: string
  readonly reason: string
}

/**
 * Enters what a person did to a submission or an obligation, and its entry in the audit trail, both or neither; never changed
 * afterwards. Gives its id.
 */
export async function recordAction(db: LedgerDatabase, action: NewAction): Promise<number> {
  return db.transaction().execute((tx) => actionWithin(tx, action))
}

/** {@link recordAction} as part of what it tells of. */
export async function actionWithin(
  tx: Transaction<LedgerTables>,
  action: NewAction,
): Promise<number> {
  const { at, actor, kind, submissionId = null, obligation = null } = action
  const { id } = await tx
    .insertInto('action')
    .values({
      at: instantOf(at),
      actor,
      kind,
      submission_id: submissionId,
      obligation,
      detail: action.detail ?? null,
      reason: action.reason,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await auditWithin(tx, { at, actor, action: kind, object: submissionId ?? obligation ?? '' })
  return id
}

/** All that people did until an instant (inclusive), in order; everything when no instant is given. */
export function actionsUntil(db: LedgerDatabase, until?: Instant): Promise<readonly Action[]> {
  const all = db.selectFrom('action').selectAll().orderBy('id')
  return (until === undefined ? all : all.where('at', '<=', until)).execute()
}

/** When somebody last acted; null when nobody has. */
export async function lastAction(db: LedgerDatabase): Promise<Instant | null> {
  const row = await db
    .selectFrom('action')
    .select((eb) => eb.fn.max('at').as('at'))
    .executeTakeFirst()
  return row?.at ?? null
}

import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { type AuditEntry, instantOf, type LedgerDatabase, type LedgerTables } from './schema.ts'

export interface Audited {
  readonly at: Date
  readonly actor: string
  /** `login`, `export`, `read-persons`, `accept`, … */
  readonly action: string
  /** What it was done to; ids and hashes, never a personal value. */
  readonly object: string
}

const BEGINNING = '0'.repeat(64)

/** Adds an entry to the audit trail; each carries the hash of the one before it. */
export async function audit(db: LedgerDatabase, what: Audited): Promise<AuditEntry> {
  return db.transaction().execute((tx) => auditWithin(tx, what))
}

/** {@link audit}, unless there is an entry of this action and object already: for what is done again after a kill. */
export async function auditOnce(db: LedgerDatabase, what: Audited): Promise<void> {
  const { action, object } = what
  await db.transaction().execute(async (tx) => {
    const entered = await tx
      .selectFrom('audit')
      .select('seq')
      .where('action', '=', action)
      .where('object', '=', object)
      .executeTakeFirst()
    if (entered === undefined) await auditWithin(tx, what)
  })
}

/** {@link audit} as part of what it tells of: a crash leaves both or neither. */
export async function auditWithin(
  tx: Transaction<LedgerTables>,
  { at, ...what }: Audited,
): Promise<AuditEntry> {
  const last = await tx
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const linked = {
    seq: (last?.seq ?? 0) + 1,
    at: instantOf(at),
    ...what,
    prev_hash: last?.hash ?? BEGINNING,
  }
  const entry = { ...linked, hash: hashOf(linked) }
  await tx.insertInto('audit').values(entry).execute()
  return entry
}

/**
 * The seq of the first entry that was changed, put in or taken out, or null when the chain is whole.
 *
 * A chain cut off at its end is whole in itself: compare its last hash with one kept elsewhere.
 */
export async function firstBreak(db: LedgerDatabase): Promise<number | null> {
  return breakOf(await db.selectFrom('audit').selectAll().orderBy('seq').execute())
}

/** {@link firstBreak} of entries in order of seq. */
export function breakOf(entries: readonly AuditEntry[]): number | null {
  let hash = BEGINNING
  for (const [at, entry] of entries.entries()) {
    const { hash: said, ...linked } = entry
    if (entry.seq !== at + 1 || entry.prev_hash !== hash || said !== hashOf(linked)) return at + 1
    hash = said
  }
  return null
}

function hashOf({ seq, at, actor, action, object, prev_hash }: Omit<AuditEntry, 'hash'>): string {
  const line = JSON.stringify([seq, at, actor, action, object, prev_hash])
  return createHash('sha256').update(line).digest('hex')
}

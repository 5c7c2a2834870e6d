import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Entry } from '#dashboards/alerts/entry.ts'
import {
  instantOf,
  type LedgerDatabase,
  type LedgerTables,
  type NoticedTable,
  type OutboxTable,
} from './schema.ts'

/** A message to be queued: what it says to whom, and from when on it may leave. */
export type NewMessage = Pick<
  OutboxTable,
  'contact' | 'audience' | 'urgency' | 'place' | 'subject' | 'text' | keyof Entry
> & { readonly of: MessageSubject; readonly from: Date }

/** What a message tells of: an event of a case, or something else by a name of its own. */
export type MessageSubject =
  | { readonly case_id: string; readonly seq: number }
  | { readonly about: string }

/** An event of which it was decided who is told. */
export type Noticed = Omit<NoticedTable, 'at'>

/** SHA-256 over what it tells of and the contact: the same news for the same contact is one message, however often it is queued. */
export function messageId(of: MessageSubject, contact: number): string {
  const parts = 'about' in of ? ['about', of.about, contact] : ['case', of.case_id, of.seq, contact]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** Enters messages, and that their events need no more deciding: all or nothing. Gives how many messages are new. */
export async function enterMessages(
  db: LedgerDatabase,
  messages: readonly NewMessage[],
  noticed: readonly Noticed[],
  at: Date,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const entered = await addMessages(tx, messages, at)
    for (const each of noticed)
      await tx
        .insertInto('noticed')
        .values({ ...each, at: instantOf(at) })
        .execute()
    return entered
  })
}

/** {@link enterMessages} of what is no event, within a transaction. */
export async function addMessages(
  tx: Transaction<LedgerTables>,
  messages: readonly NewMessage[],
  at: Date,
): Promise<number> {
  let entered = 0
  for (const { of, from, ...said } of messages) {
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('outbox')
      .values({
        message_id: messageId(of, said.contact),
        case_id: 'about' in of ? null : of.case_id,
        seq: 'about' in of ? null : of.seq,
        about: 'about' in of ? of.about : null,
        ...said,
        queued_at: instantOf(at),
        ...{ batch: null, batched_at: null, state: 'waiting', attempts: 0 },
        ...{ next_at: instantOf(from), sent_at: null, reason: null },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    entered += Number(numInsertedOrUpdatedRows)
  }
  return entered
}

/** Events whose recipients were decided, as `<case> <seq>`. */
export async function decidedEvents(db: LedgerDatabase): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('noticed').select(['case_id', 'seq']).execute()
  return new Set(rows.map(({ case_id, seq }) => `${case_id} ${seq}`))
}

/** Of a case: which contacts were written to, and about which event last. */
export interface Told {
  readonly contacts: ReadonlySet<number>
  readonly seq: number
}

/** Whom messages were queued for, by case. */
export async function toldOf(db: LedgerDatabase): Promise<ReadonlyMap<string, Told>> {
  const rows = await db
    .selectFrom('outbox')
    .select(['case_id', 'seq', 'contact'])
    .where('case_id', 'is not', null)
    .execute()
  const told = new Map<string, Told>()
  for (const { case_id, seq, contact } of rows) {
    if (case_id === null || seq === null) continue
    const before = told.get(case_id)
    told.set(case_id, {
      contacts: new Set([...(before?.contacts ?? []), contact]),
      seq: Math.max(seq, before?.seq ?? 0),
    })
  }
  return told
}

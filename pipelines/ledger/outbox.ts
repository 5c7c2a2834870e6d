import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Entry } from '#dashboards/alerts/entry.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Contact } from './contacts.ts'
import {
  instantOf,
  type LedgerDatabase,
  type LedgerTables,
  type Message,
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

export interface OutboxCounts {
  readonly waiting: number
  /** Dead letters: nothing more is tried. Those of contacts that were ended since are nobody's work. */
  readonly givenUp: number
  /** A sender is at it, or died over it. */
  readonly sending: boolean
  /** Channels of waiting messages. */
  readonly channels: readonly string[]
  /** When the next of them may leave; null when none waits. */
  readonly nextAt: string | null
}

/** What waits and what was given up, as on a day. */
export async function outboxCounts(db: LedgerDatabase, on: CalendarDate): Promise<OutboxCounts> {
  const rows = await db
    .selectFrom('outbox as o')
    .innerJoin('contact as c', 'c.id', 'o.contact')
    .select(['o.state', 'o.next_at', 'c.channel', 'c.valid_to'])
    .where('o.state', '!=', 'sent')
    .execute()
  const waiting = rows.filter(({ state }) => state !== 'given-up')
  return {
    waiting: waiting.length,
    givenUp: rows.filter(
      ({ state, valid_to }) => state === 'given-up' && (valid_to === null || valid_to > on),
    ).length,
    sending: waiting.some(({ state }) => state === 'sending'),
    channels: [...new Set(waiting.map(({ channel }) => channel))].sort(),
    nextAt: waiting.map(({ next_at }) => next_at).sort()[0] ?? null,
  }
}

/** Messages that leave together, to one contact. */
export interface Batch {
  readonly id: string
  readonly at: Date
  readonly contact: Contact
  /** The one under way counted. */
  readonly attempts: number
  /** Most pressing first. */
  readonly messages: readonly Message[]
}

/**
 * Takes what is due out of the queue for sending: the messages of a contact that never left become one batch, which stays as it is from
 * then on; batches that failed before come again. What stands there as being sent was left by a sender that died: only the one sender
 * may call this.
 *
 * Messages to contacts that were ended are given up; `isReady` says of the others whether they may leave now.
 */
export async function claimDue(
  db: LedgerDatabase,
  now: Date,
  today: CalendarDate,
  isReady: (contact: Contact) => boolean,
): Promise<readonly Batch[]> {
  return db.transaction().execute(async (tx) => {
    const byId = new Map(
      (await tx.selectFrom('contact').selectAll().execute()).map((one) => [one.id, one]),
    )
    const due = await tx
      .selectFrom('outbox')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('state', '=', 'sending'),
          eb.and([eb('state', '=', 'waiting'), eb('next_at', '<=', instantOf(now))]),
        ]),
      )
      .execute()
    const groups = new Map<string, Message[]>()
    for (const message of due.sort(byPressure)) {
      const key = message.batch ?? `new ${message.contact}`
      groups.set(key, [...(groups.get(key) ?? []), message])
    }
    const batches: Batch[] = []
    for (const messages of groups.values()) {
      const contact = byId.get(messages[0]?.contact ?? 0)
      if (contact === undefined) continue
      const ids = messages.map(({ message_id }) => message_id)
      if (contact.valid_to !== null && contact.valid_to <= today) {
        const reason = 'the contact was ended'
        await set(tx, ids, { state: 'given-up', reason })
      } else if (isReady(contact)) batches.push(await take(tx, contact, messages, now))
    }
    return batches
  })
}

/** How the sending of a batch ended. */
export type Outcome =
  | { readonly batch: Batch; readonly kind: 'sent'; readonly at: Date }
  | { readonly batch: Batch; readonly kind: 'given-up'; readonly reason: string }
  /** `counts` false: it was not the message's turn, or nobody was there to be asked. */
  | {
      readonly batch: Batch
      readonly kind: 'later'
      readonly reason: string
      readonly nextAt: Date
      readonly counts: boolean
    }

/** Enters how sending ended, with what somebody is to be told of it. */
export async function settleBatches(
  db: LedgerDatabase,
  outcomes: readonly Outcome[],
  notices: readonly NewMessage[],
  at: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const outcome of outcomes) {
      const ids = outcome.batch.messages.map(({ message_id }) => message_id)
      await set(tx, ids, endOf(outcome))
    }
    await addMessages(tx, notices, at)
  })
}

/** Enters that a batch has left, where it is not entered yet; gives how many messages that were. */
export async function markSent(db: LedgerDatabase, batch: string, at: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ state: 'sent', sent_at: at, reason: null })
    .where('batch', '=', batch)
    .where('state', '!=', 'sent')
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Puts dead letters into the queue again, as they were; gives their number. */
export async function requeue(
  tx: Transaction<LedgerTables>,
  at: Date,
  today: CalendarDate,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set({ state: 'waiting', attempts: 0, next_at: instantOf(at), reason: null })
    .where('state', '=', 'given-up')
    .where('contact', 'in', (eb) =>
      eb
        .selectFrom('contact')
        .select('id')
        .where((c) => c.or([c('valid_to', 'is', null), c('valid_to', '>', today)])),
    )
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

async function take(
  tx: Transaction<LedgerTables>,
  contact: Contact,
  messages: readonly Message[],
  now: Date,
): Promise<Batch> {
  const [first] = messages as [Message, ...Message[]]
  const ids = messages.map(({ message_id }) => message_id)
  const id = first.batch ?? createHash('sha256').update(ids.join('\n')).digest('hex')
  const batched_at = first.batched_at ?? instantOf(now)
  const attempts = first.attempts + 1
  await set(tx, ids, { batch: id, batched_at, state: 'sending', attempts })
  return { id, at: new Date(batched_at), contact, attempts, messages }
}

function endOf(outcome: Outcome): Partial<OutboxTable> {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', sent_at: instantOf(outcome.at), reason: null }
    case 'given-up':
      return { state: 'given-up', reason: outcome.reason }
    case 'later': {
      const { batch, counts, nextAt, reason } = outcome
      const attempts = batch.attempts - (counts ? 0 : 1)
      return { state: 'waiting', attempts, next_at: instantOf(nextAt), reason }
    }
  }
}

async function set(
  tx: Transaction<LedgerTables>,
  ids: readonly string[],
  to: Partial<OutboxTable>,
): Promise<void> {
  for (const id of ids)
    await tx.updateTable('outbox').set(to).where('message_id', '=', id).execute()
}

/** Urgent ones first, then in the order in which they were queued. */
function byPressure(a: Message, b: Message): number {
  return (
    Number(b.urgency === 'now') - Number(a.urgency === 'now') ||
    compare(a.queued_at, b.queued_at) ||
    a.place - b.place ||
    compare(a.message_id, b.message_id)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

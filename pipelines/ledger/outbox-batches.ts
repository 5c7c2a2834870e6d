import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Contact } from './contacts.ts'
import { addMessages, type NewMessage } from './outbox.ts'
import { isDue } from './outbox-counts.ts'
import {
  instantOf,
  type LedgerDatabase,
  type LedgerTables,
  type Message,
  type OutboxTable,
} from './schema.ts'

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
 * Messages to contacts that were ended are given up, and queued for whoever stands in their place: an address that changes is a contact
 * that ends and another that begins. `isReady` says of the others whether they may leave now.
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
    const open = await tx
      .selectFrom('outbox')
      .selectAll()
      .where('state', 'in', ['sending', 'waiting'])
      .execute()
    const due = open.filter(({ state, next_at }) => state === 'sending' || isDue(next_at, now))
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
        const after = [...byId.values()].filter((one) => standsFor(one, contact, today))
        for (const { id } of after) await addMessages(tx, forContact(id, messages, now), now)
      } else if (isReady(contact)) batches.push(await take(tx, contact, messages, now))
    }
    return batches
  })
}

/** Whose it is and by what channel are the same, and it is valid now. */
function standsFor(one: Contact, ended: Contact, today: CalendarDate): boolean {
  return (
    one.reporter_id === ended.reporter_id &&
    one.role === ended.role &&
    one.channel === ended.channel &&
    one.valid_from <= today &&
    (one.valid_to === null || one.valid_to > today)
  )
}

/** Messages as they would have been queued for another contact; who has them already is not told twice. */
function forContact(id: number, messages: readonly Message[], from: Date): readonly NewMessage[] {
  return messages.map(
    ({ case_id, seq, about, audience, urgency, place, subject, text, ...entry }) => {
      const { section, heading, who, form, line } = entry
      return {
        of: case_id !== null && seq !== null ? { case_id, seq } : { about: about ?? '' },
        ...{ contact: id, audience, urgency, place, subject, text, from },
        ...{ section, heading, who, form, line },
      }
    },
  )
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

/** Enters of messages that wait that they were told, when `toldAt` says at what time. */
export async function markTold(
  db: LedgerDatabase,
  toldAt: (message: Message) => string | null,
): Promise<void> {
  const open = await db
    .selectFrom('outbox')
    .selectAll()
    .where('state', 'in', ['waiting', 'sending'])
    .execute()
  await db.transaction().execute(async (tx) => {
    for (const message of open) {
      const sent_at = toldAt(message)
      if (sent_at !== null)
        await set(tx, [message.message_id], { state: 'sent', sent_at, reason: null })
    }
  })
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

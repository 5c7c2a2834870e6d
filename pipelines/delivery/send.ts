import { join } from 'node:path'
import { blockOf } from '#dashboards/alerts/entry.ts'
import { givenUpWords } from '#dashboards/words.ts'
import { dayOf } from '#sources/vocabulary/date.ts'
import type { Effects } from '../effects.ts'
import { makeFolder, sweepTemporary } from '../files.ts'
import { type Contact, contacts } from '../ledger/contacts.ts'
import { LeaseError, takeLease } from '../ledger/lease.ts'
import type { NewMessage } from '../ledger/outbox.ts'
import {
  type Batch,
  claimDue,
  markSent,
  markTold,
  type Outcome,
  settleBatches,
} from '../ledger/outbox-batches.ts'
import { outboxCounts } from '../ledger/outbox-counts.ts'
import type { LedgerDatabase } from '../ledger/schema.ts'
import { ABSENT_MINUTES, MOST_ATTEMPTS, nextAttempt } from './back-off.ts'
import { DeliveryError, type Retry } from './channel.ts'
import { type Letterhead, letterOf } from './compose.ts'
import { earliest, momentOf } from './moment.ts'
import { readerOf } from './queue.ts'
import { dropReceipts, type Receipt, receipts, writeReceipt } from './receipts.ts'
import { enterSent, sentLately, toldId } from './sent-book.ts'
import type { DeliverySettings } from './settings.ts'
import type { Ways } from './ways.ts'

/** What the sender works with. */
export interface Desk extends Pick<Effects, 'clock' | 'log'> {
  readonly ways: Ways
  readonly hours: Pick<DeliverySettings, 'digestAt' | 'quietHours'>
  readonly head: Letterhead
  /** Folder of the receipts. */
  readonly outbox: string
  /** Lets somebody write the ledger, as soon as nobody else does. */
  readonly enter: <T>(work: (db: LedgerDatabase) => Promise<T>) => Promise<T>
  /** When it says so, the letter under way is the last of its route; the others wait as before. */
  readonly enough?: AbortSignal
}

export interface SendSummary {
  /** Letters, each one batch. */
  readonly sent: number
  readonly later: number
  readonly givenUp: number
  /** What went wrong, by contact and without addresses. */
  readonly troubles: readonly string[]
  /** Messages that still wait. */
  readonly waiting: number
  /** When the next of them may leave; null when none waits. */
  readonly nextAt: string | null
}

/** Somebody else is sending. */
export class SendingError extends Error {
  override readonly name = 'SendingError'
}

/**
 * Sends what is due, once.
 *
 *     take over receipts ─▶ claim ─▶ send each, lay its receipt down ─▶ enter how it ended
 *     ledger                ledger   no ledger, however slow            ledger
 *
 * The ledger is written in short transactions only and never while a line is open, so that no run waits for a mail server. Whoever is
 * killed after the other side has said yes leaves a receipt, and the letter is not sent again. Between the yes and the receipt lies one
 * fsync: a kill in just that moment sends the letter once more, under the same Message-ID and idempotency key, by which its receiver
 * drops it; nobody can do better over a line that may break.
 *
 * @throws SendingError when another process is at it.
 */
export async function sendDue(desk: Desk): Promise<SendSummary> {
  const { clock, enter, ways, hours, outbox } = desk
  const lease = await onlySender(outbox, clock())
  try {
    const batches = await enter(async (db) => {
      const now = clock()
      await takeOver(db, outbox, now)
      const isReady = (contact: Contact) =>
        Object.hasOwn(ways, contact.channel) &&
        earliest(now, readerOf(contact), hours).getTime() === now.getTime()
      return claimDue(db, now, dayOf(now), isReady)
    })
    const outcomes = await sendAll(desk, batches)
    return await enter(async (db) => {
      if (outcomes.length > 0) {
        await settleBatches(db, outcomes, await noticesOf(db, desk, outcomes), clock())
        await enterLeft(outbox, outcomes.flatMap(receiptsOf), clock())
      }
      const { waiting, nextAt } = await outboxCounts(db, dayOf(clock()))
      return { ...summaryOf(outcomes), waiting, nextAt }
    })
  } finally {
    lease.release()
  }
}

async function onlySender(outbox: string, at: Date) {
  await makeFolder(outbox)
  try {
    return await takeLease(join(outbox, 'sender'), at)
  } catch (cause) {
    if (!(cause instanceof LeaseError)) throw cause
    const { holder } = cause
    const who = holder === null ? 'another process' : `process ${holder.pid} (${holder.command})`
    throw new SendingError(`${who} is sending already; wait until it ends`, { cause })
  }
}

/** Enters what earlier senders could not: that their letters are gone, also where a copy of the ledger knows nothing of it. */
async function takeOver(db: LedgerDatabase, outbox: string, now: Date): Promise<void> {
  await sweepTemporary(outbox)
  const left = await receipts(outbox)
  for (const { batch, at } of left) await markSent(db, batch, at)
  await enterLeft(outbox, left, now)
  const lately = await sentLately(outbox)
  if (lately.size > 0) await markTold(db, (message) => lately.get(toldId(message)) ?? null)
}

/** What the ledger says is gone stands in the book before its receipts are taken away. */
async function enterLeft(outbox: string, left: readonly Receipt[], now: Date): Promise<void> {
  const sent = left.flatMap(({ told, at }) => told.map((id) => [id, at] as const))
  await enterSent(outbox, sent, now)
  await dropReceipts(
    outbox,
    left.map(({ batch }) => batch),
  )
}

function receiptsOf(outcome: Outcome): readonly Receipt[] {
  return outcome.kind === 'sent' ? [receiptOf(outcome.batch, outcome.at)] : []
}

function receiptOf({ id, messages }: Batch, at: Date): Receipt {
  return { batch: id, at: at.toISOString(), told: messages.map(toldId) }
}

/** Routes side by side, the letters of one route one after the other. */
async function sendAll(desk: Desk, batches: readonly Batch[]): Promise<readonly Outcome[]> {
  const routes = new Map<string, Batch[]>()
  for (const batch of batches) {
    const { channel, address } = batch.contact
    const route = desk.ways[channel as keyof Ways]?.route(address) ?? ''
    routes.set(route, [...(routes.get(route) ?? []), batch])
  }
  const ended = await Promise.all([...routes.values()].map((route) => sendRoute(desk, route)))
  return ended.flat()
}

/** After a failure that is the route's own the letters behind it are not tried: each would wait as long for the same. */
async function sendRoute(desk: Desk, batches: readonly Batch[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const [n, batch] of batches.entries()) {
    if (desk.enough?.aborted) return [...outcomes, ...batches.slice(n).map(putBack(desk.clock()))]
    const outcome = await sendOne(desk, batch)
    outcomes.push(outcome)
    if (outcome.kind !== 'later' || !outcome.blocks) continue
    const rest = batches.slice(n + 1)
    return [...outcomes, ...rest.map((one) => ({ ...outcome, batch: one, counts: false }))]
  }
  return outcomes
}

function putBack(nextAt: Date) {
  const reason = 'the sender was stopped before its turn'
  return (batch: Batch): Outcome => ({ batch, kind: 'later', reason, nextAt, counts: false })
}

async function sendOne(desk: Desk, batch: Batch): Promise<Outcome & { readonly blocks?: boolean }> {
  const { ways, clock, log, outbox, head } = desk
  const contact = batch.contact.id
  try {
    const said = await ways[batch.contact.channel as keyof Ways]?.send(letterOf(batch, head))
    const at = clock()
    await writeReceipt(outbox, receiptOf(batch, at)).catch((err: unknown) =>
      log.error({ err, batch: batch.id }, 'the receipt of a letter was not written'),
    )
    log.info({ batch: batch.id, contact, said }, 'a letter has left')
    return { batch, kind: 'sent', at }
  } catch (cause) {
    const { retry, message: reason } = troubleOf(cause)
    log.warn({ batch: batch.id, contact, retry, reason }, 'a letter has not left')
    return ended(desk, batch, retry, reason)
  }
}

/** Whatever else goes wrong (a secret that is not there, a full medium) is the route's, and mended by somebody. */
function troubleOf(cause: unknown): DeliveryError {
  if (cause instanceof DeliveryError) return cause
  return new DeliveryError('down', cause instanceof Error ? cause.message : 'unknown', { cause })
}

function ended({ clock, hours }: Desk, batch: Batch, retry: Retry, reason: string) {
  const isLast = batch.attempts >= MOST_ATTEMPTS && retry !== 'absent'
  if (retry === 'never' || isLast) return { batch, kind: 'given-up' as const, reason }
  const now = clock()
  const next =
    retry === 'absent'
      ? new Date(now.getTime() + ABSENT_MINUTES * 60_000)
      : nextAttempt(batch.id, batch.attempts, now)
  return {
    ...{ batch, kind: 'later' as const, reason },
    nextAt: earliest(next, readerOf(batch.contact), hours),
    counts: retry !== 'absent',
    blocks: retry !== 'later',
  }
}

/** Whoever runs the program is told of dead letters, but not of a dead letter that told of one. */
async function noticesOf(
  db: LedgerDatabase,
  { clock, hours, ways }: Desk,
  outcomes: readonly Outcome[],
): Promise<readonly NewMessage[]> {
  const given = outcomes.flatMap((outcome) =>
    outcome.kind === 'given-up' && outcome.batch.messages.some(({ about }) => about === null)
      ? [outcome]
      : [],
  )
  if (given.length === 0) return []
  const now = clock()
  const operators = (await contacts(db, dayOf(now))).filter(
    ({ role, channel }) => role === 'operator' && Object.hasOwn(ways, channel),
  )
  return operators.flatMap((contact) =>
    given.map(({ batch, reason }, place) => ({
      of: { about: `given-up ${batch.id} ${dayOf(now)}` },
      contact: contact.id,
      audience: 'operator' as const,
      urgency: 'now' as const,
      place,
      ...givenUpWords({
        contact: batch.contact.id,
        messages: batch.messages.length,
        attempts: batch.attempts,
        reason,
      }),
      ...blockOf('notice'),
      from: momentOf('now', readerOf(contact), now, hours),
    })),
  )
}

function summaryOf(outcomes: readonly Outcome[]) {
  const of = (kind: Outcome['kind']) => outcomes.filter((each) => each.kind === kind).length
  const troubles = outcomes.flatMap((outcome) =>
    outcome.kind === 'sent' ? [] : [`contact ${outcome.batch.contact.id}: ${outcome.reason}`],
  )
  return { sent: of('sent'), later: of('later'), givenUp: of('given-up'), troubles }
}

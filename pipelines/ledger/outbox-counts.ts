import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { instantOf, type LedgerDatabase } from './schema.ts'

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

/** Nothing is put off for longer: the longest wait is from before Tết until the working day after it. */
const FARTHEST_MS = 31 * 24 * 60 * 60_000

/** Whether a message may leave by its time; one that is to wait beyond all measure was put off by a clock that ran ahead. */
export function isDue(next_at: string, now: Date): boolean {
  return next_at <= instantOf(now) || next_at > instantOf(new Date(now.getTime() + FARTHEST_MS))
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

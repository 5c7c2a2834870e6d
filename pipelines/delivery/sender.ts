import { dayOf } from '#sources/vocabulary/date.ts'
import type { Effects } from '../effects.ts'
import { openLedgerReadOnly } from '../ledger/open.ts'
import { isDue, type OutboxCounts, outboxCounts } from '../ledger/outbox-counts.ts'
import { damageOf } from '../ledger/sound.ts'
import type { Site } from '../site.ts'
import { receipts } from './receipts.ts'

/** A sender that goes on beside the job. */
export interface Sender {
  /** Something may be due. */
  wake(): void
  /** Lets the letters that are under way end, and the round with them. */
  stop(): Promise<void>
}

const SHORTEST_MS = 60_000
const LONGEST_MS = 15 * 60_000
/** After this long a round begins no further letter: what has left is entered, and what is more urgent by now goes first. */
const ROUND_MS = 10 * 60_000

/**
 * Sends in rounds: when it is woken, and by itself when the round before said that something falls due (at least a minute later, at most
 * a quarter of an hour). A round that fails is only logged: what waits is on disk. A round is told when it is enough.
 */
export function startSender(
  round: (enough: AbortSignal) => Promise<Date | null>,
  { clock, log }: Pick<Effects, 'clock' | 'log'>,
): Sender {
  let timer: NodeJS.Timeout | undefined
  let under: Promise<void> | null = null
  let again = false
  let stopped = false
  const stopping = new AbortController()

  function wake(): void {
    if (stopped) return
    clearTimeout(timer)
    again = true
    under ??= rounds().finally(() => {
      under = null
    })
  }

  async function rounds(): Promise<void> {
    let next: Date | null = null
    while (again && !stopped) {
      again = false
      const enough = AbortSignal.any([stopping.signal, AbortSignal.timeout(ROUND_MS)])
      next = await round(enough).catch((err: unknown) => {
        log.error({ err }, 'the round of the sender failed; the next one tries again')
        return null
      })
    }
    if (!stopped) timer = setTimeout(wake, pauseUntil(next, clock()))
  }

  return Object.freeze({
    wake,
    async stop() {
      stopped = true
      stopping.abort()
      clearTimeout(timer)
      await under
    },
  })
}

function pauseUntil(next: Date | null, now: Date): number {
  const until = next === null ? LONGEST_MS : next.getTime() - now.getTime()
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, until))
}

/**
 * What stands in the outbox, without the lease; `isDue` says whether a sender has anything to do.
 *
 * @throws LedgerDamageError when the ledger cannot be read; whether it is sound in every row is asked by whoever writes it.
 */
export async function lookAtOutbox(
  { ledger, outbox }: Pick<Site, 'ledger' | 'outbox'>,
  now: Date,
): Promise<OutboxCounts & { readonly isDue: boolean }> {
  const { db, close } = await openLedgerReadOnly(ledger)
  try {
    const counts = await outboxCounts(db, dayOf(now))
    const due = counts.nextAt !== null && isDue(counts.nextAt, now)
    return { ...counts, isDue: due || counts.sending || (await receipts(outbox)).length > 0 }
  } catch (cause) {
    throw damageOf(ledger, cause)
  } finally {
    await close()
  }
}

import { dayOf } from '#sources/vocabulary/date.ts'
import { waysOf } from '../delivery/ways.ts'
import { fileExists } from '../files.ts'
import { contacts } from '../ledger/contacts.ts'
import { isNewest } from '../ledger/migrations.ts'
import { openLedgerReadOnly } from '../ledger/open.ts'
import { type OutboxCounts, outboxCounts } from '../ledger/outbox-counts.ts'
import type { Setting } from '../station.ts'

export interface OutboxStanding extends Pick<OutboxCounts, 'waiting' | 'givenUp' | 'nextAt'> {
  /** Channels of contacts for which the configuration names no way out: nothing is queued for them. */
  readonly unreachable: readonly string[]
}

/** What waits to leave and what was given up; null for a ledger that is not there, or of an older shape. */
export async function outboxStanding(
  { site, config }: Pick<Setting, 'site' | 'config'>,
  now: Date,
): Promise<OutboxStanding | null> {
  if (!(await fileExists(site.ledger))) return null
  const { db, close } = await openLedgerReadOnly(site.ledger)
  try {
    if (!(await isNewest(db))) return null
    const { waiting, givenUp, nextAt } = await outboxCounts(db, dayOf(now))
    const ways = waysOf(config, site, () => now)
    const own = await contacts(db, dayOf(now))
    const channels = new Set(own.map(({ channel }) => channel).filter((one) => one !== 'phone'))
    const unreachable = [...channels].filter((one) => !Object.hasOwn(ways, one)).sort()
    return { waiting, givenUp, nextAt, unreachable }
  } finally {
    await close()
  }
}

/** Nothing where there is nothing to say. */
export function outboxLines({ waiting, givenUp, nextAt, unreachable }: OutboxStanding) {
  return [
    ...(waiting > 0 ? [`${waiting} messages wait to leave, the next from ${nextAt} on`] : []),
    ...(givenUp > 0
      ? [
          `${givenUp} messages were given up; why: hoanhap doctor; again: hoanhap alerts send --again`,
        ]
      : []),
    ...unreachable.map(
      (channel) =>
        `no way out for ${channel}: contacts by it are told nothing; name one in hoanhap.config.json under delivery`,
    ),
  ]
}

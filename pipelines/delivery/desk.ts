import { setTimeout as sleep } from 'node:timers/promises'
import type { Effects } from '../effects.ts'
import { LeaseError } from '../ledger/lease.ts'
import { openLedger } from '../ledger/open.ts'
import type { Site } from '../site.ts'
import type { Setting } from '../station.ts'
import type { Desk } from './send.ts'
import { waysOf } from './ways.ts'

/** How long a sender waits for a run to let go of the ledger, and how often it asks. */
const PATIENCE_MS = 30 * 60_000
const ASK_MS = 200

/** The desk of a site: its ways out, and its ledger whenever nobody else writes it. */
export function deskOf(
  { site, config, plan, reporters }: Pick<Setting, 'site' | 'config' | 'plan' | 'reporters'>,
  { clock, log }: Pick<Effects, 'clock' | 'log'>,
  enter: Desk['enter'] = ledgerOf(site, clock),
): Desk {
  return Object.freeze({
    ...{ clock, log, enter },
    ways: waysOf(config, site, clock),
    hours: config.delivery,
    head: { plan, reporters },
    outbox: site.outbox,
  })
}

/**
 * Writes the ledger of a site in short turns, each with the lease of its own; waits while somebody else has it.
 *
 * @throws LeaseError when it was not to be had for half an hour; what has left is on disk as receipts.
 */
export function ledgerOf(
  { ledger: path }: Pick<Site, 'ledger'>,
  clock: () => Date,
  patience = PATIENCE_MS,
): Desk['enter'] {
  return async (work) => {
    const ledger = await patiently(() => openLedger(path, clock), patience)
    try {
      return await work(ledger.db)
    } finally {
      await ledger.close()
    }
  }
}

async function patiently<T>(open: () => Promise<T>, patience: number): Promise<T> {
  for (let waited = 0; ; waited += ASK_MS) {
    try {
      return await open()
    } catch (cause) {
      if (!(cause instanceof LeaseError) || waited >= patience) throw cause
      await sleep(ASK_MS)
    }
  }
}

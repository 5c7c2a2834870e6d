import { stat } from 'node:fs/promises'
import { fileExists } from '../files.ts'
import { type Ledger, openLedgerUntouched } from '../ledger/open.ts'
import type { Site } from '../site.ts'
import { requireWhole } from '../station.ts'
import { Fault } from './finding.ts'

/** The ledger, when every page and row of it is as it was written and the vault needs no other; nothing is laid beside it. */
export async function openWhole(site: Site): Promise<Ledger> {
  await requireWhole(site)
  if (!(await fileExists(site.ledger))) {
    throw new Fault(`${site.ledger} does not exist`, 'make the data folder: hoanhap init')
  }
  return openLedgerUntouched(site.ledger)
}

/** What tells that somebody has written the ledger since; an empty log is none. */
export async function stateOf({ ledger }: Site): Promise<string> {
  const main = await stat(ledger).catch(() => null)
  const log = await stat(`${ledger}-wal`).catch(() => null)
  return [main?.size, main?.mtimeMs, log?.size ?? 0].join(' ')
}

/** What was looked at while somebody wrote cannot be relied upon. */
export async function requireSame(site: Site, before: string): Promise<string> {
  if ((await stateOf(site)) === before) return 'nobody wrote it meanwhile'
  throw new Fault(
    `${site.ledger} was written meanwhile: what is said here may be of two moments`,
    'wait until the run has ended, then: hoanhap doctor',
  )
}

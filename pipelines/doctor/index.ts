import type { Site } from '../site.ts'
import { openKeys } from '../vault/keys.ts'
import { alerts } from './alerts.ts'
import { arrivals } from './arrivals.ts'
import { type Finding, type Look, notebook } from './finding.ts'
import { currentOpens, currentWhole, noLogs, olderWhole } from './generations.ts'
import { issuedWhole } from './issued.ts'
import { openWhole, requireSame, stateOf } from './ledger.ts'
import { leftOvers } from './left-overs.ts'
import { outbox } from './outbox.ts'
import { outcomes } from './outcomes.ts'
import { parsedPresent, parsedWhole } from './parsed.ts'
import { auditTrail } from './trail.ts'
import { noPurge, noRotation } from './under-way.ts'
import { vaultPresent, vaultWhole } from './vault.ts'

const RESTORE = 'restore the ledger from its copy; for a new site: hoanhap init'
const RESTORE_DATA = 'restore it from the copy of the data folder'
const COPY = 'restore it from the copy of the vault'

/**
 * Looks at a site and changes nothing on disk: everything is there and sound on its face; `full` reads every byte and compares.
 *
 *     keys · ledger ─▶ audit trail ─▶ vault ─▶ parsed files ─▶ generation ─▶ logs, left-overs
 *     full:            arrivals, alerts   contents   as the ledger says   every block, older ones
 */
export async function examine(site: Site, full: boolean): Promise<readonly Finding[]> {
  const { findings, look } = notebook()
  const keys = await look(
    'keys',
    'mend them as it says, or restore them from their copy',
    () => openKeys(site.keys),
    ({ person }) => person.id,
  )
  await look('purge', 'hoanhap purge', () => noPurge(site.purge))
  await look('rotation', 'hoanhap key rotate', () => noRotation(site.keys))
  const before = await stateOf(site)
  const ledger = await look(
    'ledger',
    RESTORE,
    () => openWhole(site),
    ({ path }) => path,
  )
  if (ledger !== null) {
    const { db } = ledger
    try {
      await look('audit trail', RESTORE, () => auditTrail(db))
      await look('arrivals', RESTORE, () => arrivals(db))
      await look('vault', COPY, async () =>
        full && keys !== null ? vaultWhole(db, site.vault, keys) : vaultPresent(db, site.vault),
      )
      await look('issued', RESTORE_DATA, () => issuedWhole(db, site.issued))
      await look('outbox', 'hoanhap alerts send --again', () => outbox(db, site.outbox))
      if (full) await readings(look, ledger.db, site)
      else {
        await look('parsed files', 'hoanhap rebuild', () => parsedPresent(db, site.parsed))
        await look('generation', 'hoanhap run', () => currentOpens(db, site.warehouse))
      }
    } finally {
      await ledger.close()
    }
    await look('meanwhile', RESTORE, () => requireSame(site, before))
  }
  await look('stray logs', 'hoanhap run', () => noLogs(site.warehouse))
  await look('left-overs', 'hoanhap run', () => leftOvers(site))
  return findings
}

async function readings(look: Look, db: Parameters<typeof alerts>[0], site: Site): Promise<void> {
  const read = await look(
    'parsed files',
    'hoanhap rebuild',
    () => parsedWhole(db, site.parsed),
    ({ length }) => `${length} files, each as it was written and as the ledger says`,
  )
  if (read !== null) await look('outcomes', RESTORE, () => outcomes(db, read))
  await look('alerts', RESTORE, () => alerts(db))
  await look('generation', 'hoanhap run', () => currentWhole(db, site.warehouse))
  await look('older ones', 'hoanhap run', () => olderWhole(db, site.warehouse))
}

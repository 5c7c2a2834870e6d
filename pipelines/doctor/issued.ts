import { requireFrozen } from '../issued/manifest.ts'
import { IssuedError } from '../issued/store.ts'
import type { LedgerDatabase } from '../ledger/schema.ts'
import { requireNone } from './finding.ts'

/** Every step of every document refers to bytes that are there, each with its SHA-256. */
export async function issuedWhole(db: LedgerDatabase, folder: string): Promise<string> {
  const steps = await db.selectFrom('issue').selectAll().orderBy('at').execute()
  const different = new Map(steps.map((step) => [`${step.dump_sha} ${step.bytes_sha}`, step]))
  const wrong: string[] = []
  for (const step of different.values()) {
    await requireFrozen(folder, step).catch((cause: unknown) => {
      if (!(cause instanceof IssuedError)) throw cause
      wrong.push(`document ${step.document} of ${step.window_id}: ${cause.path} ${cause.found}`)
    })
  }
  requireNone(wrong, 'restore it from the copy of the data folder')
  return `${different.size} frozen, each as it was`
}

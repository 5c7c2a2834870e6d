import { dirname } from 'node:path'
import { FileError, fileExists, makeFolder } from '../files.ts'
import { takeLease } from './lease.ts'
import { migrate } from './migrations.ts'
import type { LedgerDatabase } from './schema.ts'
import { connect } from './sqlite.ts'

export interface Ledger {
  readonly path: string
  readonly db: LedgerDatabase
  close(): Promise<void>
}

/** Opens (and makes or brings up to date) the ledger as its only writer; throws a LeaseError when it has one already. */
export async function openLedger(path: string, clock: () => Date): Promise<Ledger> {
  await makeFolder(dirname(path))
  const lease = await takeLease(path, clock())
  try {
    const db = await connectMigrated(path)
    return Object.freeze({ path, db, close: () => db.destroy().finally(() => lease.release()) })
  } catch (cause) {
    lease.release()
    throw cause
  }
}

/** Opens the ledger for reading beside its writer, as the builder and the pages do; it never waits for the lease. */
export async function openLedgerReadOnly(path: string): Promise<Ledger> {
  if (!(await fileExists(path))) {
    throw new FileError(
      'not-found',
      path,
      `${path} does not exist; make the data folder: hoanhap init`,
    )
  }
  const db = connect(path, 'read')
  return Object.freeze({ path, db, close: () => db.destroy() })
}

async function connectMigrated(path: string): Promise<LedgerDatabase> {
  const db = connect(path, 'write')
  try {
    await migrate(db)
    return db
  } catch (cause) {
    await db.destroy()
    throw cause
  }
}

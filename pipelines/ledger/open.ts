import { dirname } from 'node:path'
import { sql } from 'kysely'
import { FileError, fileExists, makeFolder } from '../files.ts'
import { keepChecksums } from './checksums.ts'
import { takeLease } from './lease.ts'
import { isNewest, migrate } from './migrations.ts'
import type { LedgerDatabase } from './schema.ts'
import { damageOf, requireShape, requireSound } from './sound.ts'
import { connect } from './sqlite.ts'

export interface Ledger {
  readonly path: string
  readonly db: LedgerDatabase
  close(): Promise<void>
}

/**
 * Opens (and makes or brings up to date) the ledger as its only writer; throws a LeaseError when it has one already, a LedgerDamageError
 * when anything in it is not as it was written.
 */
export async function openLedger(path: string, clock: () => Date): Promise<Ledger> {
  await makeFolder(dirname(path))
  const lease = await takeLease(path, clock())
  try {
    const db = await connectMigrated(path)
    let closed: Promise<void> | undefined
    function close(): Promise<void> {
      closed ??= settled(db).finally(() => lease.release())
      return closed
    }
    return Object.freeze({ path, db, close })
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

/**
 * Opens the ledger for looking at it, and lays no file beside it where none lies: SQLite's readers would leave theirs.
 *
 * Refuses one that is not as it was written.
 */
export async function openLedgerUntouched(path: string): Promise<Ledger> {
  const mode = (await fileExists(`${path}-wal`)) ? 'read' : 'still'
  const db = connected(path, mode)
  try {
    await requireSound(path, db)
    if (await isNewest(db)) await requireShape(path, db)
    return Object.freeze({ path, db, close: () => db.destroy() })
  } catch (cause) {
    await db.destroy()
    throw damageOf(path, cause)
  }
}

async function connectMigrated(path: string): Promise<LedgerDatabase> {
  const db = connected(path, 'write')
  try {
    await requireSound(path, db)
    await migrate(db)
    await keepChecksums(db)
    await requireShape(path, db)
    return db
  } catch (cause) {
    await db.destroy()
    throw damageOf(path, cause)
  }
}

function connected(path: string, mode: 'write' | 'read' | 'still'): LedgerDatabase {
  try {
    return connect(path, mode)
  } catch (cause) {
    throw damageOf(path, cause)
  }
}

/**
 * Closes a ledger as one whole file. In a log that is left, a flipped bit would silently take away everything after it; when a reader
 * stands in the way the log stays, and nothing is lost.
 */
async function settled(db: LedgerDatabase): Promise<void> {
  try {
    await sql`pragma busy_timeout = 0`.execute(db)
    await sql`pragma wal_checkpoint(TRUNCATE)`.execute(db).catch(() => {})
  } finally {
    await db.destroy()
  }
}

import { join } from 'node:path'
import { Migrator, sql } from 'kysely'
import { keepChecksums } from '#pipelines/ledger/checksums.ts'
import { migrations } from '#pipelines/ledger/migrations.ts'
import { connect } from '#pipelines/ledger/sqlite.ts'
import { folderOfTest } from './folder-of-test.ts'

/** A ledger as the version left it of which that was the newest step, after these statements; with checksums if it kept them. */
export async function ledgerUntil(
  step: keyof typeof migrations,
  statements: readonly string[],
): Promise<string> {
  const path = join(await folderOfTest(), 'ledger.sqlite')
  const db = connect(path, 'write')
  const provider = { getMigrations: async () => migrations }
  const { error } = await new Migrator({ db, provider }).migrateTo(step)
  if (error !== undefined) throw error
  if (step >= '0003') await keepChecksums(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
  await sql`pragma wal_checkpoint(TRUNCATE)`.execute(db)
  await db.destroy()
  return path
}

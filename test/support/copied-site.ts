import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { onTestFinished } from 'vitest'
import { fileExists } from '#pipelines/files.ts'
import { connect } from '#pipelines/ledger/sqlite.ts'
import { type Site, siteOf } from '#pipelines/site.ts'

/** A copy of a site without its pages, which a test may damage; it is removed when the test has ended. */
export async function copyOfSite(original: Site): Promise<Site> {
  const root = await mkdtemp(join(tmpdir(), 'hoanhap-copy-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  return copySite(original, root, [original.out])
}

/** Copies a site that nobody is writing into another folder, without some of its parts. */
export async function copySite(
  original: Site,
  root: string,
  without: readonly string[] = [],
): Promise<Site> {
  if (await fileExists(original.ledger)) await settled(original)
  const left = [...without, `${original.ledger}-wal`, `${original.ledger}-shm`]
  const filter = (path: string) => !left.includes(path)
  await cp(dirname(original.data), root, { recursive: true, preserveTimestamps: true, filter })
  return siteOf(join(root, 'data'), {})
}

/** Brings what the log holds into the ledger: a connection that is not collected yet keeps it, and takes it away at any moment. */
async function settled({ ledger }: Site): Promise<void> {
  const db = connect(ledger, 'write')
  await sql`pragma wal_checkpoint(TRUNCATE)`.execute(db).finally(() => db.destroy())
}

/** Changes a ledger as somebody with a database tool would: past the triggers named, which stand again afterwards. */
export async function tamper(
  { ledger }: Site,
  past: readonly string[],
  ...statements: readonly string[]
): Promise<void> {
  const db = connect(ledger, 'write')
  try {
    const { rows } = await sql<{ name: string; sql: string }>`
      select name, sql from sqlite_schema where type = 'trigger'`.execute(db)
    const again = rows.filter(({ name }) => past.includes(name))
    if (again.length !== past.length) throw new RangeError(`no such trigger in ${past.join(', ')}`)
    for (const { name } of again) await sql`drop trigger ${sql.table(name)}`.execute(db)
    for (const statement of statements) await sql.raw(statement).execute(db)
    for (const trigger of again) await sql.raw(trigger.sql).execute(db)
    await sql`pragma wal_checkpoint(TRUNCATE)`.execute(db)
  } finally {
    await db.destroy()
  }
}

import { sql } from 'kysely'
import type { LedgerDatabase } from './schema.ts'
import { textOf } from './sqlite.ts'

/** A table of which every row has a checksum: its columns in order, and those of its primary key. */
interface Summed {
  readonly table: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
}

const CHECKSUM = 'checksum'

/**
 * Lets the database keep a SHA3-256 of every row: triggers write it in the transaction that writes the row.
 *
 * SQLite has no checksum of its own: a flipped bit in a text or a number passes its integrity check (measured), and the figures would be
 * wrong without a word. `sha3` comes with libsql (0.5.29). A table whose columns have changed is summed anew.
 */
export async function keepChecksums(db: LedgerDatabase): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const present = await triggersOf(tx)
    for (const summed of await summedTables(tx)) {
      const wanted = triggers(summed)
      if (wanted.every(({ name, text }) => present.get(name) === text)) continue
      for (const { name, text } of wanted) {
        await sql`drop trigger if exists ${sql.table(name)}`.execute(tx)
        await sql.raw(text).execute(tx)
      }
      await sumAgain(tx, summed)
    }
  })
}

/** The first row that is not as it was written, or is missing, as `table [key]`; null when all are. */
export async function firstChanged(db: LedgerDatabase): Promise<string | null> {
  const tables = await summedTables(db)
  if (!(await exists(db, CHECKSUM))) return null
  for (const summed of tables) {
    const kept = `select key, sha3 from ${CHECKSUM} where "table" = '${summed.table}'`
    const { rows } = await sql
      .raw<{ key: string }>(
        `select hex(key) as key from (select * from (${sums(summed)}) except ${kept})
         union all
         select hex(key) from (select * from (${kept}) except ${sums(summed)})
         limit 1`,
      )
      .execute(db)
    const [changed] = rows
    if (changed !== undefined) return `${summed.table} ${textOf(changed.key)}`
  }
  return null
}

async function sumAgain(db: LedgerDatabase, summed: Summed): Promise<void> {
  await sql.raw(`delete from ${CHECKSUM} where "table" = '${summed.table}'`).execute(db)
  await sql
    .raw(`insert into ${CHECKSUM} select '${summed.table}', key, sha3 from (${sums(summed)})`)
    .execute(db)
}

function sums({ table, columns, key }: Summed): string {
  return `select ${listOf(key)} as key, ${sumOf(columns)} as sha3 from "${table}"`
}

/** Removed and written, never replaced: an upsert of the row would make its own rule that of the trigger. */
function triggers({ table, columns, key }: Summed) {
  const remove = (row: 'new' | 'old') =>
    `delete from ${CHECKSUM} where "table" = '${table}' and key = ${listOf(key, row)};`
  const write = `${remove('new')} insert into ${CHECKSUM} values ('${table}', ${listOf(key, 'new')}, ${sumOf(columns, 'new')});`
  const bodies = { insert: write, update: write, delete: remove('old') }
  return Object.entries(bodies).map(([verb, body]) => {
    const name = `${table}_${CHECKSUM}_${verb}`
    return {
      name,
      text: `CREATE TRIGGER "${name}" after ${verb} on "${table}" begin ${body} end`,
    }
  })
}

/** The values as one JSON array, so that no two rows read alike. */
function listOf(columns: readonly string[], row?: 'new' | 'old'): string {
  const prefix = row === undefined ? '' : `${row}.`
  return `json_array(${columns.map((column) => `${prefix}"${column}"`).join(', ')})`
}

function sumOf(columns: readonly string[], row?: 'new'): string {
  return `lower(hex(sha3(${listOf(columns, row)})))`
}

async function summedTables(db: LedgerDatabase): Promise<readonly Summed[]> {
  const { rows } = await sql<{ name: string; column: string; pk: number }>`
    select hex(t.name) as name, hex(c.name) as "column", c.pk
    from sqlite_schema t join pragma_table_info(t.name) c
    where t.type = 'table' and t.name <> ${CHECKSUM} and t.name not like 'sqlite%'
    order by t.name, c.cid`.execute(db)
  return [...new Set(rows.map(({ name }) => name))].map((table) => {
    const columns = rows.filter(({ name }) => name === table)
    return {
      table: textOf(table),
      columns: columns.map(({ column }) => textOf(column)),
      key: columns.filter(({ pk }) => pk > 0).map(({ column }) => textOf(column)),
    }
  })
}

async function triggersOf(db: LedgerDatabase): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ name: string; sql: string }>`
    select hex(name) as name, hex(sql) as sql from sqlite_schema where type = 'trigger'`.execute(db)
  return new Map(rows.map((row) => [textOf(row.name), textOf(row.sql)]))
}

async function exists(db: LedgerDatabase, name: string): Promise<boolean> {
  const { rows } = await sql`select 1 from sqlite_schema where name = ${name}`.execute(db)
  return rows.length > 0
}

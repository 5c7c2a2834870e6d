import { sql } from 'kysely'
import { firstChanged, keepChecksums } from './checksums.ts'
import { migrate } from './migrations.ts'
import type { LedgerDatabase } from './schema.ts'
import { connect, textOf } from './sqlite.ts'

/** A ledger that is not as it was written; nothing is read from it or added to it. */
export class LedgerDamageError extends Error {
  override readonly name = 'LedgerDamageError'
  readonly path: string

  constructor(path: string, found: string, options?: ErrorOptions) {
    super(
      `${path} is damaged (${found}); restore it from its copy, with no ${path}-wal or -shm beside it, then: hoanhap doctor --full`,
      options,
    )
    this.path = path
  }
}

/** Refuses a ledger of which a page or a row is not as it was written; some milliseconds for a province. */
export async function requireSound(path: string, db: LedgerDatabase): Promise<void> {
  const found = await faultOf(db).catch((cause: unknown) => {
    throw damageOf(path, cause)
  })
  if (found !== null) throw new LedgerDamageError(path, found)
}

/** Refuses a ledger whose tables, indexes and triggers are others than this program makes. */
export async function requireShape(path: string, db: LedgerDatabase): Promise<void> {
  const [found, expected] = await Promise.all([shapeOf(db), expectedShape()])
  const other = [...found, ...expected].find((line) => !found.has(line) || !expected.has(line))
  if (other !== undefined) {
    throw new LedgerDamageError(path, `its shape is another at ${headOf(other)}`)
  }
}

/** What SQLite says of a file that it cannot read, in a sentence that names the file. */
export function damageOf(path: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !('code' in cause)) return cause
  const isDamage = /^SQLITE_(CORRUPT|NOTADB|ERROR|FORMAT|READONLY)/.test(String(cause.code))
  const found = cause.message.replace(`${path}: `, '')
  return isDamage ? new LedgerDamageError(path, found, { cause }) : cause
}

async function faultOf(db: LedgerDatabase): Promise<string | null> {
  const { rows: pages } = await sql<{ said: string }>`
    select hex(integrity_check) as said from pragma_integrity_check(1)`.execute(db)
  const said = textOf(pages[0]?.said ?? '')
  if (said !== 'ok') return said.split('\n').at(-1) ?? said
  const broken = [...(await shapeOf(db))].find((line) => line.includes('\uFFFD'))
  if (broken !== undefined) return `its shape is no text at ${headOf(broken)}`
  const { rows: astray } = await sql<{ table: string }>`
    select hex("table") as "table" from pragma_foreign_key_check limit 1`.execute(db)
  const [lost] = astray
  if (lost !== undefined) return `a row of ${textOf(lost.table)} refers to one that is not there`
  const changed = await firstChanged(db)
  return changed === null ? null : `not as it was written: ${changed}`
}

let shape: Promise<ReadonlySet<string>> | undefined

/** The shape of a new ledger, made in memory once. */
function expectedShape(): Promise<ReadonlySet<string>> {
  shape ??= (async () => {
    const db = connect(':memory:', 'write')
    try {
      await migrate(db)
      await keepChecksums(db)
      return await shapeOf(db)
    } finally {
      await db.destroy()
    }
  })()
  return shape
}

async function shapeOf(db: LedgerDatabase): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ type: string; name: string; sql: string | null }>`
    select hex(type) as type, hex(name) as name, hex(sql) as sql from sqlite_schema`.execute(db)
  return new Set(
    rows.map(({ type, name, sql }) => `${textOf(type)} ${textOf(name)}\n${textOf(sql ?? '')}`),
  )
}

function headOf(line: string): string {
  return line.split('\n', 1)[0] ?? line
}

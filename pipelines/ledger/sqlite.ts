import { pathToFileURL } from 'node:url'
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'
import Database from 'libsql'
import type { LedgerDatabase } from './schema.ts'

/** `still`: nobody writes it now, so that not even the files of a reader are laid beside it. */
type Mode = 'write' | 'read' | 'still'

const QUERY = { read: '?mode=ro', still: '?mode=ro&immutable=1' } as const

/**
 * Kysely on one SQLite file through libsql.
 *
 * WAL and synchronous=FULL: a commit is on disk when it returns. For reading the URI says `mode=ro`, because libsql (0.5.29) knows no
 * `readonly` option and opens for writing without a word.
 */
export function connect(path: string, mode: Mode): LedgerDatabase {
  const name = mode === 'write' ? path : `${pathToFileURL(path).href}${QUERY[mode]}`
  const database = new Database(name, { timeout: 10_000 })
  if (mode === 'write') {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
  } else {
    database.pragma('query_only = ON')
  }
  return new Kysely({ dialect: new SqliteDialect({ database: guarded(database) }) })
}

/** Holds the file's exclusive lock until closed; the kernel lets go of it when the process dies, however it dies. */
export function lockExclusively(path: string): { close(): void } {
  const database = new Database(path, { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
    return database
  } catch (cause) {
    database.close()
    throw cause
  }
}

/** True for the error of a lock that somebody else holds. */
export function isBusy(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_BUSY'
}

/** Text that SQLite gave as `hex(…)`: libsql aborts the process when a text is no UTF-8, and in a damaged file it may not be. */
export function textOf(hex: string): string {
  return Buffer.from(hex, 'hex').toString('utf8')
}

function guarded(database: InstanceType<typeof Database>): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (text) => guardedStatement(database.prepare(text)),
  }
}

function guardedStatement(statement: SqliteStatement): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(bindable(parameters)),
    run: (parameters) => statement.run(bindable(parameters)),
    iterate: (parameters) => statement.iterate(bindable(parameters)),
  }
}

/** libsql panics on a boolean (the whole process aborts) and stores undefined and NaN as NULL; both are mistakes of the caller. */
function bindable(parameters: readonly unknown[]): readonly unknown[] {
  for (const [at, value] of parameters.entries()) {
    const fits =
      value === null ||
      typeof value === 'string' ||
      typeof value === 'bigint' ||
      (typeof value === 'number' && Number.isFinite(value)) ||
      value instanceof Uint8Array
    if (!fits) {
      throw new TypeError(
        `parameter ${at + 1} is a ${typeof value}; SQLite binds text, numbers, bytes and null`,
      )
    }
  }
  return parameters
}

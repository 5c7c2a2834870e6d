import { pathToFileURL } from 'node:url'
import {
  type DialectAdapter,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
} from 'kysely'
import Database from 'libsql'
import { withPath } from '../files.ts'
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
  const named = <T>(call: () => T) => naming(path, call)
  const database = named(() => new Database(name, { timeout: 10_000 }))
  named(() => {
    if (mode === 'write') {
      database.pragma('journal_mode = WAL')
      database.pragma('synchronous = FULL')
      database.pragma('foreign_keys = ON')
    } else {
      database.pragma('query_only = ON')
    }
  })
  return new Kysely({ dialect: new LedgerDialect({ database: guarded(database, named) }) })
}

/** SQLite makes tables within transactions; Kysely's dialect does not say so and would leave a migration half done by a kill. */
class LedgerDialect extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl() {
        return true
      }
    })()
  }
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

type Named = <T>(call: () => T) => T

/** What SQLite says of a file names no file (`database disk image is malformed`); this does, and keeps its code. */
function naming<T>(path: string, call: () => T): T {
  try {
    return call()
  } catch (cause) {
    if (isBusy(cause)) throw cause
    throw withPath(cause, path)
  }
}

function guarded(database: InstanceType<typeof Database>, named: Named): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(text) {
      const statement = guardedStatement(
        named(() => database.prepare(text)),
        named,
      )
      return text === 'rollback' ? lenient(statement, database) : statement
    },
  }
}

/** A disk that refuses makes SQLite roll back by itself; a second rollback would hide why. */
function lenient(
  statement: SqliteStatement,
  database: InstanceType<typeof Database>,
): SqliteStatement {
  const isOver = () => !database.inTransaction
  return {
    ...statement,
    run: (parameters) =>
      isOver() ? { changes: 0, lastInsertRowid: 0 } : statement.run(parameters),
    all: (parameters) => (isOver() ? [] : statement.all(parameters)),
  }
}

function guardedStatement(statement: SqliteStatement, named: Named): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => named(() => statement.all(bindable(parameters))),
    run: (parameters) => named(() => statement.run(bindable(parameters))),
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

import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBInstance,
  DuckDBTypeId,
  type DuckDBValue,
  dateValue,
} from '@duckdb/node-api'
import { fileExists } from '../files.ts'

/** One open DuckDB file and its one connection. */
export interface Engine {
  readonly path: string
  /** Runs one statement; DATE becomes `YYYY-MM-DD`, whole numbers become safe JavaScript integers. */
  rows(sql: string, parameters?: readonly unknown[]): Promise<Record<string, unknown>[]>
  /** Appends rows in the order of the table's columns. */
  append(table: string, rows: Iterable<readonly Cell[]>): Promise<number>
  close(): void
}

export type Cell = string | number | boolean | null

/** A statement that DuckDB refused, with its text; when it was the disk that refused, with the system's code and no text. */
export class QueryError extends Error {
  override readonly name = 'QueryError'
  readonly path: string
  readonly sql: string
  readonly code: string | undefined

  constructor(path: string, sql: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const code = systemCode(why)
    super(code === undefined ? `${path}: ${why}\nin: ${sql.trim()}` : `${path}: ${why}`, { cause })
    this.path = path
    this.sql = sql
    this.code = code
  }
}

/** DuckDB gives the system's words, not its code. */
function systemCode(words: string): string | undefined {
  return [
    ['No space left on device', 'ENOSPC'],
    ['Disk quota exceeded', 'EDQUOT'],
    ['File too large', 'EFBIG'],
    ['Input/output error', 'EIO'],
  ].find(([said]) => words.includes(said as string))?.[1]
}

/** Someone in this process already has the file open for writing. */
export class AlreadyOpenError extends Error {
  override readonly name = 'AlreadyOpenError'
  readonly path: string

  constructor(path: string) {
    super(`${path} is already open for writing in this process; close that engine first`)
    this.path = path
  }
}

/** A finished generation has a log beside it: opening it would merge the log's rows without a word. */
export class StrayLogError extends Error {
  override readonly name = 'StrayLogError'
  readonly path: string

  constructor(path: string) {
    super(
      `${path}.wal lies beside a finished generation, which has no log of its own; move it away, then: hoanhap rebuild`,
    )
    this.path = path
  }
}

/** A file that DuckDB does not open: damaged, cut off, or closed to who runs this. */
export class OpenError extends Error {
  override readonly name = 'OpenError'
  readonly path: string

  constructor(path: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super(`${path} cannot be opened (${why}); see what mends it: hoanhap doctor`, { cause })
    this.path = path
  }
}

/** For one build: a nation of five years is measured in less than 4 GiB in all with it; the rest lies beside the draft, swept with it. */
const MEMORY = '2500MB'

const writing = new Set<string>()

/**
 * Opens a file for building. A second writer of one file in one process is refused.
 *
 * DuckDB itself allows it: its lock is per process, both engines accept rows, and one engine's rows are gone after reopening
 * without any error (measured on 1.5.6). Nothing else in this project may open DuckDB for writing.
 *
 * Rows enter by {@link Engine.append} alone: no statement reaches a file but this one, what spills beside it, and the one that it `writes`.
 */
export async function openForWriting(
  path: string,
  { writes }: { readonly writes?: string } = {},
): Promise<Engine> {
  const key = path === ':memory:' ? null : await realFile(path)
  if (key !== null && writing.has(key)) throw new AlreadyOpenError(path)
  if (key !== null) writing.add(key)
  try {
    const instance = await instanceOf(path, {
      autoinstall_known_extensions: 'false',
      memory_limit: MEMORY,
    })
    const engine = await engineOf(path, instance, () => {
      if (key !== null) writing.delete(key)
    })
    if (writes !== undefined) await engine.rows(`set allowed_paths = [${quoted(writes)}]`)
    await engine.rows('set enable_external_access = false')
    return engine
  } catch (cause) {
    if (key !== null) writing.delete(key)
    throw cause
  }
}

/** A path as SQL has texts. */
export function quoted(path: string): string {
  return `'${path.replaceAll("'", "''")}'`
}

/** One name for one file, however it is linked; the file, or its folder, may not be there yet. */
async function realFile(path: string): Promise<string> {
  const folder = await realpath(dirname(path)).catch(() => resolve(dirname(path)))
  return realpath(path).catch(() => join(folder, basename(path)))
}

/** Opens a finished generation read-only, with no way out of it: no files, no extensions, no settings. */
export async function openReadOnly(path: string): Promise<Engine> {
  if (await fileExists(`${path}.wal`)) throw new StrayLogError(path)
  const instance = await instanceOf(path, {
    access_mode: 'READ_ONLY',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  })
  const engine = await engineOf(path, instance, () => {})
  await engine.rows('set enable_external_access = false')
  await engine.rows('set lock_configuration = true')
  return engine
}

function instanceOf(path: string, options: Record<string, string>): Promise<DuckDBInstance> {
  return DuckDBInstance.create(path, options).catch((cause: unknown) => {
    throw new OpenError(path, cause)
  })
}

async function engineOf(
  path: string,
  instance: DuckDBInstance,
  closed: () => void,
): Promise<Engine> {
  const connection = await instance.connect()
  await connection.run("set TimeZone = 'UTC'")
  return {
    path,
    rows: (sql, parameters = []) => rowsOf({ path, connection }, sql, parameters),
    append: (table, rows) =>
      append(connection, table, rows).catch((cause: unknown) => {
        throw cause instanceof RangeError
          ? cause
          : new QueryError(path, `append to "${table}"`, cause)
      }),
    close() {
      connection.closeSync()
      instance.closeSync()
      closed()
    },
  }
}

async function rowsOf(
  { path, connection }: { readonly path: string; readonly connection: DuckDBConnection },
  sql: string,
  parameters: readonly unknown[],
) {
  try {
    const reader = await connection.runAndReadAll(sql, parameters as DuckDBValue[])
    const names = reader.deduplicatedColumnNames()
    return reader
      .getRows()
      .map((row) => Object.fromEntries(row.map((value, n) => [names[n], plain(value)])))
  } catch (cause) {
    throw new QueryError(path, sql, cause)
  }
}

function plain(value: DuckDBValue): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value)
    if (!Number.isSafeInteger(number))
      throw new RangeError(`${value} is beyond whole numbers of JavaScript`)
    return number
  }
  if (value instanceof DuckDBDateValue) return value.toString()
  return value
}

async function append(
  connection: DuckDBConnection,
  table: string,
  rows: Iterable<readonly Cell[]>,
) {
  const appender = await connection.createAppender(table)
  const put = Array.from({ length: appender.columnCount }, (_, n) =>
    putting(appender, appender.columnType(n).typeId),
  )
  let count = 0
  for (const row of rows) {
    if (row.length !== put.length) {
      throw new RangeError(`${table} has ${put.length} columns, the row has ${row.length}`)
    }
    for (let n = 0; n < put.length; n += 1) {
      const value = row[n] as Cell
      if (value === null) appender.appendNull()
      else (put[n] as Put)(value)
    }
    appender.endRow()
    count += 1
  }
  appender.closeSync()
  return count
}

type Put = (value: Exclude<Cell, null>) => void

/** How a cell enters a column of a type. */
function putting(appender: DuckDBAppender, type: DuckDBTypeId): Put {
  switch (type) {
    case DuckDBTypeId.BIGINT:
      return (value) => appender.appendBigInt(BigInt(value))
    case DuckDBTypeId.DATE:
      return (value) => appender.appendDate(dateValue(Date.parse(`${value}T00:00:00Z`) / DAY_MS))
    case DuckDBTypeId.BOOLEAN:
      return (value) => appender.appendBoolean(Boolean(value))
    default:
      return (value) => appender.appendVarchar(String(value))
  }
}

const DAY_MS = 86_400_000

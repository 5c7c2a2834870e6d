import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { tableFromIPC } from 'apache-arrow'
import { unzipSync } from 'fflate'
import Database from 'libsql'
import { openForWriting, openReadOnly } from '#pipelines/warehouse/engine.ts'

/** A planted value that stands where it must not. */
export interface Leak {
  readonly file: string
  readonly value: string
}

/**
 * Opens every file below a folder, decodes it as what it is (DuckDB, SQLite, gzip, Parquet, Arrow, xlsx, text), and searches text and raw
 * bytes for each of the values, in NFC and NFD, whole and without spaces.
 */
export async function searchLeaks(
  root: string,
  values: readonly string[],
  except: readonly string[],
): Promise<{ readonly leaks: readonly Leak[]; readonly files: readonly string[] }> {
  const files = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !except.some((folder) => relative(root, path).startsWith(folder)))
    .sort()
  const leaks: Leak[] = []
  for (const path of files) {
    const text = await decoded(path)
    for (const value of values) {
      if (formsOf(value).some((form) => text.includes(form)))
        leaks.push({ file: relative(root, path), value })
    }
  }
  return { leaks, files: files.map((path) => relative(root, path)) }
}

function formsOf(value: string): readonly string[] {
  return [...new Set([value, value.normalize('NFD'), JSON.stringify(value).slice(1, -1)])]
}

/** SQLite takes its log away when the last connection closes, perhaps just now: what is gone tells nothing. */
function orGone(cause: NodeJS.ErrnoException): null {
  if (cause.code === 'ENOENT') return null
  throw cause
}

async function decoded(path: string): Promise<string> {
  const bytes = await readFile(path).catch(orGone)
  if (bytes === null) return ''
  const raw = `${bytes.toString('utf8')}\n${bytes.toString('utf16le')}`
  return `${raw}\n${await content(path, bytes)}`
}

async function content(path: string, bytes: Buffer): Promise<string> {
  if (path.endsWith('.duckdb')) return duckdbText(path)
  if (path.endsWith('.sqlite')) return sqliteText(path)
  if (path.endsWith('.gz')) return gunzipSync(bytes).toString('utf8')
  if (path.endsWith('.parquet')) return parquetText(path)
  if (path.endsWith('.arrow'))
    return textOf(
      tableFromIPC(bytes)
        .toArray()
        .map((row) => row?.toJSON()),
    )
  if (path.endsWith('.xlsx')) return xlsxText(bytes)
  return ''
}

async function duckdbText(path: string): Promise<string> {
  const engine = await openReadOnly(path)
  try {
    const tables = await engine.rows(
      'select table_name as name from duckdb_tables() where not internal',
    )
    const parts: string[] = []
    for (const { name } of tables) parts.push(textOf(await engine.rows(`select * from "${name}"`)))
    return parts.join('\n')
  } finally {
    engine.close()
  }
}

function sqliteText(path: string): string {
  const db = new Database(path, { readonly: true })
  try {
    const tables = db.prepare("select name from sqlite_master where type = 'table'").all() as {
      name: string
    }[]
    return tables.map(({ name }) => textOf(db.prepare(`select * from "${name}"`).all())).join('\n')
  } finally {
    db.close()
  }
}

async function parquetText(path: string): Promise<string> {
  const engine = await openForWriting(':memory:', { writes: path })
  try {
    return textOf(await engine.rows(`select * from read_parquet('${path}')`))
  } finally {
    engine.close()
  }
}

function xlsxText(bytes: Buffer): string {
  return Object.values(unzipSync(new Uint8Array(bytes)))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n')
}

function textOf(rows: readonly unknown[]): string {
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

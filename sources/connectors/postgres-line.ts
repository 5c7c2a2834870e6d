import { Socket } from 'node:net'
import type { Client } from 'pg'
import type { Secret } from './connector.ts'
import { inTime } from './passing.ts'

export interface PostgresAccess {
  readonly host: string
  /** 5432 when left out. */
  readonly port?: number | undefined
  readonly database: string
  readonly user: string
  readonly password: Secret
  /** False only on this machine: everywhere else the server must show a certificate that Node trusts. */
  readonly tls: boolean
  /** How long the server may take for one statement. */
  readonly timeoutMs?: number | undefined
}

type Value = string | number | boolean | null

/** A read-only transaction on another system's database. */
export interface PostgresLine {
  /** Rows of one statement through a cursor, so many at a time; values are bound, never written into the text. */
  rows(text: string, values: readonly string[]): AsyncIterable<readonly Value[]>
  close(): Promise<void>
}

const AT_ONCE = 500
const LOCK_MS = 3_000

/**
 * Connects and begins; the library is loaded only now. All rows of the line are of one moment, nothing can be written, no statement or lock
 * is waited for without end, and no name is found by a search path.
 */
export async function openPostgres(access: PostgresAccess): Promise<PostgresLine> {
  const { host, port = 5432, database, user, tls, timeoutMs = 12_000 } = access
  const password = await access.password()
  const { default: pg } = await import('pg')
  const socket = new Socket()
  const client = new pg.Client({
    host,
    port,
    database,
    user,
    password,
    ssl: tls,
    stream: () => socket,
    types: { getTypeParser: (oid: number) => parserOf(oid) },
    application_name: 'hoanhap',
  })
  client.on('error', () => {})
  const answered = <T>(what: string, word: Promise<T>) =>
    inTime(
      () => word,
      timeoutMs,
      what,
      () => socket.destroy(),
    )
  try {
    await answered('connecting', client.connect())
    await answered('a statement', begin(client, timeoutMs))
  } catch (cause) {
    socket.destroy()
    throw cause
  }
  let cursors = 0
  return {
    async *rows(text, values) {
      const cursor = `line_${++cursors}`
      const declared = client.query(`declare ${cursor} no scroll cursor for ${text}`, [...values])
      await answered('a query', declared)
      try {
        for (;;) {
          const next = client.query({ text: `fetch ${AT_ONCE} from ${cursor}`, rowMode: 'array' })
          const { rows } = await answered('a piece of the rows', next)
          yield* rows as Value[][]
          if (rows.length < AT_ONCE) break
        }
      } finally {
        await answered('closing a query', client.query(`close ${cursor}`)).catch(() => {})
      }
    },
    async close() {
      await answered('a goodbye', client.end()).catch(() => {})
      socket.destroy()
    },
  }
}

async function begin(client: Client, timeoutMs: number): Promise<void> {
  await client.query('begin transaction isolation level repeatable read, read only')
  const settings = {
    statement_timeout: String(timeoutMs),
    lock_timeout: String(LOCK_MS),
    idle_in_transaction_session_timeout: String(10 * timeoutMs),
    search_path: '',
    datestyle: 'ISO',
    timezone: 'Asia/Ho_Chi_Minh',
  }
  for (const [name, value] of Object.entries(settings))
    await client.query('select set_config($1, $2, true)', [name, value])
}

const BOOLEAN = 16
const NUMBERS = [20, 21, 23, 700, 701, 1700]
const INSTANT = 1184

/** Numbers that stay exact as numbers, truths as truths, instants without their offset (they come in our time); all else as text. */
function parserOf(oid: number): (text: string) => Value {
  if (oid === BOOLEAN) return (text) => text === 't'
  if (oid === INSTANT) return (text) => text.slice(0, 19)
  if (!NUMBERS.includes(oid)) return (text) => text
  return (text) => {
    const number = Number(text)
    return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : text
  }
}

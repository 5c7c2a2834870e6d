import { posix } from 'node:path'
import { type Answer, type Connector, type Delivery, DeliveryError } from './connector.ts'
import { keptLine } from './kept-line.ts'
import { isLeftAlone, misnamed } from './left-alone.ts'
import { isPassing, reasonOf } from './passing.ts'
import { bytesOf, layInto, removeFrom, rootOf } from './sftp-files.ts'
import { HostKeyError, openSftp, type SftpAccess, type SftpLine } from './sftp-line.ts'

export interface SftpOptions extends SftpAccess {
  readonly id: string
  /** The folder of deliveries on the server; relative ones as seen where the user lands. */
  readonly folder: string
  /** Where answers go, never listed where it lies in the folder; none are given without it. */
  readonly answers?: string | undefined
  /** A file changed within so many milliseconds may still be growing and waits for the next look; the server's clock may differ a little. */
  readonly quietMs?: number | undefined
  readonly now?: (() => number) | undefined
}

/** Folders within folders; a loop of a strange server ends there. */
const DEEPEST = 16

/**
 * A folder on an SFTP server with everything below it, over one connection a look.
 *
 * Left alone is what {@link folder} leaves alone; a file whose size or time is another one than when it was listed waits for the next look.
 *
 * What was cut or hangs may be tried again; a foreign host key, a user who is not let in, a file that is not there may not.
 */
export function sftp(options: SftpOptions): Connector {
  const { id, folder, answers, quietMs = 10_000, now = Date.now } = options
  const kept = keptLine(() => openSftp(options))

  /** Does one thing over the connection; the next call opens another where this one has gone down. */
  async function over<T>(name: string, call: (line: SftpLine) => Promise<T>): Promise<T> {
    const open = await kept.opened().catch((cause: unknown) => {
      const retry = isPassing(cause) || isCut(cause)
      throw new DeliveryError(id, name, `cannot be reached (${reasonOf(cause)})`, { cause, retry })
    })
    try {
      return await call(open)
    } catch (cause) {
      const retry = open.isDown()
      if (retry) await kept.drop(open)
      const why = `cannot be had (${reasonOf(cause)}); it is tried again at the next look`
      throw new DeliveryError(id, name, why, { cause, retry })
    }
  }

  const isQuiet = (entry: { readonly modifyTime: number }) =>
    Math.abs(now() - entry.modifyTime) >= quietMs

  async function* below(path: string, depth: number): AsyncIterable<Delivery> {
    const failures: unknown[] = []
    const { root, entries } = await over(folder, async (open) => {
      const root = await rootOf(open, folder)
      const entries = await open.answered('a listing', () =>
        open.client.list(posix.join(root, path)),
      )
      return { root, entries }
    })
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isLeftAlone(entry.name) || /[/\\\0]/.test(entry.name)) continue
      const name = posix.join(path, entry.name)
      if (entry.name.includes('\uFFFD')) failures.push(misnamed(entry.name))
      else if (entry.type === '-' && isQuiet(entry)) yield { name, stamp: stampOf(entry) }
      else if (entry.type === 'd' && depth < DEEPEST && !isAnswers(root, name)) {
        try {
          yield* below(name, depth + 1)
        } catch (cause) {
          if (cause instanceof DeliveryError && cause.retry) throw cause
          failures.push(cause)
        }
      }
    }
    if (failures.length > 0) throw new AggregateError(failures)
  }

  const isAnswers = (root: string, name: string) =>
    answers !== undefined && posix.resolve(root, '..', answers) === posix.join(root, name)

  async function* list(): AsyncIterable<Delivery> {
    try {
      yield* below('', 0)
    } catch (cause) {
      if (cause instanceof DeliveryError) throw cause
      const why = `cannot be listed to its end (${reasonOf(cause)})`
      throw new DeliveryError(id, folder, why, { cause })
    }
  }

  async function read({ name, stamp }: Delivery): Promise<Uint8Array> {
    return over(name, async (open) => {
      const { client } = open
      const root = await rootOf(open, folder)
      const path = posix.join(root, name)
      const parent = await open.answered('a path', () => client.realPath(posix.dirname(path)))
      if (!path.startsWith(`${root}/`) || parent !== posix.dirname(path))
        throw new Error('it does not lie in the folder')
      const before = await open.answered('a status', () => client.lstat(path))
      if (!before.isFile) throw new Error('it is not a regular file')
      const bytes = await bytesOf(open, path)
      const after = await open.answered('a status', () => client.lstat(path))
      const stamps = new Set([stampOf(before), stampOf(after), stamp ?? stampOf(before)])
      if (stamps.size > 1) throw new Error('it is still growing')
      return bytes
    })
  }

  const connector: Connector = { id, list, read, close: kept.close }
  if (answers === undefined) return Object.freeze(connector)
  return Object.freeze({
    ...connector,
    answer: (delivery: Delivery, given: readonly Answer[]) =>
      over(delivery.name, async (open) => {
        const target = posix.resolve(await rootOf(open, folder), '..', answers)
        await layInto(open, target, { delivery, answers: given })
      }),
    takeBack: (delivery: Delivery, given: readonly string[]) =>
      over(delivery.name, async (open) => {
        const target = posix.resolve(await rootOf(open, folder), '..', answers)
        await removeFrom(open, target, { delivery, answers: given })
      }),
  })
}

/** Size and second of the last change: all that the protocol tells. */
function stampOf(entry: { readonly size: number; readonly modifyTime: number }): string {
  return `${entry.size}.${entry.modifyTime}`
}

/** Signing in failed because the connection ended, not because the server said no. */
function isCut(cause: unknown): boolean {
  return (
    !(cause instanceof HostKeyError) &&
    /Unexpected (end|close)|Timed out|lost/i.test(reasonOf(cause))
  )
}

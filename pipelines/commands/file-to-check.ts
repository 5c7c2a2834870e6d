import { constants, type Stats } from 'node:fs'
import { lstat, open, stat } from 'node:fs/promises'
import { readAtMost } from '#sources/connectors/read-at-most.ts'
import { LIMITS } from '#sources/readers/limits.ts'
import { UsageError } from './usage.ts'

/** Why there are no bytes: `closed` to who asks, a link that leads nowhere, a name that is no UTF-8, or what lies there instead of a file. */
export type Unreadable = 'folder' | 'pipe' | 'socket' | 'device' | 'link' | 'closed' | 'name'

/** Nothing is waited for: a pipe without a writer opens at once, and is seen to be one. */
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY

/**
 * The bytes at a path, links followed, or why there are none; throws a {@link UsageError} where nothing lies there.
 *
 * One byte over the limit is enough to refuse a file; the rest of it is never read.
 */
export async function bytesToCheck(path: string): Promise<Uint8Array | Unreadable> {
  const found = await statusOf(path)
  if (typeof found === 'string') return found
  const other = otherThanFile(found)
  if (other !== null) return other
  const file = await open(path, FLAGS).catch(() => null)
  if (file === null) return 'closed'
  try {
    return otherThanFile(await file.stat()) ?? (await readAtMost(file, LIMITS.fileBytes + 1))
  } catch {
    return 'closed'
  } finally {
    await file.close()
  }
}

async function statusOf(path: string): Promise<Stats | Unreadable> {
  const own = await lstat(path).catch(codeOf)
  if (typeof own === 'string') {
    if (own === 'EACCES' || own === 'EPERM') return 'closed'
    // Node decodes arguments as UTF-8 and cannot find again a name that was none.
    if (path.includes('\uFFFD')) return 'name'
    throw new UsageError(`${JSON.stringify(path)} does not exist`)
  }
  const status = own.isSymbolicLink() ? await stat(path).catch(codeOf) : own
  if (typeof status !== 'string') return status
  return status === 'EACCES' || status === 'EPERM' ? 'closed' : 'link'
}

function codeOf(cause: NodeJS.ErrnoException): string {
  return cause.code ?? ''
}

function otherThanFile(status: Stats): Unreadable | null {
  if (status.isFile()) return null
  if (status.isDirectory()) return 'folder'
  if (status.isFIFO()) return 'pipe'
  return status.isSocket() ? 'socket' : 'device'
}

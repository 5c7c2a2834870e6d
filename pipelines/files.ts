import type { Stats } from 'node:fs'
import * as fs from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

export type FileFault =
  | 'not-found'
  | 'not-a-file'
  | 'not-a-folder'
  | 'open-to-others'
  | 'not-ours'
  | 'disk-low'

/** A file or folder that cannot be used as it lies there; the message ends with what to do. */
export class FileError extends Error {
  override readonly name = 'FileError'
  readonly fault: FileFault
  readonly path: string

  constructor(fault: FileFault, path: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.fault = fault
    this.path = path
  }
}

/** The calls that durable writing makes, so that a test can let the n-th of them fail. */
export type Disk = Pick<typeof fs, 'mkdir' | 'open' | 'rename' | 'rm' | 'rmdir'>

interface WriteOptions {
  readonly mode?: number
  readonly disk?: Disk
}

const TEMPORARY = '.tmp-'
/** Files that are synced at a time. */
const AT_ONCE = 32
let written = 0

/**
 * Writes a whole file so that after a power cut either the old or the new one is there, never a part: temporary file beside it, fsync,
 * rename, fsync of the folder. When it resolves, the bytes are on disk.
 *
 * The folder is made when missing. On an error the temporary file is removed and the target is untouched.
 */
export async function writeDurably(
  path: string,
  bytes: Uint8Array | string,
  { mode = 0o600, disk = fs }: WriteOptions = {},
): Promise<void> {
  await makeFolder(dirname(path), disk)
  const temporary = `${path}${TEMPORARY}${process.pid}-${++written}`
  try {
    const file = await disk.open(temporary, 'wx', mode)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await disk.rename(temporary, path)
  } catch (cause) {
    await disk.rm(temporary, { force: true }).catch(() => {})
    throw withPath(cause, path)
  }
  await syncFolder(dirname(path), disk)
}

/**
 * Makes sure that a file which lies there is on disk, with its place in the folder and the folder's in the one above: whoever wrote it
 * may have been killed before the last fsync.
 */
export async function settle(path: string, disk: Disk = fs): Promise<void> {
  await sync(path, disk)
  await syncFolder(dirname(path), disk)
  await syncFolder(dirname(dirname(path)), disk)
}

/** The refusal of a write names no file (`ENOSPC: no space left on device, write`); this one does, and keeps its code. */
export function withPath(cause: unknown, path: string): unknown {
  if (!(cause instanceof Error) || !('code' in cause) || cause.message.includes(path)) return cause
  return Object.assign(new Error(`${path}: ${cause.message}`, { cause }), { code: cause.code })
}

/** Makes a folder and its missing parents, 0700, each entered durably in its parent. */
export async function makeFolder(path: string, disk: Disk = fs): Promise<void> {
  const first = await disk.mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) {
    await syncFolder(dirname(made), disk)
  }
}

/** The bytes of a secret; refuses a link, a folder, another user's file, and one that group or others may read. */
export async function readPrivate(path: string): Promise<Buffer> {
  const status = await lookedAt(path)
  if (!status.isFile()) {
    const what = status.isSymbolicLink() ? 'a link' : 'not a regular file'
    const message = `${path} is ${what}; put the file itself there, mode 0600`
    throw new FileError('not-a-file', path, message)
  }
  requirePrivate(path, status, '600')
  return fs.readFile(path)
}

/** Refuses a folder of secrets that is a link, another user's, or open to group or others. */
export async function requirePrivateFolder(path: string): Promise<void> {
  const status = await lookedAt(path)
  if (!status.isDirectory()) {
    const what = status.isSymbolicLink() ? 'a link' : 'no folder'
    const message = `${path} is ${what}; put the folder itself there, mode 0700`
    throw new FileError('not-a-folder', path, message)
  }
  requirePrivate(path, status, '700')
}

async function lookedAt(path: string): Promise<Stats> {
  return fs.lstat(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
    throw new FileError('not-found', path, `${path} does not exist`, { cause })
  })
}

/** Windows has neither owners' numbers nor modes of this kind. */
function requirePrivate(path: string, status: Stats, right: '600' | '700'): void {
  const own = process.geteuid?.()
  if (own === undefined) return
  if (status.uid !== own) {
    const message = `${path} belongs to user ${status.uid}, this runs as user ${own}; give it over: chown ${own} ${path}`
    throw new FileError('not-ours', path, message)
  }
  if ((status.mode & 0o077) !== 0) {
    const mode = (status.mode & 0o777).toString(8).padStart(4, '0')
    const message = `${path} is open to others (mode ${mode}); make it private: chmod ${right} ${path}`
    throw new FileError('open-to-others', path, message)
  }
}

/**
 * Destroys a file so that its bytes are not left in the blocks that become free: overwritten in place, fsync, removed, fsync of the
 * folder. One that is not there is destroyed already. Copies that the disk itself keeps (journals, wear levelling) are beyond a program.
 */
export async function destroyFile(path: string, disk: Disk = fs): Promise<void> {
  const status = await fs.lstat(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null
    throw cause
  })
  if (status === null) return
  if (status.isFile()) await overwrite(path, status.size, disk)
  await disk.rm(path, { force: true })
  await syncFolder(dirname(path), disk)
}

async function overwrite(path: string, size: number, disk: Disk): Promise<void> {
  await fs.chmod(path, 0o600)
  const file = await disk.open(path, 'r+')
  try {
    await file.writeFile(Buffer.alloc(size))
    await file.sync()
  } catch (cause) {
    throw withPath(cause, path)
  } finally {
    await file.close()
  }
}

/** Refuses to begin work that a disk with less than `bytes` free would cut off in the middle. */
export async function requireFreeDisk(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await fs.statfs(folder)
  const free = bavail * bsize
  if (free >= bytes) return
  const message = `${folder} has ${megabytes(free)} MB free and needs ${megabytes(bytes)} MB; free some space and run again`
  throw new FileError('disk-low', folder, message)
}

/** Removes what interrupted durable writes left below a folder; only the sole writer may call it. Gives their number. */
export async function sweepTemporary(folder: string): Promise<number> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true })
  const left = entries.filter((entry) => entry.isFile() && isTemporary(entry.name))
  for (const entry of left) await fs.rm(join(entry.parentPath, entry.name), { force: true })
  return left.length
}

/** True for the name of a write that has not ended. */
export function isTemporary(path: string): boolean {
  return basename(path).includes(TEMPORARY)
}

export async function fileExists(path: string): Promise<boolean> {
  const status = await fs.lstat(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null
    throw cause
  })
  return status?.isFile() ?? false
}

/** Enters in a folder, durably, what was made, renamed and removed in it. */
export function syncFolder(path: string, disk: Disk = fs): Promise<void> {
  return sync(path, disk)
}

/** Brings to disk every file below a folder, the folders between, and the folder; some at a time, which a disk does in one go. */
export async function syncBelow(path: string, disk: Disk = fs): Promise<void> {
  const entries = await fs.readdir(path, { recursive: true, withFileTypes: true })
  const paths = [path, ...entries.map((entry) => join(entry.parentPath, entry.name))]
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    await Promise.all(paths.slice(at, at + AT_ONCE).map((one) => sync(one, disk)))
  }
}

async function sync(path: string, disk: Disk): Promise<void> {
  const handle = await disk.open(path, 'r')
  try {
    await handle.sync()
  } catch (cause) {
    throw withPath(cause, path)
  } finally {
    await handle.close()
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_048_576)
}

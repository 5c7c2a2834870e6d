import type * as fs from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Disk, destroyFile, fileExists, syncFolder, writeDurably } from '../files.ts'
import { vaultPath } from './vault-path.ts'

/**
 * What stands in the place of files whose originals were destroyed: sealed for the same key, under the SHA-256 of the original, which
 * stays the name of its submissions.
 */
export interface Replacements {
  has(sha256: string): Promise<boolean>
  /** Null while the original is the file. */
  get(sha256: string): Promise<Uint8Array | null>
  /** Stores what shall stand for a file; on disk when it resolves. From then on the original is not read any more. */
  put(sha256: string, bytes: Uint8Array): Promise<void>
  /** Takes it away again: the original counts as before. */
  drop(sha256: string): Promise<void>
  /** Destroys the original; refuses while nothing stands in its place. */
  destroyOriginal(sha256: string): Promise<void>
}

export function replacementsIn(
  folder: string,
  seal: (bytes: Uint8Array) => Promise<Uint8Array>,
  open: (path: string) => Promise<Uint8Array>,
  disk: typeof fs | Disk,
): Replacements {
  const pathOf = (sha256: string) => replacementPath(folder, sha256)
  return Object.freeze({
    has: (sha256: string) => fileExists(pathOf(sha256)),
    async get(sha256: string) {
      return (await fileExists(pathOf(sha256))) ? open(pathOf(sha256)) : null
    },
    async put(sha256: string, bytes: Uint8Array) {
      await writeDurably(pathOf(sha256), await seal(bytes), { mode: 0o440, disk })
      await syncFolder(folder, disk)
    },
    async drop(sha256: string) {
      await disk.rm(pathOf(sha256), { force: true })
      await syncFolder(dirname(pathOf(sha256)), disk)
    },
    async destroyOriginal(sha256: string) {
      if (!(await fileExists(pathOf(sha256)))) {
        throw new RangeError(`nothing stands in the place of ${sha256}; it is not destroyed`)
      }
      await destroyFile(vaultPath(folder, sha256), disk)
    },
  })
}

/** Where the replacement of a file lies. */
export function replacementPath(folder: string, sha256: string): string {
  return vaultPath(folder, sha256).replace(/\.age$/, '.purged.age')
}

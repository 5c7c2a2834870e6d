import * as fs from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Disk, destroyFile, fileExists, syncFolder, writeDurably } from '../files.ts'
import type { Vault } from './vault.ts'
import { vaultPath } from './vault-path.ts'

/**
 * What stands in the place of files whose originals were destroyed: sealed for the same key, under the SHA-256 of the original, which
 * stays the name of its submissions.
 *
 *     stage (nobody reads it, a sweep removes it) ─▶ adopt: it stands for the file, then the original is destroyed
 */
export interface Replacements {
  has(sha256: string): Promise<boolean>
  /** Null while the original is the file. */
  get(sha256: string): Promise<Uint8Array | null>
  /** Prepares what shall stand for a file; on disk when it resolves. */
  stage(sha256: string, bytes: Uint8Array): Promise<void>
  staged(sha256: string): Promise<Uint8Array | null>
  /** Puts what was staged in the place of the file and destroys what was there; done again after a kill, it does the rest. */
  adopt(sha256: string): Promise<void>
}

/** Both names are those of a write that has not ended. */
const STAGED = '.tmp-staged'
const OLD = '.tmp-old'

export function replacementsIn(
  folder: string,
  seal: (bytes: Uint8Array) => Promise<Uint8Array>,
  open: (path: string) => Promise<Uint8Array>,
  disk: Disk,
): Replacements {
  const pathOf = (sha256: string) => replacementPath(folder, sha256)
  const opened = async (path: string) => ((await fileExists(path)) ? open(path) : null)
  return Object.freeze({
    has: (sha256: string) => fileExists(pathOf(sha256)),
    get: (sha256: string) => opened(pathOf(sha256)),
    staged: (sha256: string) => opened(`${pathOf(sha256)}${STAGED}`),
    async stage(sha256: string, bytes: Uint8Array) {
      const path = `${pathOf(sha256)}${STAGED}`
      await writeDurably(path, await seal(bytes), { mode: 0o440, disk })
      await syncFolder(folder, disk)
    },
    async adopt(sha256: string) {
      const path = pathOf(sha256)
      if (await fileExists(`${path}${STAGED}`)) await rename(path, disk)
      await destroyFile(`${path}${OLD}`, disk)
      // Never the original before something stands in its place.
      if (await fileExists(path)) await destroyFile(vaultPath(folder, sha256), disk)
    },
  })
}

/** An older replacement keeps a name until it is overwritten, as the original does. */
async function rename(path: string, disk: Disk): Promise<void> {
  if (await fileExists(path)) {
    await disk.rm(`${path}${OLD}`, { force: true })
    await fs.link(path, `${path}${OLD}`)
  }
  await disk.rename(`${path}${STAGED}`, path)
  await syncFolder(dirname(path), disk)
}

/** The vault as it will be once what is staged is adopted. */
export function asStaged(vault: Vault): Vault {
  const { replacements } = vault
  return Object.freeze({
    ...vault,
    replacements: Object.freeze({
      ...replacements,
      has: async (sha256: string) =>
        (await replacements.staged(sha256)) !== null || replacements.has(sha256),
      get: async (sha256: string) =>
        (await replacements.staged(sha256)) ?? replacements.get(sha256),
    }),
  })
}

/** Where the replacement of a file lies. */
export function replacementPath(folder: string, sha256: string): string {
  return vaultPath(folder, sha256).replace(/\.age$/, '.purged.age')
}

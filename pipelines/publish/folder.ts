import * as fs from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Disk, fileExists, syncBelow, syncFolder, withPath } from '../files.ts'

/** A folder that is filled beside the old one and takes its place at once, so that no reader meets half a publication. */
export interface DraftFolder {
  write(path: string, content: string | Uint8Array): Promise<void>
  /** Absolute path of a file that something else writes. */
  place(path: string): Promise<string>
  /** Puts the draft in place of the old folder. */
  publish(): Promise<void>
  /** Removes the draft, if it can: the disk may be full. */
  discard(): Promise<void>
}

/** Where the folder stands that is being filled, and the one that is being replaced. */
export function draftsOf(target: string): readonly [draft: string, old: string] {
  return [`${target}.new`, `${target}.old`]
}

/**
 * Begins a draft of a folder; what an earlier one left is removed.
 *
 * The draft is on disk, every file and folder of it, before it takes the old one's place. When that fails the old one stands again.
 */
export async function draftFolder(target: string, disk: Disk = fs): Promise<DraftFolder> {
  const [draft, old] = draftsOf(target)
  await disk.rm(draft, { recursive: true, force: true })
  await disk.mkdir(draft, { recursive: true, mode: 0o700 })
  const made = new Set<string>()

  async function place(path: string): Promise<string> {
    const full = join(draft, path)
    const folder = dirname(full)
    if (!made.has(folder)) await disk.mkdir(folder, { recursive: true, mode: 0o700 })
    made.add(folder)
    return full
  }

  return Object.freeze({
    place,
    async write(path: string, content: string | Uint8Array) {
      const full = await place(path)
      const file = await disk.open(full, 'w', 0o600)
      try {
        await file.writeFile(content)
      } catch (cause) {
        throw withPath(cause, full)
      } finally {
        await file.close()
      }
    },
    discard: () => disk.rm(draft, { recursive: true, force: true }).catch(() => {}),
    async publish() {
      await syncBelow(draft, disk)
      await disk.rm(old, { recursive: true, force: true })
      const replaced = await moved(target, old, disk)
      await disk.rename(draft, target).catch(async (cause: unknown) => {
        if (replaced) await disk.rename(old, target)
        throw cause
      })
      await syncFolder(dirname(target), disk)
      await disk.rm(old, { recursive: true, force: true })
    },
  })
}

/** False when there is nothing to move. */
function moved(from: string, to: string, disk: Disk): Promise<boolean> {
  return disk.rename(from, to).then(
    () => true,
    (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw cause
      return false
    },
  )
}

/** After a crash between the two renames the old folder stands under another name; this puts it back. Only under the lease. */
export async function healFolder(target: string, sign: string): Promise<void> {
  const [, old] = draftsOf(target)
  if (await fileExists(join(target, sign))) return
  if (await fileExists(join(old, sign))) await fs.rename(old, target)
}

import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileExists } from '../files.ts'

/** A folder that is filled beside the old one and takes its place at once, so that no reader meets half a publication. */
export interface DraftFolder {
  write(path: string, content: string | Uint8Array): Promise<void>
  /** Absolute path of a file that something else writes. */
  place(path: string): Promise<string>
  /** Puts the draft in place of the old folder. */
  publish(): Promise<void>
}

/** Where the folder stands that is being filled, and the one that is being replaced. */
export function draftsOf(target: string): readonly [draft: string, old: string] {
  return [`${target}.new`, `${target}.old`]
}

export async function draftFolder(target: string): Promise<DraftFolder> {
  const [draft, old] = draftsOf(target)
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  const made = new Set<string>()

  async function place(path: string): Promise<string> {
    const full = join(draft, path)
    const folder = dirname(full)
    if (!made.has(folder)) await mkdir(folder, { recursive: true, mode: 0o700 })
    made.add(folder)
    return full
  }

  return Object.freeze({
    place,
    async write(path: string, content: string | Uint8Array) {
      await writeFile(await place(path), content, { mode: 0o600 })
    },
    async publish() {
      await rm(old, { recursive: true, force: true })
      await rename(target, old).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code !== 'ENOENT') throw cause
      })
      await rename(draft, target)
      await rm(old, { recursive: true, force: true })
    },
  })
}

/** After a crash between the two renames the old folder stands under another name; this puts it back. Only under the lease. */
export async function healFolder(target: string, sign: string): Promise<void> {
  const [, old] = draftsOf(target)
  if (await fileExists(join(target, sign))) return
  if (await fileExists(join(old, sign))) await rename(old, target)
}

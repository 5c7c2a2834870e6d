import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sweepTemporary } from '../files.ts'
import { draftsOf } from '../publish/folder.ts'

/** The folder in which a document is made before its files are frozen. */
export const FREEZING = 'document'

/** Removes what a document that was cut off while it was made has left; only under the lease. */
export async function sweepIssued(folder: string): Promise<void> {
  for (const path of draftsOf(join(folder, FREEZING)))
    await rm(path, { recursive: true, force: true })
  await sweepTemporary(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
  })
}

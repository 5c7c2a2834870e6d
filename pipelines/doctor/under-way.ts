import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isTemporary } from '../files.ts'
import { requireNoPurge } from '../purge/journal.ts'
import { unfinishedKeys } from '../vault/rotation.ts'
import { requireNone } from './finding.ts'

/** No purge was cut off while it destroyed. */
export async function noPurge(folder: string): Promise<string> {
  await requireNoPurge(folder)
  return 'none under way'
}

/** No rotation of a key was cut off; while one is, every file still opens, and the key to be destroyed lies there. */
export async function noRotation(folder: string): Promise<string> {
  const names = await readdir(folder).catch(() => [])
  const unfinished = await unfinishedKeys(folder)
  requireNone(
    [
      ...unfinished.map((name) => `the rotation of the ${name} key was cut off`),
      ...names
        .filter(isTemporary)
        .map((name) => `${join(folder, name)} was not written to its end`),
    ],
    'hoanhap key rotate',
  )
  return 'none under way'
}

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isTemporary } from '../files.ts'
import { unfinishedKeys } from '../vault/rotation.ts'
import { requireNone } from './finding.ts'

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

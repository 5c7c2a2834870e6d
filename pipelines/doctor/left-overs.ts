import { readdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { isTemporary } from '../files.ts'
import { FREEZING } from '../issued/sweep.ts'
import { draftsOf } from '../publish/folder.ts'
import type { Site } from '../site.ts'
import { isLeftOver } from '../warehouse/generation.ts'
import { requireNone } from './finding.ts'

/** What runs that were cut off have left; the next run clears it away. */
export async function leftOvers({ warehouse, vault, parsed, issued, out }: Site): Promise<string> {
  const built = await readdir(warehouse).catch(() => [])
  const kept = await Promise.all(
    [vault, parsed, issued].map((folder) => readdir(folder, { recursive: true }).catch(() => [])),
  )
  const beside = await readdir(dirname(out)).catch(() => [])
  requireNone(
    [
      ...built.filter(isLeftOver),
      ...kept.flat().filter((name) => isTemporary(name) || draftsOf(FREEZING).includes(name)),
      ...beside.filter((name) => draftsOf(basename(out)).includes(name)),
    ],
    'hoanhap run',
  )
  return 'none'
}

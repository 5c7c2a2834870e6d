import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { destroyFile, fileExists, isTemporary, settle, syncFolder, writeDurably } from '../files.ts'
import { type KeyKind, type KeyName, keyKinds, keyNames, NEXT, OLD, openKey } from './keys.ts'

/**
 * How far the rotation of a key has come, told by the files that lie beside it.
 *
 *     key ─▶ key, key.next ─▶ (what the key is for is made anew) ─▶ key, key.next, key.old ─▶ new key, key.old ─▶ new key
 *
 * `begun`: the key to come is there, the present one is in use. `switched`: only the old one is left to be destroyed.
 */
export type Stage = 'none' | 'begun' | 'switched'

export async function stageOf(folder: string, name: KeyName): Promise<Stage> {
  const path = join(folder, keyKinds[name].file)
  if (await fileExists(`${path}${NEXT}`)) return 'begun'
  return (await fileExists(`${path}${OLD}`)) ? 'switched' : 'none'
}

/** The keys whose rotation was cut off. */
export async function unfinishedKeys(folder: string): Promise<readonly KeyName[]> {
  const stages = await Promise.all(keyNames.map((name) => stageOf(folder, name)))
  return keyNames.filter((_, at) => stages[at] !== 'none')
}

/** The key to come: the one of a rotation that was cut off, else a new one, on disk when it resolves. */
export async function keyToCome<T>(folder: string, kind: KeyKind<T>): Promise<T> {
  const path = join(folder, `${kind.file}${NEXT}`)
  if (await fileExists(path)) await settle(path)
  else await writeDurably(path, await kind.make())
  return openKey(path, kind)
}

/**
 * Puts the key to come in the place of the present one and destroys that. The old bytes keep a name of their own until they are
 * overwritten, so that no kill leaves them in free blocks; at every moment a key lies under the name.
 */
export async function switchKey(folder: string, file: string): Promise<void> {
  const path = join(folder, file)
  if (await fileExists(`${path}${NEXT}`)) {
    await fs.rm(`${path}${OLD}`, { force: true })
    await fs.link(path, `${path}${OLD}`)
    await syncFolder(folder)
    await fs.rename(`${path}${NEXT}`, path)
    await syncFolder(folder)
  }
  await destroyFile(`${path}${OLD}`)
}

/** Gives the key to come up: the present one stays, which may have a second name by now. */
export async function forgetKeyToCome(folder: string, file: string): Promise<void> {
  await fs.rm(join(folder, `${file}${OLD}`), { force: true })
  await destroyFile(join(folder, `${file}${NEXT}`))
}

/** Destroys the keys in files whose writing was cut off; only under the ledger's lease. */
export async function sweepKeys(folder: string): Promise<void> {
  for (const name of (await fs.readdir(folder)).filter(isTemporary)) {
    await destroyFile(join(folder, name))
  }
}

import { createPublicKey } from 'node:crypto'
import { join } from 'node:path'
import { writeDurably } from '../files.ts'
import { auditOnce } from '../ledger/audit.ts'
import type { Station } from '../station.ts'
import { type KeyKind, type KeyName, keyKinds } from '../vault/keys.ts'
import { rewrapVault } from '../vault/rewrap.ts'
import { forgetKeyToCome, keyToCome, stageOf, sweepKeys, switchKey } from '../vault/rotation.ts'
import { baseline, OtherResultError, rebuiltAlike } from './baseline.ts'

/** One key that was replaced: the ids of both; null where only the destruction of the old one was left to do. */
export interface Rekeyed {
  readonly key: KeyName
  readonly before: string | null
  readonly after: string
}

/**
 * Replaces one key by new material and destroys the old: what the key is for is made anew first, and looked at.
 *
 *     vault:   key to come ─▶ every file re-encrypted, read back, compared ─▶ switch ─▶ old key destroyed
 *     person:  key to come ─▶ every file read again, a generation built, same result hash ─▶ switch ─▶ old key destroyed
 *     sign:    key to come ─▶ the old public key kept, for what it has signed ─▶ switch ─▶ old key destroyed
 *
 * Killed anywhere, the same call does the rest; until the switch the old key is in use and nothing is lost without the new one, after it
 * nothing needs the old one.
 */
export async function rekey(station: Station, name: KeyName, actor: string): Promise<Rekeyed> {
  const { folder } = station.keys
  await sweepKeys(folder)
  if ((await stageOf(folder, name)) === 'switched') {
    await switchKey(folder, keyKinds[name].file)
    return { key: name, before: null, after: idInUse(station, name) }
  }
  if (name === 'vault') return rekeyVault(station, actor)
  return name === 'person' ? rekeyPersons(station, actor) : rekeySignature(station, actor)
}

async function rekeyVault(station: Station, actor: string): Promise<Rekeyed> {
  const { keys, site, vault, progress } = station
  const to = await keyToCome(keys.folder, keyKinds.vault)
  await vault.sweep()
  await rewrapVault(site.vault, { from: keys.vault, to }, progress)
  return switched(station, 'vault', keyKinds.vault, to, actor)
}

/** The result hash cannot depend on the key; where it does, the key in use stays and everything is made under it again. */
async function rekeyPersons(station: Station, actor: string): Promise<Rekeyed> {
  const { keys } = station
  const before = await baseline(station)
  const person = await keyToCome(keys.folder, keyKinds.person)
  try {
    await rebuiltAlike({ ...station, keys: { ...keys, person } }, before)
  } catch (cause) {
    if (!(cause instanceof OtherResultError)) throw cause
    await forgetKeyToCome(keys.folder, keyKinds.person.file)
    await baseline(station)
    throw cause
  }
  return switched(station, 'person', keyKinds.person, person, actor)
}

async function rekeySignature(station: Station, actor: string): Promise<Rekeyed> {
  const { keys } = station
  const to = await keyToCome(keys.folder, keyKinds.sign)
  const pem = createPublicKey(keys.sign).export({ type: 'spki', format: 'pem' })
  await writeDurably(join(keys.folder, `sign-${idInUse(station, 'sign')}.pub`), pem)
  return switched(station, 'sign', keyKinds.sign, to, actor)
}

async function switched<N extends KeyName, T>(
  station: Station,
  key: N,
  kind: KeyKind<T>,
  to: T,
  actor: string,
): Promise<Rekeyed> {
  const { keys, ledger, clock } = station
  const [before, after] = [idInUse(station, key), kind.idOf(to)]
  const object = `${key} ${before} -> ${after}`
  await auditOnce(ledger.db, { at: clock(), actor, action: 'rotate-key', object })
  await switchKey(keys.folder, kind.file)
  return { key, before, after }
}

function idInUse({ keys }: Station, name: KeyName): string {
  switch (name) {
    case 'vault':
      return keyKinds.vault.idOf(keys.vault)
    case 'person':
      return keyKinds.person.idOf(keys.person)
    case 'sign':
      return keyKinds.sign.idOf(keys.sign)
  }
}

import * as fs from 'node:fs/promises'
import { Decrypter, Encrypter } from 'age-encryption'
import type { VaultKey } from './keys.ts'
import { VaultError } from './vault-error.ts'

export const RESTORE = 'restore it from the backup of the vault'

/** Seals bytes for one key. */
export function sealerFor({ recipient }: VaultKey): (bytes: Uint8Array) => Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return (bytes) => encrypter.encrypt(bytes)
}

/**
 * Opens files that are sealed for any of the given keys: an age file tells by trial for whom it is. Throws a {@link VaultError} when one
 * is missing or none of the keys opens it.
 */
export function openerFor(keys: readonly VaultKey[]): (path: string) => Promise<Uint8Array> {
  const decrypter = new Decrypter()
  for (const { identity } of keys) decrypter.addIdentity(identity)
  return async (path) => {
    const sealed = await fs.readFile(path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw cause
      throw new VaultError('missing', path, `${path} is not in the vault; ${RESTORE}`, { cause })
    })
    return decrypter.decrypt(sealed).catch((cause: unknown) => {
      throw new VaultError('damaged', path, `${path} cannot be decrypted; ${RESTORE}`, { cause })
    })
  }
}

import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { noProgress, type Progress } from '../effects.ts'
import { fileExists, isTemporary, writeDurably } from '../files.ts'
import { openerFor, sealerFor } from './crypt.ts'
import type { VaultKey } from './keys.ts'
import { RECIPIENT, sha256Of } from './vault.ts'
import { VaultError } from './vault-error.ts'

/**
 * Seals every file of a vault for another key and names that key in the vault; done files are left alone, so that after a kill it does
 * the rest. Until it has ended each file opens with one of the two keys.
 *
 * A file counts as done when the new key alone opens it to the bytes that were there before (their SHA-256, which for what was received
 * is its name). Gives the number of files; throws a {@link VaultError} at one that neither key opens, and leaves it as it is.
 */
export async function rewrapVault(
  folder: string,
  keys: { readonly from: VaultKey; readonly to: VaultKey },
  progress: Progress = noProgress,
): Promise<number> {
  const paths = await sealedFiles(folder)
  progress.start('re-encrypting', paths.length)
  for (const path of paths) {
    await rewrap(path, keys)
    progress.advance()
  }
  progress.stop()
  const recipient = join(folder, RECIPIENT)
  if (await fileExists(recipient)) await writeDurably(recipient, `${keys.to.recipient}\n`)
  return paths.length
}

async function rewrap(
  path: string,
  { from, to }: { readonly from: VaultKey; readonly to: VaultKey },
): Promise<void> {
  const openNew = openerFor([to])
  const done = await openNew(path).catch((cause: unknown) => otherKey(cause))
  if (done !== null) return requireName(path, done)
  const bytes = await openerFor([from])(path)
  requireName(path, bytes)
  await writeDurably(path, await sealerFor(to)(bytes), { mode: 0o440 })
  if (sha256Of(await openNew(path)) !== sha256Of(bytes)) throw damaged(path)
}

function otherKey(cause: unknown): null {
  if (cause instanceof VaultError && cause.fault === 'damaged') return null
  throw cause
}

/** What was received is named by its SHA-256; what stands in its place is not. */
function requireName(path: string, bytes: Uint8Array): void {
  const name = /([0-9a-f]{64})\.age$/.exec(path)?.[1]
  if (name !== undefined && name !== sha256Of(bytes)) throw damaged(path)
}

function damaged(path: string): VaultError {
  const message = `${path} holds other bytes than it should; restore it from the backup of the vault, then: hoanhap key rotate --vault`
  return new VaultError('damaged', path, message)
}

async function sealedFiles(folder: string): Promise<readonly string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.age') && !isTemporary(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

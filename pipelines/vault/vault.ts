import { createHash } from 'node:crypto'
import * as fs from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  type Disk,
  fileExists,
  isTemporary,
  makeFolder,
  settle,
  sweepTemporary,
  syncFolder,
  writeDurably,
} from '../files.ts'
import { openerFor, RESTORE, sealerFor } from './crypt.ts'
import type { VaultKey } from './keys.ts'
import { type Replacements, replacementsIn } from './replacements.ts'
import { VaultError } from './vault-error.ts'
import { vaultPath } from './vault-path.ts'

export { VaultError, type VaultFault } from './vault-error.ts'
export { vaultPath } from './vault-path.ts'

/** What was received, byte for byte, encrypted at rest, addressed by its content, never changed. */
export interface Vault {
  readonly folder: string
  /** Stores bytes; when it resolves they are on disk. The same bytes again change nothing, unless what is stored is damaged. */
  put(bytes: Uint8Array): Promise<{ readonly sha256: string; readonly isNew: boolean }>
  /** The bytes of a SHA-256; throws a {@link VaultError} when they are missing, damaged, under another key, or purged. */
  get(sha256: string): Promise<Uint8Array>
  /** True also for a purged file. */
  has(sha256: string): Promise<boolean>
  /** What stands in the place of purged files. */
  readonly replacements: Replacements
  /** Every SHA-256 in the vault, ascending. */
  all(): Promise<readonly string[]>
  /** Removes what interrupted writes left; only under the ledger's lease. */
  sweep(): Promise<number>
}

/** For whom the files are sealed: a vault is begun when this file is there. */
export const RECIPIENT = 'RECIPIENT'
const NAME = /^([0-9a-f]{64})(?:\.purged)?\.age$/

/**
 * Opens (and makes, when it is the first time) the vault in a folder; refuses a vault that was begun with another key.
 *
 * `next`: the key to come, while a rotation is under way. Each file is under one or the other (an age file tells by trial), what is put
 * is sealed for the one to come.
 */
export async function openVault(
  folder: string,
  key: VaultKey,
  { disk = fs, next = null }: { readonly disk?: Disk; readonly next?: VaultKey | null } = {},
): Promise<Vault> {
  await makeFolder(folder, disk)
  await requireSameKey(folder, key, next, disk)
  const seal = sealerFor(next ?? key)
  const open = openerFor(next === null ? [key] : [next, key])
  const replacements = replacementsIn(folder, seal, open, disk)
  const pathOf = (sha256: string) => vaultPath(folder, sha256)
  const holds = async (path: string, sha256: string) =>
    (await fileExists(path)) &&
    open(path).then(
      (bytes) => sha256Of(bytes) === sha256,
      () => false,
    )

  /** Puts of the same bytes, one after another: one that fails removes what it wrote, never what another has acknowledged. */
  const underWay = new Map<string, Promise<unknown>>()

  async function store(bytes: Uint8Array, sha256: string) {
    const path = pathOf(sha256)
    // What was purged and comes again was received before: its people do not come back with it.
    if (await replacements.has(sha256)) return { sha256, isNew: false }
    if (await holds(path, sha256)) {
      await settle(path, disk)
      return { sha256, isNew: false }
    }
    try {
      await writeDurably(path, await seal(bytes), { mode: 0o440, disk })
      // Another writer may have made the folder of the first two digits and not have entered it yet.
      await syncFolder(folder, disk)
    } catch (cause) {
      // After an fsync that failed a second one may succeed with nothing on disk: the next look makes all of it anew.
      await disk.rm(path, { force: true }).catch(() => {})
      await disk.rmdir(dirname(path)).catch(() => {})
      throw cause
    }
    return { sha256, isNew: true }
  }

  return Object.freeze({
    folder,
    async put(bytes: Uint8Array) {
      const sha256 = sha256Of(bytes)
      const before = underWay.get(sha256) ?? Promise.resolve()
      const own = before.catch(() => {}).then(() => store(bytes, sha256))
      underWay.set(sha256, own)
      try {
        return await own
      } finally {
        if (underWay.get(sha256) === own) underWay.delete(sha256)
      }
    },
    replacements,
    async get(sha256: string) {
      const path = pathOf(sha256)
      if (await replacements.has(sha256)) throw purged(path)
      const bytes = await open(path)
      if (sha256Of(bytes) === sha256) return bytes
      throw new VaultError(
        'damaged',
        path,
        `${path} holds other bytes than its name says; ${RESTORE}`,
      )
    },
    has: async (sha256: string) =>
      (await fileExists(pathOf(sha256))) || (await replacements.has(sha256)),
    all: () => list(folder),
    sweep: () => sweepTemporary(folder),
  })
}

/** True when nothing has ever been taken in here. */
export async function isEmptyVault(folder: string): Promise<boolean> {
  if (!(await fileExists(join(folder, RECIPIENT)))) return true
  return (await list(folder)).length === 0
}

/** Length of a sealed file, of age version 1 with one X25519 recipient: header, nonce, and a tag for each 64 KiB of content. */
export function sealedSize(bytes: number): number {
  return 168 + 16 + bytes + 16 * Math.max(1, Math.ceil(bytes / 65_536))
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function purged(path: string): VaultError {
  const message = `${path} was purged, only its reading without the people whose retention is over is kept; ask its sender for a new file`
  return new VaultError('purged', path, message)
}

async function requireSameKey(
  folder: string,
  key: VaultKey,
  next: VaultKey | null,
  disk: Disk,
): Promise<void> {
  const path = join(folder, RECIPIENT)
  if (!(await fileExists(path))) return writeDurably(path, `${key.recipient}\n`, { disk })
  const recipient = (await fs.readFile(path, 'utf8')).trim()
  if (recipient === key.recipient || recipient === next?.recipient) return
  const message = `${folder} was begun with the key ${recipient}, the key at hand is ${key.recipient}; put the right vault.agekey in place`
  throw new VaultError('other-key', path, message)
}

async function list(folder: string): Promise<readonly string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true })
  const found = entries
    .filter((entry) => entry.isFile() && !isTemporary(entry.name))
    .flatMap((entry) => NAME.exec(entry.name)?.[1] ?? [])
  return [...new Set(found)].sort()
}

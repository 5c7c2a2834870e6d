import { createHash } from 'node:crypto'
import * as fs from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Decrypter, Encrypter } from 'age-encryption'
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
import type { VaultKey } from './keys.ts'

/** What was received, byte for byte, encrypted at rest, addressed by its content, never changed. */
export interface Vault {
  readonly folder: string
  /** Stores bytes; when it resolves they are on disk. The same bytes again change nothing, unless what is stored is damaged. */
  put(bytes: Uint8Array): Promise<{ readonly sha256: string; readonly isNew: boolean }>
  /** The bytes of a SHA-256; throws a {@link VaultError} when they are missing, damaged or under another key. */
  get(sha256: string): Promise<Uint8Array>
  has(sha256: string): Promise<boolean>
  /** Every SHA-256 in the vault, ascending. */
  all(): Promise<readonly string[]>
  /** Removes what interrupted writes left; only under the ledger's lease. */
  sweep(): Promise<number>
}

export type VaultFault = 'missing' | 'damaged' | 'other-key'

/** A stored file that cannot be given back; the message says what happened to it and what to do. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
  readonly fault: VaultFault
  readonly path: string

  constructor(fault: VaultFault, path: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.fault = fault
    this.path = path
  }
}

/** For whom the files are sealed: a vault is begun when this file is there. */
export const RECIPIENT = 'RECIPIENT'
const NAME = /^([0-9a-f]{64})\.age$/

/** Opens (and makes, when it is the first time) the vault in a folder; refuses a vault that was begun with another key. */
export async function openVault(
  folder: string,
  key: VaultKey,
  { disk = fs }: { readonly disk?: Disk } = {},
): Promise<Vault> {
  await makeFolder(folder, disk)
  await requireSameKey(folder, key, disk)
  const encrypter = new Encrypter()
  encrypter.addRecipient(key.recipient)
  const decrypter = new Decrypter()
  decrypter.addIdentity(key.identity)
  const pathOf = (sha256: string) => vaultPath(folder, sha256)
  const holds = async (path: string, sha256: string) =>
    (await fileExists(path)) &&
    open(decrypter, path).then(
      (bytes) => sha256Of(bytes) === sha256,
      () => false,
    )

  /** Puts of the same bytes, one after another: one that fails removes what it wrote, never what another has acknowledged. */
  const underWay = new Map<string, Promise<unknown>>()

  async function store(bytes: Uint8Array, sha256: string) {
    const path = pathOf(sha256)
    if (await holds(path, sha256)) {
      await settle(path, disk)
      return { sha256, isNew: false }
    }
    try {
      await writeDurably(path, await encrypter.encrypt(bytes), { mode: 0o440, disk })
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
    async get(sha256: string) {
      const path = pathOf(sha256)
      const bytes = await open(decrypter, path)
      if (sha256Of(bytes) === sha256) return bytes
      throw new VaultError(
        'damaged',
        path,
        `${path} holds other bytes than its name says; ${RESTORE}`,
      )
    },
    has: (sha256: string) => fileExists(pathOf(sha256)),
    all: () => list(folder),
    sweep: () => sweepTemporary(folder),
  })
}

/** Where a file of the vault lies. */
export function vaultPath(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), `${sha256}.age`)
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

const RESTORE = 'restore it from the backup of the vault'

async function open(decrypter: Decrypter, path: string): Promise<Uint8Array> {
  const sealed = await fs.readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
    throw new VaultError('missing', path, `${path} is not in the vault; ${RESTORE}`, { cause })
  })
  return decrypter.decrypt(sealed).catch((cause: unknown) => {
    throw new VaultError('damaged', path, `${path} cannot be decrypted; ${RESTORE}`, { cause })
  })
}

async function requireSameKey(folder: string, key: VaultKey, disk: Disk): Promise<void> {
  const path = join(folder, RECIPIENT)
  if (!(await fileExists(path))) return writeDurably(path, `${key.recipient}\n`, { disk })
  const recipient = (await fs.readFile(path, 'utf8')).trim()
  if (recipient === key.recipient) return
  const message = `${folder} was begun with the key ${recipient}, the key at hand is ${key.recipient}; put the right vault.agekey in place`
  throw new VaultError('other-key', path, message)
}

async function list(folder: string): Promise<readonly string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !isTemporary(entry.name))
    .flatMap((entry) => NAME.exec(entry.name)?.[1] ?? [])
    .sort()
}

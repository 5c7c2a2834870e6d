import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { join, resolve } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { FileError, fileExists, readPrivate, settle, writeDurably } from '../files.ts'

/** The three secrets of an installation: who may read the vault, who a pseudonym is, who signs an extract. */
export interface Keys {
  readonly folder: string
  readonly vault: VaultKey
  readonly person: PersonKey
  /** Ed25519, private. */
  readonly sign: KeyObject
}

export interface VaultKey {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string
  /** `age1…` */
  readonly recipient: string
}

export interface PersonKey {
  /** 32 bytes. */
  readonly secret: Uint8Array
  /** First 8 hexadecimal digits of the secret's SHA-256: tells keys apart and gives nothing away. */
  readonly id: string
}

/** A key that is missing, open to others or not a key; the message says which and what to do. */
export class KeysError extends Error {
  override readonly name = 'KeysError'
  readonly path: string

  constructor(path: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.path = path
  }
}

export const VAULT_KEY = 'vault.agekey'
const PERSON = 'person.hmac'
const SIGN = 'sign.ed25519'

/** `HOANHAP_KEYS`, else `keys` beside the data folder: never inside it, so that a copy of the data holds no key. */
export function keysFolder(
  data: string,
  environment: { readonly HOANHAP_KEYS?: string | undefined } = process.env,
): string {
  return resolve(environment.HOANHAP_KEYS || join(data, '..', 'keys'))
}

/** Makes the keys that are missing and leaves the others as they are; a key is never replaced. */
export async function makeKeys(folder: string): Promise<Keys> {
  await makeOnce(join(folder, VAULT_KEY), async () => {
    const identity = await generateX25519Identity()
    return `# public key: ${await identityToRecipient(identity)}\n${identity}\n`
  })
  await makeOnce(join(folder, PERSON), () => randomBytes(32))
  await makeOnce(join(folder, SIGN), () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
  )
  return openKeys(folder)
}

/** Reads the keys; throws a {@link KeysError} when one is missing, open to group or others, or damaged. */
export async function openKeys(folder: string): Promise<Keys> {
  return Object.freeze({
    folder,
    vault: await openKey(join(folder, VAULT_KEY), vaultKey),
    person: await openKey(join(folder, PERSON), personKey),
    sign: await openKey(join(folder, SIGN), createPrivateKey),
  })
}

async function makeOnce(
  path: string,
  make: () => string | Uint8Array | Promise<string | Uint8Array>,
): Promise<void> {
  if (await fileExists(path)) await settle(path)
  else await writeDurably(path, await make())
}

async function openKey<T>(path: string, parse: (bytes: Buffer) => T | Promise<T>): Promise<T> {
  const bytes = await readPrivate(path).catch((cause: unknown) => {
    if (!(cause instanceof FileError)) throw cause
    const next = cause.fault === 'not-found' ? '; make the keys: hoanhap init' : ''
    throw new KeysError(path, `${cause.message}${next}`, { cause })
  })
  try {
    return await parse(bytes)
  } catch (cause) {
    const message = `${path} is not a key of the expected kind; restore it from the backup of the keys`
    throw new KeysError(path, message, { cause })
  }
}

async function vaultKey(bytes: Buffer): Promise<VaultKey> {
  const lines = bytes.toString('utf8').split('\n')
  const identity = lines.find((line) => line.startsWith('AGE-SECRET-KEY-1'))?.trim()
  if (identity === undefined) throw new TypeError('no line begins with AGE-SECRET-KEY-1')
  return { identity, recipient: await identityToRecipient(identity) }
}

function personKey(secret: Buffer): PersonKey {
  if (secret.length !== 32) throw new TypeError(`${secret.length} bytes instead of 32`)
  return { secret, id: createHash('sha256').update(secret).digest('hex').slice(0, 8) }
}

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { join, resolve } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import {
  FileError,
  fileExists,
  readPrivate,
  requirePrivateFolder,
  settle,
  writeDurably,
} from '../files.ts'

/** The three secrets of an installation: who may read the vault, who a pseudonym is, who signs an extract. */
export interface Keys {
  readonly folder: string
  readonly vault: VaultKey
  /** The vault's key to come, while a rotation is under way: what is put is sealed for it, what is read may be under either. */
  readonly nextVault: VaultKey | null
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

/** A kind of key: its file, new material for it, and the key in a file's bytes. */
export interface KeyKind<T> {
  readonly file: string
  make(): Promise<string | Uint8Array> | string | Uint8Array
  parse(bytes: Buffer): Promise<T> | T
  /** Tells keys apart and gives nothing away. */
  idOf(key: T): string
}

/** What becomes of a key's file name while the key is rotated: the key to come, and the one that is being destroyed. */
export const NEXT = '.next'
export const OLD = '.old'

const vaultKind: KeyKind<VaultKey> = {
  file: 'vault.agekey',
  async make() {
    const identity = await generateX25519Identity()
    return `# public key: ${await identityToRecipient(identity)}\n${identity}\n`
  },
  parse: vaultKey,
  idOf: ({ recipient }) => recipient,
}

const personKind: KeyKind<PersonKey> = {
  file: 'person.hmac',
  make: () => randomBytes(32),
  parse: personKey,
  idOf: ({ id }) => id,
}

const signKind: KeyKind<KeyObject> = {
  file: 'sign.ed25519',
  make: () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
  parse: (bytes) => createPrivateKey(bytes),
  idOf: (key) => shortSha(createPublicKey(key).export({ type: 'spki', format: 'der' })),
}

export const keyKinds = Object.freeze({ vault: vaultKind, person: personKind, sign: signKind })
export type KeyName = keyof typeof keyKinds
export const keyNames = Object.keys(keyKinds) as readonly KeyName[]

export const VAULT_KEY = vaultKind.file

/** `HOANHAP_KEYS`, else `keys` beside the data folder: never inside it, so that a copy of the data holds no key. */
export function keysFolder(
  data: string,
  environment: { readonly HOANHAP_KEYS?: string | undefined } = process.env,
): string {
  return resolve(environment.HOANHAP_KEYS || join(data, '..', 'keys'))
}

/** Makes the keys that are missing and leaves the others as they are; a key is never replaced. */
export async function makeKeys(folder: string): Promise<Keys> {
  for (const { file, make } of Object.values(keyKinds)) await makeOnce(join(folder, file), make)
  return openKeys(folder)
}

/**
 * Reads the keys; throws a {@link KeysError} when one is missing, a link, another user's, open to group or others, or damaged, or when
 * their folder is open.
 */
export async function openKeys(folder: string): Promise<Keys> {
  await told(folder, requirePrivateFolder(folder))
  const next = join(folder, `${VAULT_KEY}${NEXT}`)
  return Object.freeze({
    folder,
    vault: await openKey(join(folder, VAULT_KEY), vaultKind),
    nextVault: (await fileExists(next)) ? await openKey(next, vaultKind) : null,
    person: await openKey(join(folder, personKind.file), personKind),
    sign: await openKey(join(folder, signKind.file), signKind),
  })
}

async function makeOnce(
  path: string,
  make: () => string | Uint8Array | Promise<string | Uint8Array>,
): Promise<void> {
  if (await fileExists(path)) await settle(path)
  else await writeDurably(path, await make())
}

/** The key in a file of its kind. */
export async function openKey<T>(path: string, { parse }: KeyKind<T>): Promise<T> {
  const bytes = await told(path, readPrivate(path))
  try {
    return await parse(bytes)
  } catch (cause) {
    const message = `${path} is not a key of the expected kind; restore it from the backup of the keys`
    throw new KeysError(path, message, { cause })
  }
}

/** What the disk refuses, as a refusal of the key. */
function told<T>(path: string, looked: Promise<T>): Promise<T> {
  return looked.catch((cause: unknown) => {
    if (!(cause instanceof FileError)) throw cause
    const next = cause.fault === 'not-found' ? '; make the keys: hoanhap init' : ''
    throw new KeysError(path, `${cause.message}${next}`, { cause })
  })
}

async function vaultKey(bytes: Buffer): Promise<VaultKey> {
  const lines = bytes.toString('utf8').split('\n')
  const identity = lines.find((line) => line.startsWith('AGE-SECRET-KEY-1'))?.trim()
  if (identity === undefined) throw new TypeError('no line begins with AGE-SECRET-KEY-1')
  return { identity, recipient: await identityToRecipient(identity) }
}

function personKey(secret: Buffer): PersonKey {
  if (secret.length !== 32) throw new TypeError(`${secret.length} bytes instead of 32`)
  return { secret, id: shortSha(secret) }
}

function shortSha(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 8)
}

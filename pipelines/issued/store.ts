import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { fileExists, settle, writeDurably } from '../files.ts'

/** What was frozen and is not there, or is not what was frozen; nobody can make it again but from its copy. */
export class IssuedError extends Error {
  override readonly name = 'IssuedError'
  readonly path: string
  /** What is wrong with it, without where and what to do. */
  readonly found: string

  constructor(path: string, found: string, options?: ErrorOptions) {
    super(`${path} ${found}; restore it from the copy of the data folder`, options)
    this.path = path
    this.found = found
  }
}

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** SHA-256 of bytes, hexadecimal. */
export function shaOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Where frozen bytes lie; `packed` ones are compressed there, their SHA-256 is that of the bytes themselves. */
export function issuedPath(folder: string, sha256: string, packed = false): string {
  return join(folder, sha256.slice(0, 2), packed ? `${sha256}.gz` : sha256)
}

/**
 * Freezes bytes under their own SHA-256 and gives it; on disk when it resolves. What lies there already stays, unless it was damaged.
 */
export async function freeze(
  folder: string,
  bytes: Uint8Array | string,
  { packed = false }: { readonly packed?: boolean } = {},
): Promise<string> {
  const sha256 = shaOf(bytes)
  const path = issuedPath(folder, sha256, packed)
  const there = await frozen(folder, sha256, { packed }).catch(() => null)
  if (there === null) await writeDurably(path, packed ? await pack(bytes, { level: 9 }) : bytes)
  else await settle(path)
  return sha256
}

/** Frozen bytes, exactly as they were; throws an {@link IssuedError} when they are not there or have changed. */
export async function frozen(
  folder: string,
  sha256: string,
  { packed = false }: { readonly packed?: boolean } = {},
): Promise<Buffer> {
  const path = issuedPath(folder, sha256, packed)
  if (!(await fileExists(path))) throw new IssuedError(path, 'is not there')
  const kept = await readFile(path)
  const bytes = packed ? await unpack(kept).catch((cause: Error) => damaged(path, cause)) : kept
  if (shaOf(bytes) !== sha256) throw new IssuedError(path, 'is not as it was frozen')
  return bytes
}

function damaged(path: string, cause: Error): never {
  throw new IssuedError(path, 'is not as it was frozen', { cause })
}

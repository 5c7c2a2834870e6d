import { z } from 'zod'
import type { Reading } from '#sources/submission.ts'
import { readingSchema } from '../readers/reading.ts'
import { replacementPath } from './replacements.ts'
import type { Vault } from './vault.ts'
import { VaultError } from './vault-error.ts'

/** What a file was read as, by its own words (`null`) and by each assignment, when its original was destroyed. */
export interface SealedReading {
  readonly kind: 'sealed-reading'
  readonly layout: 1
  /** Of the original. */
  readonly sha256: string
  readonly readings: readonly {
    readonly assignment: number | null
    /** Its problems are masked already. */
    readonly reading: Reading
  }[]
}

const schema: z.ZodType<SealedReading> = z.strictObject({
  kind: z.literal('sealed-reading'),
  layout: z.literal(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  readings: z.array(
    z.strictObject({ assignment: z.int().min(1).nullable(), reading: readingSchema }),
  ),
})

export function bytesOf(sealed: SealedReading): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(sealed))
}

/** What is kept of a purged file; null while its original lies in the vault. */
export async function readingsKept(vault: Vault, sha256: string): Promise<SealedReading | null> {
  const bytes = await vault.replacements.get(sha256)
  if (bytes === null) return null
  return sealedReadingOf(bytes, sha256, replacementPath(vault.folder, sha256))
}

/** A purged file is not read by other words than those by which it had been read. */
export function readingGone(sha256: string, path: string): never {
  const message = `${path} was purged before it was assigned, and cannot be read again; take the assignment back: hoanhap withdraw ${sha256.slice(0, 12)} --reason …`
  throw new VaultError('purged', path, message)
}

/** Throws a {@link VaultError} when the bytes are no sealed reading of this file. */
function sealedReadingOf(bytes: Uint8Array, sha256: string, path: string): SealedReading {
  try {
    const sealed = schema.parse(JSON.parse(new TextDecoder().decode(bytes)))
    if (sealed.sha256 === sha256) return sealed
    throw new TypeError('it is of another file')
  } catch (cause) {
    const message = `${path} is not the reading that was kept of a purged file; restore it from the backup of the vault`
    throw new VaultError('damaged', path, message, { cause })
  }
}

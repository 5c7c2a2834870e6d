import { z } from 'zod'
import { frozen, IssuedError, issuedPath } from './store.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const schema = z.strictObject({
  kind: z.literal('issued'),
  layout: z.literal(1),
  plan: z.string(),
  window: z.string(),
  businessDate: z.string(),
  knownUntil: z.string(),
  figures: z.enum(['provisional', 'final']),
  generation: z.int(),
  dump: sha256,
  files: z.array(z.strictObject({ path: z.string(), sha256, bytes: z.int() })).min(1),
})

/** What was frozen for a document: which files, in their order, and what they were made of. */
export type Manifest = z.infer<typeof schema>
export type FrozenFile = Manifest['files'][number]

/** The bytes of a list of frozen files; equal lists have equal bytes. */
export function manifestBytes(manifest: Manifest): string {
  return `${JSON.stringify(schema.parse(manifest), null, 1)}\n`
}

/** The list of the frozen files under its SHA-256; throws an {@link IssuedError}. */
export async function manifestOf(folder: string, bytesSha: string): Promise<Manifest> {
  const bytes = await frozen(folder, bytesSha)
  const read = schema.safeParse(JSON.parse(bytes.toString('utf8')))
  if (read.success) return read.data
  throw new IssuedError(issuedPath(folder, bytesSha), 'is no list of frozen files', {
    cause: read.error,
  })
}

/** Reads every file of a document and its dump; throws an {@link IssuedError} at the first that is not as it was frozen. */
export async function requireFrozen(
  folder: string,
  { dump_sha, bytes_sha }: { readonly dump_sha: string; readonly bytes_sha: string },
): Promise<Manifest> {
  const manifest = await manifestOf(folder, bytes_sha)
  if (manifest.dump !== dump_sha) {
    throw new IssuedError(issuedPath(folder, bytes_sha), 'names another dump than the ledger')
  }
  await frozen(folder, dump_sha, { packed: true })
  for (const { sha256 } of manifest.files) await frozen(folder, sha256)
  return manifest
}

import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileExists, isTemporary } from '../files.ts'
import type { LedgerDatabase } from '../ledger/schema.ts'
import type { Keys } from '../vault/keys.ts'
import { replacementPath } from '../vault/replacements.ts'
import { readingsKept } from '../vault/sealed-reading.ts'
import { openVault, RECIPIENT, sealedSize, type Vault, vaultPath } from '../vault/vault.ts'
import { Fault, requireNone } from './finding.ts'

const RESTORE = 'restore them from the copy of the vault'

/** Every file of the ledger is there and as long as its content asks for. */
export async function vaultPresent(db: LedgerDatabase, folder: string): Promise<string> {
  const files = await filesOf(db)
  const wrong: string[] = []
  for (const { sha256, bytes } of files) {
    const path = vaultPath(folder, sha256)
    if (await fileExists(replacementPath(folder, sha256))) continue
    const status = await stat(path).catch(() => null)
    if (status === null) wrong.push(`${path} is missing`)
    else if (status.size !== sealedSize(bytes)) {
      wrong.push(`${path} has ${status.size} bytes, ${sealedSize(bytes)} were written`)
    }
  }
  requireNone(wrong, RESTORE)
  return `${files.length} files, each there in its length`
}

/** Every file decrypts to its SHA-256, and vault and ledger know the same files. */
export async function vaultWhole(db: LedgerDatabase, folder: string, keys: Keys): Promise<string> {
  const files = await filesOf(db)
  const vault = await openBegun(folder, keys, files.length)
  if (vault === null) return 'nothing was taken in yet'
  const wrong: string[] = []
  for (const { sha256, bytes } of files) {
    const kept = await readingsKept(vault, sha256).catch((cause: Error) => cause.message)
    if (typeof kept === 'string') wrong.push(kept)
    if (kept !== null) continue
    const content = await vault.get(sha256).catch((cause: Error) => cause.message)
    if (typeof content === 'string') wrong.push(content)
    else if (content.length !== bytes) {
      wrong.push(
        `${vaultPath(folder, sha256)} holds ${content.length} bytes, the ledger says ${bytes}`,
      )
    }
  }
  requireNone(wrong, RESTORE)
  await requireKnown(
    folder,
    new Set(
      files.flatMap(({ sha256 }) => [vaultPath(folder, sha256), replacementPath(folder, sha256)]),
    ),
  )
  return `${files.length} files, each decrypts to its SHA-256, and no others`
}

/** A doctor begins no vault. */
async function openBegun(
  folder: string,
  { vault, nextVault }: Keys,
  files: number,
): Promise<Vault | null> {
  const begun = join(folder, RECIPIENT)
  if (await fileExists(begun)) return openVault(folder, vault, { next: nextVault })
  if (files === 0) return null
  throw new Fault(`${begun} is missing`, 'with the right vault.agekey in place: hoanhap run')
}

/** What an arrival that was cut off has put there is entered when the file is looked at again. */
async function requireKnown(folder: string, known: ReadonlySet<string>): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const unknown = entries
    .filter((entry) => !entry.isDirectory() && !isTemporary(entry.name) && entry.name !== RECIPIENT)
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !known.has(path))
  requireNone(
    unknown.map((path) => `the ledger does not know ${path}`),
    'hoanhap run enters it while it still lies in the inbox; else the ledger is older than the vault: restore it from its newest copy',
  )
}

function filesOf(db: LedgerDatabase) {
  return db.selectFrom('file').select(['sha256', 'bytes']).orderBy('sha256').execute()
}

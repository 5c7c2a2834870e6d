import { readdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { sql } from 'kysely'
import { fileExists } from '../files.ts'
import { firstBreak } from '../ledger/audit.ts'
import { lastBuild } from '../ledger/builds.ts'
import { type Ledger, openLedgerReadOnly } from '../ledger/open.ts'
import type { LedgerDatabase } from '../ledger/schema.ts'
import { draftsOf } from '../publish/folder.ts'
import type { Site } from '../site.ts'
import { requireWhole } from '../station.ts'
import { openKeys } from '../vault/keys.ts'
import { readParsed } from '../vault/parsed.ts'
import { openVault, type Vault } from '../vault/vault.ts'
import { resultHash } from '../warehouse/dump.ts'
import { openReadOnly } from '../warehouse/engine.ts'
import { currentFile, generationName, isLeftOver } from '../warehouse/generation.ts'
import { verify } from '../warehouse/verify.ts'
import { type Answer, answer, type Context } from './command.ts'

/** One thing looked at: what was found, and what mends it. */
interface Finding {
  readonly check: string
  readonly ok: boolean
  readonly found: string
  readonly remedy: string | null
}

/** Says what is wrong with a site and the command that mends it; changes nothing. */
export async function doctor({ site }: Context): Promise<Answer> {
  const findings: Finding[] = []
  async function look<T>(
    check: string,
    remedy: string,
    probe: () => Promise<T>,
    said: (found: T) => string = String,
  ): Promise<T | null> {
    try {
      const found = await probe()
      findings.push({ check, ok: true, found: said(found), remedy: null })
      return found
    } catch (cause) {
      findings.push({ check, ok: false, found: (cause as Error).message, remedy })
      return null
    }
  }
  const keys = await look(
    'keys',
    'mend them as it says, or restore them from their copy',
    () => openKeys(site.keys),
    ({ person }) => person.id,
  )
  const ledger = await look(
    'ledger',
    'restore the ledger from its copy; for a new site: hoanhap init',
    () => openWhole(site),
    ({ path }) => path,
  )
  if (ledger !== null) {
    const { db } = ledger
    await look('audit trail', 'restore the ledger from its copy', () => auditChain(db))
    if (keys !== null) {
      await look('vault', 'restore the file from the copy of the vault', async () =>
        vaultFiles(db, await openVault(site.vault, keys.vault)),
      )
    }
    await look('parsed files', 'hoanhap rebuild', () => parsedFiles(db, site.parsed))
    await look('generation', 'hoanhap rebuild', () => generation(db, site.warehouse))
    await ledger.close()
  }
  await look('left-overs', 'hoanhap run', () => leftOvers(site))
  const ok = findings.every((finding) => finding.ok)
  return answer(
    { ok, findings },
    findings.map(
      ({ check, ok: fine, found, remedy }) =>
        `${fine ? '✓' : '✗'} ${check.padEnd(13)} ${found}${remedy === null ? '' : `\n  → ${remedy}`}`,
    ),
    ok,
  )
}

/** The ledger, when SQLite finds all of it in order and the vault needs no other. */
async function openWhole(site: Site): Promise<Ledger> {
  await requireWhole(site)
  const ledger = await openLedgerReadOnly(site.ledger)
  const faults = await sql<{ quick_check: string }>`pragma quick_check`
    .execute(ledger.db)
    .then(({ rows }) => rows.map(({ quick_check }) => quick_check).filter((word) => word !== 'ok'))
    .catch((cause: Error) => [cause.message])
  const [fault] = faults
  if (fault === undefined) return ledger
  await ledger.close()
  throw new Error(`${site.ledger}: ${fault}`)
}

async function auditChain(db: LedgerDatabase): Promise<string> {
  const broken = await firstBreak(db)
  if (broken !== null) throw new Error(`the chain is broken at entry ${broken}`)
  return 'unbroken'
}

async function vaultFiles(db: LedgerDatabase, vault: Vault): Promise<string> {
  const files = await db.selectFrom('file').select('sha256').orderBy('sha256').execute()
  for (const { sha256 } of files) await vault.get(sha256)
  return `${files.length} files, each decrypts to its SHA-256`
}

async function parsedFiles(db: LedgerDatabase, folder: string): Promise<string> {
  const named = await db.selectFrom('submission').select('parsed_name').execute()
  for (const { parsed_name } of named) await readParsed(folder, parsed_name)
  return `${named.length} files, each as it was written`
}

async function generation(db: LedgerDatabase, warehouse: string): Promise<string> {
  const file = await currentFile(warehouse)
  if (await fileExists(`${file}.wal`))
    throw new Error(`${file}.wal stands beside a finished generation`)
  const build = await lastBuild(db)
  if (build === undefined || !file.endsWith(generationName(build.generation))) {
    throw new Error(
      `CURRENT names ${file}, the ledger's last build is ${build?.generation ?? 'none'}`,
    )
  }
  const engine = await openReadOnly(file)
  try {
    const { rows, values } = await verify(engine)
    const hash = await resultHash(engine)
    if (hash !== build.result_hash)
      throw new Error(`result hash ${hash}, the ledger says ${build.result_hash}`)
    return `${generationName(build.generation)}: ${rows} rows, ${values} values, result hash ${hash}`
  } finally {
    engine.close()
  }
}

/** What runs that were cut off have left; the next run clears it away. */
async function leftOvers({ warehouse, out }: Site): Promise<string> {
  const names = await readdir(warehouse).catch(() => [])
  const beside = await readdir(dirname(out)).catch(() => [])
  const left = [
    ...names.filter(isLeftOver),
    ...beside.filter((name) => draftsOf(basename(out)).includes(name)),
  ]
  if (left.length > 0) throw new Error(left.join(', '))
  return 'none'
}

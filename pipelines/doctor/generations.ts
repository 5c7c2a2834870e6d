import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { buildOf, lastBuild } from '../ledger/builds.ts'
import type { Build, LedgerDatabase } from '../ledger/schema.ts'
import { openReadOnly } from '../warehouse/engine.ts'
import {
  currentFile,
  generationFiles,
  generationName,
  generationOf,
} from '../warehouse/generation.ts'
import { differenceFrom, prove } from '../warehouse/proof.ts'
import { Fault, requireNone } from './finding.ts'
import { requireSameSubmissions } from './submissions.ts'

const RUN = 'hoanhap run'

/** The current generation is the one that the ledger last built, and opens. */
export async function currentOpens(db: LedgerDatabase, warehouse: string): Promise<string> {
  const { file, build } = await currentOf(db, warehouse)
  const engine = await openReadOnly(file)
  engine.close()
  return `${generationName(build.generation)}, result hash ${build.result_hash}`
}

/** Every block of the current generation reads, it holds the submissions of the ledger as known then, and its hash is the ledger's. */
export async function currentWhole(db: LedgerDatabase, warehouse: string): Promise<string> {
  const { file, build } = await currentOf(db, warehouse)
  const proof = await prove(file)
  const difference = differenceFrom(proof, build)
  if (difference !== null) throw new Fault(`${file} ${difference}`, RUN)
  await requireSameSubmissions(db, file, build.known_until)
  const { rows, values, resultHash } = proof
  return `${generationName(build.generation)}: ${rows} rows, ${values} values, result hash ${resultHash}`
}

/** Every block of the older generations that are kept reads, too. */
export async function olderWhole(db: LedgerDatabase, warehouse: string): Promise<string> {
  const current = await currentFile(warehouse).catch(() => '')
  const files = (await generationFiles(warehouse)).map((name) => join(warehouse, name))
  const older = files.filter((file) => file !== current)
  const wrong: string[] = []
  for (const file of older) {
    const build = await buildOf(db, generationOf(file) ?? 0)
    const found = await prove(file).then(
      (proof) => (build === undefined ? null : differenceFrom(proof, build)),
      (cause: Error) => cause.message,
    )
    if (found !== null) wrong.push(`${file}: ${found}`)
  }
  requireNone(wrong, 'delete the file, nothing is published from it')
  return `${older.length} kept, each reads whole`
}

/** No log lies beside a finished generation: DuckDB would merge it without a word. */
export async function noLogs(warehouse: string): Promise<string> {
  const names = await readdir(warehouse).catch(() => [])
  const logs = names.filter((name) => /^gen-\d{6}\.duckdb\.wal$/.test(name))
  requireNone(
    logs.map((name) => `${join(warehouse, name)} lies beside a finished generation`),
    'move it away, then: hoanhap run',
  )
  return 'none'
}

async function currentOf(
  db: LedgerDatabase,
  warehouse: string,
): Promise<{ readonly file: string; readonly build: Build }> {
  const file = await currentFile(warehouse)
  const build = await lastBuild(db)
  if (build !== undefined && generationOf(file) === build.generation) return { file, build }
  const last = build === undefined ? 'none' : generationName(build.generation)
  throw new Fault(`CURRENT names ${file}, the ledger's last build is ${last}`, RUN)
}

import type { Database } from '#models/database.ts'
import { buildOf, lastBuild } from '../ledger/builds.ts'
import type { Build, LedgerDatabase } from '../ledger/schema.ts'
import { warehouse } from './dialect.ts'
import { resultHash } from './dump.ts'
import { type Engine, openReadOnly, StrayLogError } from './engine.ts'
import { currentFile, generationName, generationOf } from './generation.ts'
import { verify } from './verify.ts'

/** What a generation says of itself once every block of it was read. */
export interface Proof {
  readonly file: string
  readonly meta: Database['meta']
  readonly resultHash: string
  readonly rows: number
  readonly values: number
}

/** A generation that is damaged, or another than the ledger knows; a new one can always be made. */
export class GenerationError extends Error {
  override readonly name = 'GenerationError'
  readonly path: string

  constructor(path: string, found: string, options?: ErrorOptions) {
    super(`${path} ${found}; make a new generation: hoanhap run`, options)
    this.path = path
  }
}

/** Opens a generation and reads all of it; throws a {@link GenerationError} when a block is not as it was written. */
export async function prove(file: string): Promise<Proof> {
  try {
    const engine = await openReadOnly(file)
    try {
      return await proofOf(file, engine)
    } finally {
      engine.close()
    }
  } catch (cause) {
    if (cause instanceof StrayLogError) throw cause
    throw new GenerationError(file, `is damaged (${reasonOf(cause)})`, { cause })
  }
}

/** The current generation, whole and the one that the ledger knows, or a refusal that says what is wrong. */
export async function requireCurrent(folder: string, ledger: LedgerDatabase): Promise<Proof> {
  const file = await currentFile(folder)
  const number = generationOf(file)
  const last = await lastBuild(ledger)
  if (number === null || number < (last?.generation ?? 0)) {
    const name = last === undefined ? 'none' : generationName(last.generation)
    throw new GenerationError(file, `is current, but the ledger's last build is ${name}`)
  }
  const proof = await prove(file)
  const difference = differenceFrom(proof, await buildOf(ledger, number))
  if (difference !== null) throw new GenerationError(file, difference)
  return proof
}

/** In what a generation differs from the ledger's word on its build, or null. The hash of one that was killed at its end is unknown. */
export function differenceFrom(proof: Proof, build: Build | undefined): string | null {
  if (build === undefined) return 'is of no build that the ledger knows'
  const { meta } = proof
  const pairs = [
    ['business date', meta.business_date, build.business_date],
    ['known until', meta.known_until, build.known_until],
    ['code', meta.code_version, build.code_version],
    ['reference', meta.reference_sha, build.reference_sha],
    ['key', meta.key_id, build.key_id],
    ['result hash', proof.resultHash, build.result_hash ?? proof.resultHash],
  ] as const
  const other = pairs.find(([, own, known]) => own !== known)
  if (other === undefined) return null
  const [what, own, known] = other
  return `says ${what} ${own}, the ledger ${known}`
}

async function proofOf(file: string, engine: Engine): Promise<Proof> {
  const { rows, values } = await verify(engine)
  const meta = await warehouse(engine).selectFrom('meta').selectAll().executeTakeFirstOrThrow()
  return { file, meta, resultHash: await resultHash(engine), rows, values }
}

/** The first line of what DuckDB says, without the statement. */
function reasonOf(cause: unknown): string {
  const { message } = cause as Error
  const inner = (cause as Error).cause
  return (inner instanceof Error ? inner.message : message).split('\n', 1)[0] ?? message
}

import { fork } from 'node:child_process'
import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import {
  type Disk,
  fileExists,
  isTemporary,
  makeFolder,
  syncFolder,
  writeDurably,
} from '../files.ts'
import { type Engine, openReadOnly } from './engine.ts'

/** What the builder child is told; it reads ledger and parsed files by itself and never sees a vault key. */
export interface BuildRequest {
  readonly ledger: string
  readonly parsed: string
  /** The file to make; it is renamed by whoever asked, after the child has verified it. */
  readonly file: string
  readonly plan: string
  readonly communes: readonly string[] | null
  readonly businessDate: CalendarDate
  readonly knownUntil: string
  readonly codeVersion: string
  readonly keyId: string
}

export interface BuildReport {
  readonly resultHash: string
  readonly submissions: number
  readonly rows: number
  readonly values: number
}

/** The builder child ended without a generation; the current one is still served. */
export class BuildError extends Error {
  override readonly name = 'BuildError'

  constructor(reason: string) {
    super(
      `the generation was not built: ${reason}\nthe current one is still served; see what is wrong: hoanhap doctor`,
    )
  }
}

const KEEP = 3
const DRAFT = '.draft'

/** `gen-000012.duckdb`: a name that is never used twice, so that no stale WAL can meet it. */
export function generationName(generation: number): string {
  return `gen-${String(generation).padStart(6, '0')}.duckdb`
}

/** Builds in a child process, whose environment holds no keys; resolves when the file is verified and closed. */
export function buildInChild(request: BuildRequest): Promise<BuildReport> {
  const { HOANHAP_KEYS: _keys, ...environment } = process.env
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./builder-child.ts', import.meta.url), {
      execArgv: ['--import', import.meta.resolve('tsx')],
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let said = ''
    let report: BuildReport | undefined
    child.stderr?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-20_000)
    })
    child.once('message', (message) => {
      report = message as BuildReport
    })
    child.once('error', (cause) => reject(new BuildError(cause.message)))
    child.once('close', (code, signal) => {
      if (code === 0 && report !== undefined) resolve(report)
      else
        reject(
          new BuildError(said.trim() || `the builder ended with ${signal ?? `exit code ${code}`}`),
        )
    })
    child.send(request)
  })
}

/**
 * Makes a built file the current generation: fsync, rename, fsync of the folder, only then the pointer, so that no power cut leaves a
 * pointer to nothing.
 *
 * A log that lies under the new name is of no generation and would be merged into this one without a word (measured): it is removed.
 */
export async function makeCurrent(
  warehouse: string,
  file: string,
  generation: number,
  disk: Disk = fs,
): Promise<string> {
  const name = generationName(generation)
  const handle = await disk.open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  await disk.rm(join(warehouse, `${name}.wal`), { force: true })
  await disk.rename(file, join(warehouse, name))
  await syncFolder(warehouse, disk)
  await writeDurably(join(warehouse, 'CURRENT'), `${name}\n`, { disk })
  return join(warehouse, name)
}

/** Removes the generations before the last three, which no reader holds any more; only under the lease. */
export async function pruneGenerations(warehouse: string): Promise<void> {
  const old = (await fs.readdir(warehouse)).filter((f) => /^gen-\d{6}\.duckdb$/.test(f)).sort()
  for (const outdated of old.slice(0, -KEEP)) {
    await fs.rm(join(warehouse, outdated))
    await fs.rm(join(warehouse, `${outdated}.wal`), { force: true })
  }
}

/** A file of its own in which a generation can be made; what killed or failed builds left is removed, so only under the lease. */
export async function draftFile(warehouse: string, name: string): Promise<string> {
  await makeFolder(warehouse)
  await sweepDrafts(warehouse)
  return join(warehouse, `${name}${DRAFT}`)
}

/** Removes what builds that did not end have left; only under the lease. */
export async function sweepDrafts(warehouse: string): Promise<void> {
  for (const left of (await fs.readdir(warehouse)).filter(isLeftOver)) {
    await fs.rm(join(warehouse, left), { recursive: true, force: true })
  }
}

/** True for the name of something in the warehouse that a build which did not end has left. */
export function isLeftOver(name: string): boolean {
  return name.includes(DRAFT) || isTemporary(name)
}

/** Nothing has been built yet, or the pointer names a file that is not there. */
export class NoGenerationError extends Error {
  override readonly name = 'NoGenerationError'

  constructor(warehouse: string) {
    super(`${warehouse} holds no current generation; make one: hoanhap run`)
  }
}

/** Path of the current generation; throws a {@link NoGenerationError} when there is none. */
export async function currentFile(warehouse: string): Promise<string> {
  const name = await fs
    .readFile(join(warehouse, 'CURRENT'), 'utf8')
    .catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return ''
      throw cause
    })
  const path = join(warehouse, name.trim())
  if (name.trim() === '' || !(await fileExists(path))) throw new NoGenerationError(warehouse)
  return path
}

/** Opens the current generation read-only. */
export async function openCurrent(warehouse: string): Promise<Engine> {
  return openReadOnly(await currentFile(warehouse))
}

import { fork } from 'node:child_process'
import { open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { fileExists, isTemporary, makeFolder, writeDurably } from '../files.ts'
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

/** What the builder child says before it ends. */
export type BuildAnswer =
  | { readonly kind: 'built'; readonly report: BuildReport }
  | {
      readonly kind: 'refused'
      readonly why: string
      /** The parsed file that must be read again from the vault before a build can succeed. */
      readonly readAgain: string | null
    }

/** The builder child ended without a generation; the current one is still served. */
export class BuildError extends Error {
  override readonly name = 'BuildError'
  /** The parsed file that was at fault: it can be read again from the vault. */
  readonly readAgain: string | null

  constructor(reason: string, readAgain: string | null = null) {
    super(
      `the generation was not built: ${reason}\nthe current one is still served; see what is wrong: hoanhap doctor`,
    )
    this.readAgain = readAgain
  }
}

const KEEP = 3
const DRAFT = '.draft'

/** `gen-000012.duckdb`: a name that is never used twice, so that no stale WAL can meet it. */
export function generationName(generation: number): string {
  return `gen-${String(generation).padStart(6, '0')}.duckdb`
}

/** The number of a generation's file, or null for any other name. */
export function generationOf(file: string): number | null {
  const digits = /^gen-(\d{6})\.duckdb$/.exec(basename(file))?.[1]
  return digits === undefined ? null : Number(digits)
}

/** The files of generations in the warehouse, oldest first. */
export async function generationFiles(warehouse: string): Promise<readonly string[]> {
  const names = await readdir(warehouse).catch(() => [])
  return names.filter((name) => generationOf(name) !== null).sort()
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
    let answer: BuildAnswer | undefined
    child.stderr?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-20_000)
    })
    child.once('message', (message) => {
      answer = message as BuildAnswer
    })
    child.once('error', (cause) => reject(new BuildError(cause.message)))
    child.once('close', (code, signal) => {
      if (answer?.kind === 'built') resolve(answer.report)
      else if (answer?.kind === 'refused') reject(new BuildError(answer.why, answer.readAgain))
      else {
        const how = `the builder ended with ${signal ?? `exit code ${code}`}`
        reject(new BuildError(said.trim() || how))
      }
    })
    child.send(request)
  })
}

/**
 * Makes a built file the current generation: fsync, rename, pointer; keeps the last three for readers that still hold them.
 *
 * A log that lies under the new name is of no generation and would be merged into this one without a word (measured): it is removed.
 */
export async function makeCurrent(
  warehouse: string,
  file: string,
  generation: number,
): Promise<string> {
  const name = generationName(generation)
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
  await rm(join(warehouse, `${name}.wal`), { force: true })
  await rename(file, join(warehouse, name))
  await writeDurably(join(warehouse, 'CURRENT'), `${name}\n`)
  for (const outdated of (await generationFiles(warehouse)).slice(0, -KEEP)) {
    for (const path of [outdated, `${outdated}.wal`]) {
      await rm(join(warehouse, path), { force: true })
    }
  }
  return join(warehouse, name)
}

/** A file of its own in which a generation can be made; what killed or failed builds left is removed, so only under the lease. */
export async function draftFile(warehouse: string, name: string): Promise<string> {
  await makeFolder(warehouse)
  await sweepDrafts(warehouse)
  return join(warehouse, `${name}${DRAFT}`)
}

/** Removes what builds that did not end have left; only under the lease. */
export async function sweepDrafts(warehouse: string): Promise<void> {
  for (const left of (await readdir(warehouse)).filter(isLeftOver)) {
    await rm(join(warehouse, left), { recursive: true, force: true })
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
  const name = await readFile(join(warehouse, 'CURRENT'), 'utf8').catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return ''
      throw cause
    },
  )
  const path = join(warehouse, name.trim())
  if (name.trim() === '' || !(await fileExists(path))) throw new NoGenerationError(warehouse)
  return path
}

/** Opens the current generation read-only. */
export async function openCurrent(warehouse: string): Promise<Engine> {
  return openReadOnly(await currentFile(warehouse))
}

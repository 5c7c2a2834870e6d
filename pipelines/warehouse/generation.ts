import * as fs from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  type Disk,
  fileExists,
  isTemporary,
  makeFolder,
  syncFolder,
  withPath,
  writeDurably,
} from '../files.ts'
import { type Engine, openReadOnly } from './engine.ts'

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
  const names = await fs.readdir(warehouse).catch(() => [])
  return names.filter((name) => generationOf(name) !== null).sort()
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
  } catch (cause) {
    throw withPath(cause, file)
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
  for (const outdated of (await generationFiles(warehouse)).slice(0, -KEEP)) {
    for (const path of [outdated, `${outdated}.wal`]) {
      await fs.rm(join(warehouse, path), { force: true })
    }
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

  constructor(warehouse: string, named = '') {
    const missing = named === '' ? '' : `: ${named}, which CURRENT names, is not there`
    super(`${warehouse} holds no current generation${missing}; make one: hoanhap run`)
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
  if (name.trim() === '') throw new NoGenerationError(warehouse)
  if (!(await fileExists(path))) throw new NoGenerationError(warehouse, name.trim())
  return path
}

/** Opens the current generation read-only. */
export async function openCurrent(warehouse: string): Promise<Engine> {
  return openReadOnly(await currentFile(warehouse))
}

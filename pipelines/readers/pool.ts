import { availableParallelism } from 'node:os'
import type { Problem } from '#sources/problem.ts'
import { LIMITS as FILE_LIMITS } from '#sources/readers/limits.ts'
import type { Reading } from '#sources/submission.ts'
import { type Log, noLog } from '../effects.ts'
import type { MakeJob, ReaderJob, ReaderSetup, SearchJob, Work } from './job.ts'
import {
  isAnswer,
  type Reader,
  type ReaderLimits,
  ReaderStartError,
  type Result,
  startReader,
} from './reader.ts'
import { readingSchema } from './reading.ts'

/** Reads files in child processes, as many at a time as there are cores. */
export interface Readers {
  readonly setup: ReaderSetup
  readonly size: number
  /**
   * The reading of one file. A file that kills its reader twice, or makes it throw, is rejected with the problem `reader-killed`;
   * the promise is rejected only when no reader can be started.
   */
  read(job: ReaderJob): Promise<Reading>
  /** A file made from another one; null when no reader survived it or it could not be made. */
  make(job: MakeJob): Promise<Uint8Array | null>
  /** {@link search} in a child; null also for a file that no reader survives. */
  search(job: SearchJob): Promise<readonly number[] | null>
  close(): void
}

export interface ReadersOptions extends Partial<ReaderLimits> {
  readonly size?: number
  readonly log?: Log
  /** Address of another module with `read`, for tests. */
  readonly module?: string
}

/**
 * Guards against hostile or broken files: heap 400 MB, 7 s for a file, a fresh child after 200 files or a kill. With two attempts, two starts
 * and this process beside them an answer takes less than 20 s and 700 MB.
 */
const LIMITS: ReaderLimits = { timeoutMs: 7_000, heapMb: 400, filesPerChild: 200 }
/** Once more in a fresh child, because a machine short of memory kills readers of good files. */
const ATTEMPTS = 2
/** Of a file that a child has made: the largest that is taken in, with every row of it on a slip. */
const MOST_BYTES = 2 * FILE_LIMITS.fileBytes

/** A pool whose children start when there is work for them. Close it, or they live as long as this process. */
export function openReaders(setup: ReaderSetup, options: ReadersOptions = {}): Readers {
  const { size = availableParallelism(), log = noLog, module, ...given } = options
  const limits = { ...LIMITS, ...given }
  const idle: Reader[] = []
  const working = new Set<Reader>()
  const waiting: (() => void)[] = []
  let free = size
  let closed = false

  async function read(job: ReaderJob): Promise<Reading> {
    const result = await worked({ kind: 'job', job })
    return result.kind === 'done' ? result.reading : killed(result, limits)
  }

  async function make(job: MakeJob): Promise<Uint8Array | null> {
    const result = await worked({ kind: 'make', make: job })
    return result.kind === 'made' ? result.bytes : null
  }

  async function search(job: SearchJob): Promise<readonly number[] | null> {
    const result = await worked({ kind: 'search', search: job })
    return result.kind === 'searched' ? result.found : null
  }

  async function worked(work: Work): Promise<Result> {
    await slot()
    try {
      return await attempts(work)
    } finally {
      free += 1
      waiting.shift()?.()
    }
  }

  async function slot(): Promise<void> {
    while (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    free -= 1
  }

  async function attempts(work: Work): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      requireOpen()
      const result = await once(work)
      if (isAnswer(result)) return result
      requireOpen()
      log.warn({ ...result, attempt }, 'a reader did not survive a file')
      if (result.kind === 'threw' || attempt === ATTEMPTS) return result
    }
  }

  /** A child that closing has killed says nothing about its file. */
  function requireOpen(): void {
    if (closed) throw new ReaderStartError('the readers are closed')
  }

  async function once(work: Work): Promise<Result> {
    const reader = takeIdle() ?? (await startReader(setup, limits, module))
    working.add(reader)
    const result = checked(await reader.run(work), work)
    working.delete(reader)
    if (reader.usable && !closed) idle.push(reader)
    else reader.stop()
    return result
  }

  /** A child may have been killed from outside while it had nothing to do. */
  function takeIdle(): Reader | undefined {
    for (let reader = idle.pop(); reader !== undefined; reader = idle.pop()) {
      if (reader.usable) return reader
      reader.stop()
    }
    return undefined
  }

  function close(): void {
    closed = true
    for (const reader of [...idle.splice(0), ...working]) reader.stop()
  }

  return Object.freeze({ setup, size, read, make, search, close })
}

/** An answer that cannot be what was asked for is a mistake of the reader, wherever it comes from. */
function checked(result: Result, { kind }: Work): Result {
  if (result.kind === 'made') {
    return kind === 'make' && isFile(result.bytes) ? result : mistaken('not a file')
  }
  if (result.kind === 'searched') {
    return kind === 'search' && arePlaces(result.found) ? result : mistaken('not a search')
  }
  if (result.kind !== 'done') return result
  const { success, data, error } = readingSchema.safeParse(result.reading)
  if (success) return kind === 'job' ? { kind: 'done', reading: data } : mistaken('not a file')
  return mistaken('not a reading', ...error.issues.map((issue) => issue.path.join('.')).slice(0, 5))
}

function mistaken(error: string, ...at: readonly string[]): Result {
  return { kind: 'threw', error, at: at.join(', ') }
}

function arePlaces(found: unknown): boolean {
  return found === null || (Array.isArray(found) && found.every((at) => Number.isInteger(at)))
}

function isFile(bytes: unknown): bytes is Uint8Array {
  return bytes instanceof Uint8Array && bytes.length <= MOST_BYTES
}

/** The answer for a file that no reader survived. */
function killed(result: Exclude<Result, { kind: 'done' }>, limits: ReaderLimits): Reading {
  const facts: Problem['facts'] =
    result.kind === 'killed' && result.how === 'time'
      ? { how: 'time', seconds: Math.ceil(limits.timeoutMs / 1000) }
      : { how: result.kind === 'threw' ? 'error' : 'crash' }
  const problem: Problem = {
    code: 'reader-killed',
    severity: 'error',
    sheet: null,
    cell: null,
    field: null,
    value: null,
    personal: false,
    facts,
  }
  return { outcome: 'rejected', sheets: [], problems: [problem] }
}

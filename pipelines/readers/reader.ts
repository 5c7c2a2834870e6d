import { type ChildProcess, fork } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { FromReader, ReaderSetup, ToReader, Work } from './job.ts'

export interface ReaderLimits {
  /** For one file; then the child is killed. */
  readonly timeoutMs: number
  readonly heapMb: number
  /** After so many files the child is replaced. */
  readonly filesPerChild: number
}

/** What came of one job. `killed`: the child is gone, by our timer, out of memory, or by somebody's signal. */
export type Result =
  | Extract<FromReader, { kind: 'done' | 'made' | 'searched' | 'threw' }>
  | { readonly kind: 'killed'; readonly how: 'time' | 'crash'; readonly signal: string }

/** What was asked for, not a mistake of ours and not an end. */
export type AnswerOfReader = Extract<FromReader, { kind: 'done' | 'made' | 'searched' }>

export function isAnswer(heard: { readonly kind: string }): heard is AnswerOfReader {
  return heard.kind === 'done' || heard.kind === 'made' || heard.kind === 'searched'
}

/** One child process, one job at a time. */
export interface Reader {
  run(work: Work): Promise<Result>
  /** False once the child is gone or has served its number of files. */
  readonly usable: boolean
  stop(): void
}

/** Reading cannot begin at all; it says nothing about any file. */
export class ReaderStartError extends Error {
  override readonly name = 'ReaderStartError'

  constructor(why: string) {
    super(`a reader process did not start: ${why}; check the installation: hoanhap doctor`)
  }
}

const START_MS = 120_000
const PROGRAM = fileURLToPath(new URL('./child.ts', import.meta.url))
const TYPESCRIPT = new URL('../typescript.mjs?zod', import.meta.url).href

/** Starts a child that runs `read` of a module; throws a {@link ReaderStartError} when it never becomes ready. */
export async function startReader(
  setup: ReaderSetup,
  limits: ReaderLimits,
  module?: string,
): Promise<Reader> {
  const child = fork(PROGRAM, module === undefined ? [] : [module], {
    execArgv: [`--max-old-space-size=${limits.heapMb}`, '--import', TYPESCRIPT],
    serialization: 'advanced',
    env: { TZ: 'UTC', TMPDIR: tmpdir() },
    cwd: '/',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  try {
    await expect(child, 'listening')
    send(child, { kind: 'setup', setup })
    await expect(child, 'ready')
  } catch (cause) {
    child.kill('SIGKILL')
    throw cause
  }
  return readerOf(child, limits)
}

function readerOf(child: ChildProcess, limits: ReaderLimits): Reader {
  let served = 0
  return {
    get usable() {
      return isAlive(child) && served < limits.filesPerChild
    },
    async run(work) {
      served += 1
      const sent = next(child, limits.timeoutMs)
      send(child, work)
      const heard = await sent
      if (isAnswer(heard) || heard.kind === 'threw') return heard
      child.kill('SIGKILL')
      if (heard.kind === 'silence') return { kind: 'killed', how: 'time', signal: 'SIGKILL' }
      return {
        kind: 'killed',
        how: 'crash',
        signal: heard.kind === 'gone' ? heard.signal : heard.kind,
      }
    },
    stop: () => void child.kill('SIGKILL'),
  }
}

/** A child that was sent a signal counts as dead at once, although it takes a moment to die. */
function isAlive({ connected, killed, exitCode, signalCode }: ChildProcess): boolean {
  return connected && !killed && exitCode === null && signalCode === null
}

type Heard =
  | FromReader
  | { readonly kind: 'silence' }
  | { readonly kind: 'gone'; readonly signal: string }

/** The child's next word, or that it kept silent for too long, or that it is gone. */
function next(child: ChildProcess, withinMs: number): Promise<Heard> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => end({ kind: 'silence' }), withinMs)
    const said = (message: unknown) => end(message as FromReader)
    const left = (code: number | null, signal: string | null) =>
      end({ kind: 'gone', signal: signal ?? `exit ${code}` })
    const failed = (error: Error) => end({ kind: 'gone', signal: error.name })
    function end(heard: Heard): void {
      clearTimeout(timer)
      child.off('message', said).off('exit', left).off('error', failed)
      resolve(heard)
    }
    child.once('message', said).once('exit', left).once('error', failed)
  })
}

async function expect(child: ChildProcess, kind: FromReader['kind']): Promise<void> {
  const heard = await next(child, START_MS)
  if (heard.kind === kind) return
  if (heard.kind === 'unable') throw new ReaderStartError(heard.why)
  throw new ReaderStartError(heard.kind === 'gone' ? `it ended with ${heard.signal}` : heard.kind)
}

/** A child that dies while it is written to is noticed by its exit; the error of the pipe adds nothing. */
function send(child: ChildProcess, message: ToReader): void {
  child.send(message, () => {})
}

import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Site } from '#pipelines/site.ts'

/** What can be counted, and made to fail by its number among its kind. */
export type MomentKind =
  | 'open'
  | 'write'
  | 'half'
  | 'sync'
  | 'rename'
  | 'rm'
  | 'mkdir'
  | 'ledger'
  | 'warehouse'
  | 'word'

/** The n-th call of a kind; with `what` (a regular expression) the n-th of those whose description it matches. */
export interface Which {
  readonly kind: MomentKind
  readonly nth: number
  readonly what?: string
}

/** What shall go wrong, in the program itself or in the builder that it starts. */
export type Fault = { readonly at: 'main' | 'builder' } & (
  | { /** SIGKILL before the n-th moment. */ readonly kill: number }
  | (Which & { /** SIGKILL before that one. */ readonly kill: true })
  | (Which & {
      readonly error: 'EIO' | 'ENOSPC' | 'SQLITE_FULL' | 'SQLITE_IOERR_WRITE'
      /** From then on every call fails but removals: a full disk. */
      readonly onwards?: boolean
    })
)

/** One change to the text of a product's file; `from` occurs exactly once. */
export interface Mutation {
  readonly file: string
  readonly from: string
  readonly to: string
}

export interface Moment {
  readonly n: number
  readonly kind: MomentKind
  /** Its number among its kind. */
  readonly nth: number
  readonly what: string
}

/** How a command line ended, and the moments through which it and its builder went. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
  readonly moments: { readonly main: readonly Moment[]; readonly builder: readonly Moment[] }
}

export interface Circumstances {
  readonly fault?: Fault
  readonly mutations?: readonly Mutation[]
  /** Milliseconds to add to the clock of the program. */
  readonly shiftMs?: number
  /** SIGKILL from outside after so many milliseconds, whatever it is doing. */
  readonly killAfterMs?: number
  /** Largest file that the program may write, in blocks of 512 bytes (`ulimit -f`): native code too is refused with EFBIG. */
  readonly mostBlocks?: number
  /** Ends it with SIGTERM once its log says this. */
  readonly until?: string
}

const PROGRAM = fileURLToPath(new URL('../../../pipelines/hoanhap.mjs', import.meta.url))
const PRELOAD = new URL('./preload.mjs', import.meta.url).href

/** Runs a command line of the real program on a site, under given circumstances, to its end. */
export async function program(
  site: Site,
  argv: readonly string[],
  circumstances: Circumstances = {},
): Promise<Ended> {
  const notes = await mkdtemp(join(tmpdir(), 'hoanhap-moments-'))
  try {
    const ended = await ranToEnd(site, argv, circumstances, notes)
    const [main, builder] = await Promise.all(
      ['main', 'builder'].map((role) => momentsOf(join(notes, role))),
    )
    return { ...ended, moments: { main: main ?? [], builder: builder ?? [] } }
  } finally {
    // A builder whose parent was killed may still be writing its last note.
    await rm(notes, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

function ranToEnd(
  site: Site,
  argv: readonly string[],
  { fault, mutations, shiftMs, killAfterMs, mostBlocks, until }: Circumstances,
  notes: string,
): Promise<Omit<Ended, 'moments'>> {
  const order = { root: dirname(site.data), notes, fault, mutations, shiftMs }
  const words = [process.execPath, PROGRAM, '--data', site.data, ...argv]
  const [command = '', ...rest] =
    mostBlocks === undefined
      ? words
      : ['sh', '-c', `ulimit -f ${mostBlocks}; exec "$@"`, 'sh', ...words]
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, {
      env: {
        ...process.env,
        NODE_OPTIONS: `--import ${PRELOAD}`,
        HOANHAP_FAULT: JSON.stringify(order),
        HOANHAP_KEYS: site.keys,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = { out: '', err: '' }
    child.stdout.on('data', (chunk) => {
      said.out += chunk
    })
    child.stderr.on('data', (chunk) => {
      said.err += chunk
      if (until !== undefined && said.err.includes(until)) child.kill('SIGTERM')
    })
    const timer =
      killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, signal, ...said })
    })
  })
}

async function momentsOf(path: string): Promise<readonly Moment[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [n, kind, nth, ...what] = line.split(' ')
      return { n: Number(n), kind: kind as MomentKind, nth: Number(nth), what: what.join(' ') }
    })
}

import { fork } from 'node:child_process'
import type { CalendarDate } from '#sources/vocabulary/date.ts'

/** What the builder child is told; it reads ledger and parsed files by itself and never sees a vault key. */
export interface BuildRequest {
  readonly ledger: string
  readonly parsed: string
  /** The file to make; it is renamed by whoever asked, after the child has verified it. */
  readonly file: string
  readonly plan: string
  /** Another province in which it is tried. */
  readonly province: string | null
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

/** What a builder can load before it knows what to build: the parsed files that the ledger names now. */
export type Preparation = Pick<BuildRequest, 'ledger' | 'parsed'>

/** A child process for one build; its environment holds no keys. */
export interface Builder {
  /** Tells where ledger and parsed files lie: what is there now is loaded ahead of the request. */
  prepare(preparation: Preparation): void
  /** Resolves when the file is verified and closed; throws a {@link BuildError}, also when the child has died before. */
  build(request: BuildRequest): Promise<BuildReport>
  /** Ends the child, whatever it does; harmless after its build. */
  stop(): void
}

const TYPESCRIPT = new URL('../typescript.mjs?kysely&zod&libsql&@duckdb/node-api', import.meta.url)
  .href

/**
 * Starts a builder that waits for its request, so that its start and most of its reading cost no time while files are taken in; a
 * generation depends on the request alone.
 */
export function startBuilder(): Builder {
  const { HOANHAP_KEYS: _keys, ...environment } = process.env
  const child = fork(new URL('./builder-child.ts', import.meta.url), {
    execArgv: ['--import', TYPESCRIPT],
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
  const ended = new Promise<string>((resolve) => {
    child.once('error', (cause) => resolve(cause.message))
    child.once('close', (code, signal) =>
      resolve(said.trim() || `the builder ended with ${signal ?? `exit code ${code}`}`),
    )
  })
  const tell = (message: Preparation | BuildRequest) => child.send(message, () => {})
  return {
    prepare: tell,
    async build(request) {
      tell(request)
      const ending = await ended
      if (answer?.kind === 'built') return answer.report
      throw answer === undefined
        ? new BuildError(ending)
        : new BuildError(answer.why, answer.readAgain)
    },
    stop: () => void child.kill('SIGKILL'),
  }
}

/** Builds in a child process of its own. */
export function buildInChild(request: BuildRequest): Promise<BuildReport> {
  return startBuilder().build(request)
}

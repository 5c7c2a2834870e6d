import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename } from 'node:path'
import { writeDurably } from '../files.ts'
import { isBusy, lockExclusively } from './sqlite.ts'

/** Who writes the ledger now. */
export interface Holder {
  readonly pid: number
  readonly host: string
  readonly command: string
  /** UTC. */
  readonly since: string
}

export interface Lease {
  readonly holder: Holder
  release(): void
}

/** The ledger has another writer; the message says who and since when. */
export class LeaseError extends Error {
  override readonly name = 'LeaseError'
  readonly holder: Holder | null

  constructor(path: string, holder: Holder | null, cause: unknown) {
    const who =
      holder === null
        ? 'another process'
        : `process ${holder.pid} (${holder.command}) on ${holder.host} since ${holder.since}`
    super(`${path} is being written by ${who}; wait until it ends, or stop it`, { cause })
    this.holder = holder
  }
}

/**
 * Becomes the only writer of a ledger, in this process and among all others on the machine.
 *
 * The right is a lock of the kernel on `<ledger>.lock`, so that a killed holder leaves none behind and no process id is ever mistaken for
 * another's; `<ledger>.holder` only tells people who has it. Throws a {@link LeaseError} at once when it is taken.
 */
export async function takeLease(path: string, at: Date): Promise<Lease> {
  const lock = lockOf(path)
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    command: process.argv
      .slice(1)
      .map((word) => basename(word))
      .join(' '),
    since: at.toISOString(),
  }
  try {
    await writeDurably(holderPath(path), `${JSON.stringify(holder)}\n`)
  } catch (cause) {
    lock.close()
    throw cause
  }
  return { holder, release: () => lock.close() }
}

function lockOf(path: string): { close(): void } {
  try {
    return lockExclusively(`${path}.lock`)
  } catch (cause) {
    throw isBusy(cause) ? new LeaseError(path, readHolder(path), cause) : cause
  }
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(holderPath(path), 'utf8')) as Holder
  } catch {
    return null
  }
}

function holderPath(path: string): string {
  return `${path}.holder`
}

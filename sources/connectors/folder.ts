import { type BigIntStats, constants } from 'node:fs'
import { lstat, mkdir, open, readdir, realpath, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { LIMITS } from '../readers/limits.ts'
import {
  type Answer,
  answerName,
  type Connector,
  type Delivery,
  DeliveryError,
} from './connector.ts'
import { isLeftAlone, misnamed } from './left-alone.ts'
import { isPassing, reasonOf } from './passing.ts'
import { readAtMost } from './read-at-most.ts'

export interface FolderOptions {
  readonly id: string
  readonly folder: string
  /** Where answers go, never listed where it lies in the inbox; none are given without it. */
  readonly answers?: string | undefined
  /** A file changed within so many milliseconds may still be growing and waits for the next look. */
  readonly quietMs?: number | undefined
  readonly now?: (() => number) | undefined
}

/** What of a folder is not listed: files that change, and the folder of answers. */
interface Rules {
  readonly isQuiet: (status: BigIntStats) => boolean
  readonly answers: string | null
}

/**
 * An inbox folder, on this machine, a network share or a removable medium, with everything below it.
 *
 * Left alone: hidden files and folders, `~$…` (Excel's lock), `*.part`, `*.filepart`, `*.tmp`, `*.crdownload`, links, sockets and devices,
 * files still growing, answers. Names are data: nothing is opened but what the listing found, and no link is followed.
 *
 * A folder that is not there fails, as on a medium that is not plugged in: what was taken in from it is neither gone nor, when it is back,
 * new. So name a folder on the medium, not the place where it is mounted, which stays behind empty.
 */
export function folder(options: FolderOptions): Connector {
  const { id, folder: root, answers, quietMs = 2_000, now = Date.now } = options
  const rules: Rules = {
    isQuiet: (status) => Math.abs(now() - Number(status.mtimeMs)) >= quietMs,
    answers: answers === undefined ? null : resolve(answers),
  }
  const connector: Connector = {
    id,
    list: () => listAll(id, root, rules),
    read: (delivery) => read(id, root, delivery),
  }
  return Object.freeze(
    answers === undefined
      ? connector
      : { ...connector, answer: answerInto(id, answers), takeBack: takeBackFrom(id, answers) },
  )
}

async function* listAll(id: string, root: string, rules: Rules): AsyncIterable<Delivery> {
  try {
    yield* list(root, rules)
  } catch (cause) {
    const why = `cannot be listed to its end (${reasonOf(cause)}); make it readable, or name another folder in the configuration`
    throw new DeliveryError(id, root, why, { cause, retry: isPassing(cause) })
  }
}

/** What cannot be listed is told at the end, so that it hides nothing else. */
async function* list(root: string, rules: Rules): AsyncIterable<Delivery> {
  const failures: unknown[] = []
  const entries = await readdir(root, { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isLeftAlone(entry.name)) continue
    const path = join(root, entry.name)
    if (entry.isFile()) {
      const status = await lstat(path, { bigint: true }).catch(() => null)
      if (status === null && entry.name.includes('\uFFFD')) failures.push(misnamed(entry.name))
      if (status?.isFile() && rules.isQuiet(status))
        yield { name: entry.name, stamp: stampOf(status) }
    } else if (entry.isDirectory() && resolve(path) !== rules.answers) {
      try {
        for await (const below of list(path, rules)) {
          yield { ...below, name: `${entry.name}/${below.name}` }
        }
      } catch (cause) {
        failures.push(cause)
      }
    }
  }
  if (failures.length > 0) throw new AggregateError(failures)
}

/** Size, place on the disk and moment of the last change, which no writer can leave as it was. */
function stampOf({ size, ino, ctimeNs }: BigIntStats): string {
  return `${size}.${ino}.${ctimeNs}`
}

async function read(id: string, root: string, { name }: Delivery): Promise<Uint8Array> {
  const path = join(root, name)
  const fail = (why: string, cause?: unknown): never => {
    throw new DeliveryError(id, name, `${why}; it is tried again at the next look`, {
      cause,
      retry: isPassing(cause),
    })
  }
  if (!(await liesBelow(root, path))) return fail('does not lie in the folder')
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
  const file = await open(path, flags).catch((cause) => fail('cannot be opened', cause))
  try {
    const before = await file.stat()
    if (!before.isFile()) return fail('is not a regular file')
    const bytes = await readAtMost(file, LIMITS.fileBytes + 1)
    const after = await file.stat()
    return before.size === after.size && before.mtimeMs === after.mtimeMs
      ? bytes
      : fail('is still growing')
  } finally {
    await file.close()
  }
}

/** A folder on the way may have been replaced by a link since it was listed. */
async function liesBelow(root: string, path: string): Promise<boolean> {
  const [base, parent] = await Promise.all([realpath(root), realpath(dirname(path))]).catch(
    () => [],
  )
  return (
    base !== undefined &&
    parent !== undefined &&
    join(base, relative(root, dirname(path))) === parent
  )
}

/**
 * On disk when it resolves, since what was answered is not answered again. Below the folder for answers no link is followed: senders may
 * write there.
 */
function answerInto(id: string, target: string) {
  return async (delivery: Delivery, answers: readonly Answer[]): Promise<void> => {
    for (const answer of answers) {
      const path = join(target, ...answerName(delivery, answer).split('/'))
      if (!path.startsWith(join(target, sep))) return
      try {
        await mkdir(dirname(path), { recursive: true })
        if (!(await liesBelow(target, path))) throw new Error('its folder leads elsewhere')
        await replace(path, answer.bytes)
      } catch (cause) {
        const why = `cannot be answered in ${target} (${reasonOf(cause)}); it is tried again at the next look`
        throw new DeliveryError(id, delivery.name, why, { cause, retry: isPassing(cause) })
      }
    }
  }
}

function takeBackFrom(id: string, target: string) {
  return async (delivery: Delivery, answers: readonly string[]): Promise<void> => {
    for (const name of answers) {
      const path = join(target, ...answerName(delivery, { name }).split('/'))
      if (!path.startsWith(join(target, sep)) || !(await liesBelow(target, path))) continue
      await rm(path, { force: true }).catch((cause: unknown) => {
        const why = `keeps an answer in ${target} (${reasonOf(cause)}); remove it by hand`
        throw new DeliveryError(id, delivery.name, why, { cause, retry: isPassing(cause) })
      })
    }
  }
}

async function replace(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.tmp`
  await rm(temporary, { force: true })
  const file = await open(temporary, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}

import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type CalendarDate, isCalendarDate } from '#sources/vocabulary/date.ts'
import { syncFolder, writeDurably } from '../files.ts'

/** A purge that has begun to destroy: from here on it only goes forward. It holds nothing personal. */
export interface Journal {
  readonly id: string
  /** UTC. */
  readonly at: string
  readonly actor: string
  readonly reason: string
  readonly cutOff: CalendarDate
  readonly persons: number
  readonly files: readonly string[]
  /** Arrivals whose names are taken from them. */
  readonly deliveries: readonly number[]
  readonly businessDate: CalendarDate
  readonly knownUntil: string
  readonly resultHash: string
}

const day = z.custom<CalendarDate>((v) => typeof v === 'string' && isCalendarDate(v))
const schema: z.ZodType<Journal> = z.strictObject({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  reason: z.string(),
  cutOff: day,
  persons: z.int(),
  files: z.array(z.string()),
  deliveries: z.array(z.int()),
  businessDate: day,
  knownUntil: z.string(),
  resultHash: z.string(),
})

/** A purge was cut off while it destroyed; until it is finished nothing else may be read or built. */
export class UnfinishedPurgeError extends Error {
  override readonly name = 'UnfinishedPurgeError'

  constructor({ at }: Journal) {
    super(`the purge of ${at} was cut off; finish it: hoanhap purge`)
  }
}

/** The journal of a purge that was cut off; null when there is none. */
export async function journalIn(folder: string): Promise<Journal | null> {
  const text = await readFile(pathOf(folder), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null
    throw cause
  })
  return text === null ? null : schema.parse(JSON.parse(text))
}

/** Refuses everything else while a purge is to be finished. */
export async function requireNoPurge(folder: string): Promise<void> {
  const journal = await journalIn(folder)
  if (journal !== null) throw new UnfinishedPurgeError(journal)
}

export function writeJournal(folder: string, journal: Journal): Promise<void> {
  return writeDurably(pathOf(folder), `${JSON.stringify(journal)}\n`)
}

/** Removed at once: overwritten first, half of it would be left by a kill. */
export async function endJournal(folder: string): Promise<void> {
  await rm(pathOf(folder), { force: true })
  await syncFolder(folder)
}

function pathOf(folder: string): string {
  return join(folder, 'journal.json')
}

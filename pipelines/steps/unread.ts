import { disagreement } from '../ledger/disagreement.ts'
import type { Ledger } from '../ledger/open.ts'
import type { Instant, LedgerDatabase, Submission } from '../ledger/schema.ts'
import { hasParsed, readParsed } from '../vault/parsed.ts'
import { inParallel } from './parallel.ts'
import type { Versions } from './versions.ts'

/** A file to be read, with what an earlier reading made of it. */
export interface Unread {
  readonly sha256: string
  readonly receivedAt: Instant
  readonly before: readonly Submission[]
}

/** The files without a decision under the current versions or without sound parsed files, first received first. */
export async function unreadFiles(
  parts: { readonly ledger: Ledger; readonly parsed: string; readonly verify?: boolean },
  versions: Versions,
): Promise<{ readonly unread: readonly Unread[]; readonly unchanged: number }> {
  const files = await knownFiles(parts.ledger.db)
  const lastArrival = await lastArrivals(parts.ledger.db)
  const sound = parts.verify === true ? isSound : isThere
  const current = await inParallel(files, 16, async ({ sha256, before }) => {
    if (before.length === 0) return false
    const arrived = lastArrival.get(sha256) ?? ''
    if (!before.every((known) => isCurrent(known.versions, versions, arrived))) return false
    for (const known of before) {
      if (!(await sound(parts.parsed, known))) return false
    }
    return true
  })
  const unread = files.filter((_, at) => current[at] !== true)
  return { unread, unchanged: files.length - unread.length }
}

/** A reading that ended with a killed reader holds until the file arrives again. */
function isCurrent(line: string, versions: Versions, lastArrival: Instant): boolean {
  const [words, killedAt] = line.split(' killed ')
  return words === versions.line && (killedAt === undefined || lastArrival <= killedAt)
}

async function knownFiles(db: LedgerDatabase): Promise<readonly Unread[]> {
  const files = await db
    .selectFrom('file')
    .selectAll()
    .orderBy('first_received_at')
    .orderBy('sha256')
    .execute()
  const submissions = await db
    .selectFrom('submission')
    .selectAll()
    .orderBy('submission_id')
    .execute()
  const bySha = new Map(files.map((file) => [file.sha256, [] as Submission[]]))
  for (const submission of submissions) bySha.get(submission.sha256)?.push(submission)
  return files.map(({ sha256, first_received_at }) => ({
    sha256,
    receivedAt: first_received_at,
    before: bySha.get(sha256) ?? [],
  }))
}

async function lastArrivals(db: LedgerDatabase): Promise<ReadonlyMap<string, Instant>> {
  const rows = await db
    .selectFrom('delivery')
    .select((eb) => ['sha256', eb.fn.max('received_at').as('at')])
    .groupBy('sha256')
    .execute()
  return new Map(rows.map(({ sha256, at }) => [sha256, at]))
}

function isThere(folder: string, { parsed_name }: Submission): Promise<boolean> {
  return hasParsed(folder, parsed_name)
}

/** As it was written, and saying the same as the ledger. */
async function isSound(folder: string, known: Submission): Promise<boolean> {
  return readParsed(folder, known.parsed_name).then(
    ({ header }) => disagreement(known, header) === null,
    () => false,
  )
}

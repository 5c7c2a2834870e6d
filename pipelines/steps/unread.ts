import { type Assignment, allAssignments } from '../ledger/assignments.ts'
import { disagreement } from '../ledger/disagreement.ts'
import type { Ledger } from '../ledger/open.ts'
import type { Instant, LedgerDatabase, Submission } from '../ledger/schema.ts'
import { hasParsed, readParsed } from '../vault/parsed.ts'
import { inParallel } from './parallel.ts'
import type { Versions } from './versions.ts'

/** A file to be read by its own words or by an assignment, with what an earlier reading of the same kind made of it. */
export interface Unread {
  readonly sha256: string
  readonly receivedAt: Instant
  /** Null where the file speaks for itself. */
  readonly assignment: Assignment | null
  readonly before: readonly Submission[]
}

/**
 * The readings without a decision under the current versions or without sound parsed files, first received first: one of each file, and
 * one more for each assignment.
 */
export async function unreadFiles(
  parts: { readonly ledger: Ledger; readonly parsed: string; readonly verify?: boolean },
  versions: Versions,
): Promise<{ readonly unread: readonly Unread[]; readonly unchanged: number }> {
  const files = await readingsDue(parts.ledger.db)
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

/** Every reading that there should be, with what the ledger holds of it. */
async function readingsDue(db: LedgerDatabase): Promise<readonly Unread[]> {
  const files = await db
    .selectFrom('file')
    .selectAll()
    .orderBy('first_received_at')
    .orderBy('sha256')
    .execute()
  const assignments = bySha256(await allAssignments(db))
  const submissions = await db
    .selectFrom('submission')
    .selectAll()
    .orderBy('submission_id')
    .execute()
  const known = bySha256(submissions)
  return files.flatMap(({ sha256, first_received_at: receivedAt }) =>
    [null, ...(assignments.get(sha256) ?? [])].map((assignment) => ({
      sha256,
      receivedAt,
      assignment,
      before: (known.get(sha256) ?? []).filter(
        (one) => one.assignment === (assignment?.id ?? null),
      ),
    })),
  )
}

function bySha256<T extends { readonly sha256: string }>(
  rows: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.sha256) ?? []
    groups.set(row.sha256, group)
    group.push(row)
  }
  return groups
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

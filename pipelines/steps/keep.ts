import type { StepEffects } from '../effects.ts'
import type { Ledger } from '../ledger/open.ts'
import type { Submission } from '../ledger/schema.ts'
import { type Candidate, type Decided, decide, reread } from '../ledger/submissions.ts'
import type { Readers } from '../readers/pool.ts'
import type { PersonKey } from '../vault/keys.ts'
import { pruneParsed } from '../vault/parsed.ts'
import type { Vault } from '../vault/vault.ts'
import { type ReadFile, readFiles } from './read-files.ts'
import { unreadFiles } from './unread.ts'
import { currentVersions } from './versions.ts'

export interface KeepParts extends StepEffects {
  readonly vault: Vault
  readonly ledger: Ledger
  /** Folder of the parsed files. */
  readonly parsed: string
  readonly personKey: PersonKey
  readonly readers: Readers
  /** Also open every parsed file and read those again that are not as they were written. */
  readonly verify?: boolean
}

export interface KeepSummary {
  /** Readings made now: of files, and of files by an assignment. */
  readonly read: number
  /** Readings whose decision and parsed files are current. */
  readonly unchanged: number
  /** Submissions decided now. */
  readonly decided: readonly Decided[]
  /** Submissions read again whose counts differ from before; the sender was told otherwise. */
  readonly changed: readonly Change[]
  /** Files that could not be taken out of the vault. */
  readonly failures: readonly { readonly sha256: string; readonly message: string }[]
}

export interface Change {
  readonly submissionId: string
  readonly told: Submission['outcome']
  readonly rowsBefore: number
  readonly rowsNow: number
}

/**
 * Turns the files of the vault into rows and problems: reads each that has no decision under the current versions, writes its parsed
 * files, then decides all of them together, so that the order of arrival within a batch does not matter.
 *
 * Twice changes nothing; a crash before the decision repeats the reading. What a sender was told is never changed by a later reading.
 */
export async function keep(parts: KeepParts): Promise<KeepSummary> {
  const versions = currentVersions(parts.readers.setup, parts.personKey.id)
  const { unread, unchanged } = await unreadFiles(parts, versions)
  const read = await readFiles(unread, versions, parts)
  const changed = await enterAgain(read, parts)
  const decided = await decide(parts.ledger.db, freshOf(read))
  if (unread.length > 0) await prune(parts)
  for (const { submission, sameRevision } of decided) {
    if (sameRevision.length === 0) continue
    const facts = { submission: submission.submission_id, sameRevision }
    parts.log.warn(facts, 'two files carry the same revision; the later received one counts')
  }
  const failures = read.flatMap(({ failure }) => (failure === null ? [] : [failure]))
  return Object.freeze({
    read: read.length - failures.length,
    unchanged,
    decided,
    changed,
    failures,
  })
}

async function enterAgain(
  read: readonly ReadFile[],
  { ledger, log }: KeepParts,
): Promise<readonly Change[]> {
  const again = read.flatMap(({ file, candidates }) =>
    candidates.flatMap((candidate) => {
      const before = file.before.find((known) => known.submission_id === candidate.submission_id)
      return before === undefined ? [] : [{ before, candidate }]
    }),
  )
  await reread(
    ledger.db,
    again.map(({ candidate }) => candidate),
  )
  const changed = again.filter(
    ({ before, candidate }) => before.rows_accepted !== candidate.rows_accepted,
  )
  return changed.map(({ before, candidate }) => {
    const change: Change = {
      submissionId: before.submission_id,
      told: before.outcome,
      rowsBefore: before.rows_accepted,
      rowsNow: candidate.rows_accepted,
    }
    log.warn(change, 'a file is read differently than its sender was told')
    return change
  })
}

function freshOf(read: readonly ReadFile[]): readonly Candidate[] {
  return read.flatMap(({ file, candidates }) => {
    const known = new Set(file.before.map((submission) => submission.submission_id))
    return candidates.filter((candidate) => !known.has(candidate.submission_id))
  })
}

/** Parsed files of older versions are of no use once the ledger names the new ones. */
async function prune({ ledger, parsed }: KeepParts): Promise<void> {
  const named = await ledger.db.selectFrom('submission').select('parsed_name').execute()
  await pruneParsed(parsed, new Set(named.map((row) => row.parsed_name)))
}

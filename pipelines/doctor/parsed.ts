import { stat } from 'node:fs/promises'
import { disagreement } from '../ledger/disagreement.ts'
import type { LedgerDatabase, Submission } from '../ledger/schema.ts'
import { type ParsedHeader, parsedPath, readParsed } from '../vault/parsed.ts'
import { requireNone } from './finding.ts'

const REBUILD = 'hoanhap rebuild'

/** Every parsed file that the ledger names is there. */
export async function parsedPresent(db: LedgerDatabase, folder: string): Promise<string> {
  const named = await submissionsOf(db)
  const wrong: string[] = []
  for (const { parsed_name } of named) {
    const path = parsedPath(folder, parsed_name)
    const status = await stat(path).catch(() => null)
    if (status === null || status.size === 0) wrong.push(`${path} is missing`)
  }
  requireNone(wrong, REBUILD)
  return `${named.length} files, each there`
}

/** A submission with what its parsed file says. */
export interface Reading {
  readonly submission: Submission
  readonly header: ParsedHeader
}

/** Every parsed file is as it was written and says what the ledger says. */
export async function parsedWhole(db: LedgerDatabase, folder: string): Promise<readonly Reading[]> {
  const readings: Reading[] = []
  const wrong: string[] = []
  for (const submission of await submissionsOf(db)) {
    try {
      const { header } = await readParsed(folder, submission.parsed_name)
      const found = disagreement(submission, header)
      if (found === null) readings.push({ submission, header })
      else wrong.push(`${parsedPath(folder, submission.parsed_name)} says ${found}`)
    } catch (cause) {
      wrong.push((cause as Error).message)
    }
  }
  requireNone(wrong, REBUILD)
  return readings
}

function submissionsOf(db: LedgerDatabase): Promise<readonly Submission[]> {
  return db.selectFrom('submission').selectAll().orderBy('submission_id').execute()
}

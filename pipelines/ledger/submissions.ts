import { actionsUntil } from './actions.ts'
import type { Action, Decision, LedgerDatabase, Submission } from './schema.ts'
import { counts } from './standing.ts'

/** What a sheet was read as, before it is weighed against what is there already. */
export type Candidate = Omit<Submission, 'outcome'> & {
  /** What the reader says; a replacement that loses too much is held instead. */
  readonly outcome: Exclude<Decision, 'held'>
}

export interface Decided {
  readonly submission: Submission
  /** Others for the same form, reporter and window with the same revision: a warning, the later received one counts. */
  readonly sameRevision: readonly string[]
}

/** Where two versions of one report meet. */
type Place = Pick<Submission, 'form' | 'reporter_id' | 'window_id'>

/** Rows that a replacement may lose without question: fewer than 3, or at most a fifth. */
const FREE_LOSS = { rows: 3, share: 5 } as const

/**
 * Decides what senders are told and records it: one transaction, each submission once.
 *
 * Candidates are weighed in the order in which they would replace each other, not in the order given, so that one batch gives the same
 * answers however it was shuffled. A submission that is recorded already is left alone.
 */
export async function decide(
  db: LedgerDatabase,
  candidates: readonly Candidate[],
): Promise<readonly Decided[]> {
  return db.transaction().execute(async (tx) => {
    const decided: Decided[] = []
    for (const candidate of candidates.toSorted(byReplacement)) {
      const others = await versionsOf(tx, candidate)
      const submission = { ...candidate, outcome: outcomeOf(candidate, others) }
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('submission')
        .values(submission)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (numInsertedOrUpdatedRows !== 1n) continue
      const same = others.filter((other) => other.revision === candidate.revision)
      decided.push({ submission, sameRevision: same.map((other) => other.submission_id) })
    }
    return decided
  })
}

/** Enters later readings of submissions, all or none; what the sender was told, and when, stays. */
export async function reread(db: LedgerDatabase, candidates: readonly Candidate[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const candidate of candidates) {
      const { submission_id, sha256, form, assignment, outcome, ...later } = candidate
      const { decided_at, received_at, arrived_on, ...read } = later
      await tx
        .updateTable('submission')
        .set(read)
        .where('submission_id', '=', submission_id)
        .executeTakeFirstOrThrow()
    }
  })
}

/** The submissions that count for a form, reporter and window, the one in force last. */
export async function counting(db: LedgerDatabase, place: Place): Promise<readonly Submission[]> {
  return countingOf(await atPlace(db, place), await actionsUntil(db))
}

/** {@link counting} for all forms, reporters and windows at once: of those of one place the one in force stands last. */
export async function allCounting(db: LedgerDatabase): Promise<readonly Submission[]> {
  const all = await db.selectFrom('submission').selectAll().execute()
  return countingOf(all, await actionsUntil(db))
}

function countingOf(
  submissions: readonly Submission[],
  actions: readonly Action[],
): readonly Submission[] {
  return submissions.filter((each) => counts(each, actions)).toSorted(byReplacement)
}

/** Order in which versions of one report replace each other: revision, first received, SHA-256. */
export function byReplacement(
  a: Pick<Submission, 'revision' | 'received_at' | 'submission_id'>,
  b: Pick<Submission, 'revision' | 'received_at' | 'submission_id'>,
): number {
  return (
    (a.revision ?? 0) - (b.revision ?? 0) ||
    compare(a.received_at, b.received_at) ||
    compare(a.submission_id, b.submission_id)
  )
}

/** A replacement loses too much when more than a fifth of the rows, and at least 3, would vanish. */
export function losesTooMuch(before: number, after: number): boolean {
  const lost = before - after
  return lost >= FREE_LOSS.rows && lost * FREE_LOSS.share > before
}

function outcomeOf(candidate: Candidate, others: readonly Submission[]): Decision {
  if (candidate.outcome === 'rejected') return 'rejected'
  const replaced = others.findLast((other) => byReplacement(other, candidate) < 0)
  if (replaced === undefined) return candidate.outcome
  return losesTooMuch(replaced.rows_accepted, candidate.rows_accepted) ? 'held' : candidate.outcome
}

async function versionsOf(
  db: LedgerDatabase,
  candidate: Candidate,
): Promise<readonly Submission[]> {
  if (candidate.outcome === 'rejected') return []
  const others = await counting(db, candidate)
  return others.filter((other) => other.submission_id !== candidate.submission_id)
}

async function atPlace(db: LedgerDatabase, place: Place): Promise<readonly Submission[]> {
  const { form, reporter_id, window_id } = place
  if (reporter_id === null || window_id === null) return []
  return db
    .selectFrom('submission')
    .selectAll()
    .where('form', '=', form)
    .where('reporter_id', '=', reporter_id)
    .where('window_id', '=', window_id)
    .execute()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

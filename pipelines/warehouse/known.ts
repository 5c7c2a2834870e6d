import type { Action, LedgerDatabase, Submission } from '../ledger/schema.ts'
import type { Cell } from './engine.ts'

/** A submission with the span in which it was known and standing. */
export interface Known {
  readonly submission: Submission
  readonly knownFrom: string
  readonly knownTo: string | null
  /** What it counts as: a held one that somebody accepted counts. */
  readonly outcome: Submission['outcome']
}

/** Every submission that had arrived by an instant, with what people had done to it by then. */
export async function knownSubmissions(
  ledger: LedgerDatabase,
  knownUntil: string,
): Promise<readonly Known[]> {
  const actions = await ledger
    .selectFrom('action')
    .selectAll()
    .where('at', '<=', knownUntil)
    .orderBy('id')
    .execute()
  const submissions = await ledger
    .selectFrom('submission')
    .selectAll()
    .where('received_at', '<=', knownUntil)
    .orderBy('submission_id')
    .execute()
  return submissions.map((submission) => knownOf(submission, actions))
}

function knownOf(submission: Submission, actions: readonly Action[]): Known {
  const last = actions.findLast(
    ({ submission_id, kind }) =>
      submission_id === submission.submission_id && (kind === 'accept' || kind === 'withdraw'),
  )
  const accepted = last?.kind === 'accept' && submission.outcome === 'held'
  return {
    submission,
    knownFrom: accepted ? last.at : submission.received_at,
    knownTo: last?.kind === 'withdraw' ? last.at : null,
    outcome: accepted ? 'accepted' : submission.outcome,
  }
}

/** The row of the warehouse's table `submission`. */
export function submissionRow({
  submission: s,
  knownFrom,
  knownTo,
  outcome,
}: Known): readonly Cell[] {
  return [
    s.submission_id,
    s.sha256,
    s.form,
    s.form_version,
    s.reporter_id,
    s.window_id,
    s.revision ?? 0,
    s.nil === 1,
    outcome,
    s.rows_read,
    s.rows_accepted,
    s.sheet,
    s.data_to,
    s.document_no,
    s.document_date,
    s.arrived_on,
    s.received_at,
    knownFrom,
    knownTo,
  ]
}

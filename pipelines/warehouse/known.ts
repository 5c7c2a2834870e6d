import type { Action, LedgerDatabase, Submission } from '../ledger/schema.ts'
import { counts } from '../ledger/submissions.ts'
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
  const own = actions.filter(({ submission_id }) => submission_id === submission.submission_id)
  const accepted = own.findLast(({ kind }) => kind === 'accept')
  const withdrawn = own.findLast(({ kind }) => kind === 'withdraw')
  const held = submission.outcome === 'held'
  const stands = counts(submission, actions)
  return {
    submission,
    knownFrom: held && accepted !== undefined ? accepted.at : submission.received_at,
    knownTo: stands ? null : (withdrawn?.at ?? null),
    outcome: held && stands ? 'accepted' : submission.outcome,
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

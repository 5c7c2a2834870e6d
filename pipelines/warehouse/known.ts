import type { Plan } from '#models/plans/plan.ts'
import { countedAs } from '#models/plans/plan-windows.ts'
import { addDays } from '#sources/vocabulary/date.ts'
import { type Reporter, type ReporterId, reporterOn } from '#sources/vocabulary/reporter.ts'
import { window } from '#sources/vocabulary/window.ts'
import { actionsUntil } from '../ledger/actions.ts'
import type { Action, LedgerDatabase, Submission } from '../ledger/schema.ts'
import { counts, standingOf, stands } from '../ledger/standing.ts'
import type { Cell } from './engine.ts'

/** A submission with the span in which it was known and standing. */
export interface Known {
  readonly submission: Submission
  /** The submission as it was sent, where this is the reading by an assignment. */
  readonly assignedFrom: string | null
  readonly knownFrom: string
  readonly knownTo: string | null
  /** What it counts as: a held one that somebody accepted counts. */
  readonly outcome: Submission['outcome']
}

/**
 * Every submission that had arrived by an instant, with what people had done to it by then.
 *
 * Readings by an assignment that was not given yet, or not any more, are left out: by then nobody said so.
 */
export async function knownSubmissions(
  ledger: LedgerDatabase,
  knownUntil: string,
): Promise<readonly Known[]> {
  const actions = await actionsUntil(ledger, knownUntil)
  const submissions = await ledger
    .selectFrom('submission')
    .selectAll()
    .where('received_at', '<=', knownUntil)
    .orderBy('submission_id')
    .execute()
  return submissions
    .filter((submission) => stands(submission, actions))
    .map((submission) => knownOf(submission, actions))
}

function knownOf(submission: Submission, actions: readonly Action[]): Known {
  const { accepted, withdrawn } = standingOf(submission.submission_id, actions)
  const assigned = actions.find(({ id }) => id === submission.assignment)
  const held = submission.outcome === 'held'
  const counting = counts(submission, actions)
  return {
    submission,
    assignedFrom: assigned?.submission_id ?? null,
    knownFrom: (held ? accepted?.at : undefined) ?? assigned?.at ?? submission.received_at,
    knownTo: counting ? null : (withdrawn?.at ?? null),
    outcome: held && counting ? 'accepted' : submission.outcome,
  }
}

/** The row of the warehouse's table `submission`: for the window and the unit for which it counts. */
export function submissionRow(
  { submission: s, assignedFrom, knownFrom, knownTo, outcome }: Known,
  plan: Plan,
  reporters: readonly Reporter[],
): readonly Cell[] {
  const { unitId, windowId } = countedFor(s, plan, reporters)
  return [
    s.submission_id,
    s.sha256,
    s.form,
    assignedFrom,
    s.form_version,
    s.reporter_id,
    unitId,
    windowId,
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

/** The window for which a submission counts, and the unit: the reporter's on the window's last day. */
export function countedFor(
  { form, reporter_id, window_id }: Pick<Submission, 'form' | 'reporter_id' | 'window_id'>,
  plan: Plan,
  reporters: readonly Reporter[],
): { readonly unitId: string | null; readonly windowId: string | null } {
  const windowId = window_id === null ? null : countedAs(plan, form, window_id)
  if (reporter_id === null || windowId === null) return { unitId: null, windowId }
  const lastDay = addDays(window(windowId).to, -1)
  const unitId = reporterOn(reporters, reporter_id as ReporterId, lastDay)?.unitId ?? null
  return { unitId, windowId }
}

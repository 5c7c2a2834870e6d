import type { Action, LedgerDatabase, Submission } from '../ledger/schema.ts'
import { counts } from '../ledger/standing.ts'
import { byReplacement, losesTooMuch } from '../ledger/submissions.ts'
import { requireNone } from './finding.ts'
import type { Reading } from './parsed.ts'

/**
 * What senders were told is what the present reading says; a held submission has a version before it against which it loses too much.
 *
 * Only what still counts or waits is looked at: a later reading may differ, and a new version or a withdrawal ends that. Whether an
 * accepted one should have been held cannot be told afterwards: what it replaced may have come later.
 */
export async function outcomes(db: LedgerDatabase, readings: readonly Reading[]): Promise<string> {
  const actions = await db.selectFrom('action').selectAll().orderBy('id').execute()
  const places = groupsOf(readings)
  const differing: string[] = []
  const unexplained: string[] = []
  for (const { submission, header } of readings) {
    const { submission_id, outcome } = submission
    const versions = places.get(placeOf(submission)) ?? []
    if (outcome === 'held') {
      if (header.outcome === 'rejected' || !isExplained(submission, versions))
        unexplained.push(submission_id)
    } else if (outcome !== header.outcome && !isReplaced(submission, versions, actions)) {
      differing.push(`${submission_id} was called ${outcome}, it is read as ${header.outcome} now`)
    }
  }
  requireNone(
    unexplained.map((id) => `${id} is held, and no version before it has so many more rows`),
    'let it count: hoanhap accept RECEIPT --reason …; or take it back: hoanhap withdraw RECEIPT --reason …',
  )
  requireNone(
    differing,
    'tell the sender, who sends it again with a higher “Lần gửi”; or hoanhap withdraw RECEIPT --reason …',
  )
  return `${readings.length} submissions, each as its sender was told`
}

/** A later version counts in its place, or it was taken back: the difference is over. */
function isReplaced(
  submission: Submission,
  versions: readonly Submission[],
  actions: readonly Action[],
): boolean {
  if (submission.outcome !== 'rejected' && !counts(submission, actions)) return true
  return versions.some((other) => byReplacement(submission, other) < 0 && counts(other, actions))
}

function isExplained(held: Submission, versions: readonly Submission[]): boolean {
  return versions.some(
    (before) =>
      before.outcome !== 'rejected' &&
      byReplacement(before, held) < 0 &&
      losesTooMuch(before.rows_accepted, held.rows_accepted),
  )
}

function groupsOf(readings: readonly Reading[]): ReadonlyMap<string, readonly Submission[]> {
  const groups = new Map<string, Submission[]>()
  for (const { submission } of readings) {
    const place = placeOf(submission)
    groups.set(place, [...(groups.get(place) ?? []), submission])
  }
  return groups
}

/** A sheet without sender or window stands alone. */
function placeOf({ submission_id, form, reporter_id, window_id }: Submission): string {
  if (reporter_id === null || window_id === null) return submission_id
  return [form, reporter_id, window_id].join('\n')
}

import { actionsUntil } from '../ledger/actions.ts'
import { assignedBy } from '../ledger/assignments.ts'
import type { Action, LedgerDatabase, Submission } from '../ledger/schema.ts'
import { standingOf } from '../ledger/standing.ts'
import { UsageError } from './usage.ts'

/** What a receipt number stands for. */
export interface Received {
  /** As it was sent: what its sender was told. */
  readonly sent: Submission
  /** The assignment by which it is read since. */
  readonly assignment: Action | null
  /** What counts or waits: the reading by the assignment where there is one, null until that has been made; else what was sent. */
  readonly current: Submission | null
  /** Everything that people did, in order. */
  readonly actions: readonly Action[]
}

/**
 * The submission that a receipt names: the first digits of its file and, where the file holds several, its form (`3f2a9c0d1e4b/returnee-register`).
 * Throws a {@link UsageError} when there is none or more than one.
 */
export async function byReceipt(db: LedgerDatabase, receipt: string): Promise<Received> {
  const [file = '', form] = receipt.split('/')
  const actions = await actionsUntil(db)
  const rows = /^[0-9a-f]*$/.test(file) ? await submissionsOf(db, file) : []
  const all = rows
    .filter(({ assignment }) => assignment === null)
    .map((sent) => receivedOf(sent, rows, actions))
  const found = form === undefined ? all : all.filter((one) => formsOf(one).includes(form))
  const [only] = found
  if (only !== undefined && found.length === 1 && file !== '') return only
  throw new UsageError(
    only === undefined
      ? `no submission '${receipt}'; its number stands on the feedback of its file`
      : `'${receipt}' names ${found.length} submissions; say which: ${found.map(({ sent }) => receiptOf(sent.submission_id)).join(', ')}`,
  )
}

/** `3f2a9c0d1e4b/returnee-register`: short enough to type. */
export function receiptOf(submissionId: string): string {
  const [sha256 = '', form = ''] = submissionId.split('/')
  return `${sha256.slice(0, 12)}/${form.replace(/@\d+$/, '')}`
}

async function submissionsOf(db: LedgerDatabase, digits: string): Promise<readonly Submission[]> {
  return db
    .selectFrom('submission')
    .selectAll()
    .where('sha256', 'like', `${digits}%`)
    .orderBy('submission_id')
    .execute()
}

function receivedOf(
  sent: Submission,
  rows: readonly Submission[],
  actions: readonly Action[],
): Received {
  const { assignment } = standingOf(sent.submission_id, actions)
  if (assignment === null) return { sent, assignment, current: sent, actions }
  const { form } = assignedBy(assignment)
  const readings = rows.filter((row) => row.assignment === assignment.id)
  const current = readings.find((row) => row.form === form) ?? readings[0] ?? null
  return { sent, assignment, current, actions }
}

function formsOf({ sent, assignment }: Received): readonly string[] {
  return assignment === null ? [sent.form] : [sent.form, assignedBy(assignment).form]
}

import { recordAction } from '../ledger/actions.ts'
import type { Submission } from '../ledger/schema.ts'
import { openStation, type Station } from '../station.ts'
import { type Answer, answer, type Context } from './command.ts'
import { UsageError } from './usage.ts'

export interface DecideOptions {
  readonly reason: string
  /** Who decides; the account of the machine when left out. */
  readonly actor?: string
}

/** Lets a held replacement count; it does from the next build on. */
export function accept(context: Context, receipt: string, options: DecideOptions): Promise<Answer> {
  return decide(context, 'accept', receipt, options, ({ outcome }) =>
    outcome === 'held' ? null : `it is ${outcome}, not held`,
  )
}

/** Takes a submission back, as if it had not been sent; what it replaced counts again from the next build on. */
export function withdraw(
  context: Context,
  receipt: string,
  options: DecideOptions,
): Promise<Answer> {
  return decide(context, 'withdraw', receipt, options, ({ outcome }) =>
    outcome === 'rejected' ? 'it was rejected and does not count' : null,
  )
}

/** Enters what a person decided of a submission, with who and why; nothing is ever removed. */
async function decide(
  { site, effects }: Context,
  kind: 'accept' | 'withdraw',
  receipt: string,
  { reason, actor = process.env['USER'] ?? 'operator' }: DecideOptions,
  objection: (submission: Submission) => string | null,
): Promise<Answer> {
  const station = await openStation(site, effects)
  try {
    const submission = await named(station, receipt)
    const why = objection(submission)
    if (why !== null)
      throw new UsageError(`${submission.submission_id} cannot be ${kind}ed: ${why}`)
    const { submission_id, form, reporter_id, window_id, revision } = submission
    const at = station.clock()
    await recordAction(station.ledger.db, { at, actor, kind, submissionId: submission_id, reason })
    return answer(
      {
        kind,
        submission: submission_id,
        form,
        reporter: reporter_id,
        window: window_id,
        revision,
        actor,
        reason,
      },
      [
        `${kind}: ${form} of ${reporter_id}, ${window_id}, revision ${revision}`,
        'it shows from the next build on: hoanhap run',
      ],
    )
  } finally {
    await station.close()
  }
}

/** A submission by its id, or by the first digits of its file (the receipt number) and, where the file holds several, its form. */
async function named(station: Station, receipt: string): Promise<Submission> {
  const [file = '', form] = receipt.split('/')
  const rows = await station.ledger.db
    .selectFrom('submission')
    .selectAll()
    .where('sha256', 'like', `${file.replaceAll(/[^0-9a-f]/g, '_')}%`)
    .execute()
  const found = form === undefined ? rows : rows.filter((row) => row.form === form)
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  throw new UsageError(
    only === undefined
      ? `no submission '${receipt}'; its number stands on the feedback of its file`
      : `'${receipt}' names ${found.length} submissions; say which: ${found.map((row) => `${file}/${row.form}`).join(', ')}`,
  )
}

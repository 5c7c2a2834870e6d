import { recordAction } from '../ledger/actions.ts'
import type { Action, Submission } from '../ledger/schema.ts'
import { counts } from '../ledger/standing.ts'
import { openStation } from '../station.ts'
import { type Answer, answer, type Context } from './command.ts'
import { differenceFrom, differenceLines } from './difference.ts'
import { byReceipt, type Received, receiptOf } from './receipt.ts'
import { UsageError } from './usage.ts'
import { visible } from './visible.ts'

export interface DecideOptions {
  readonly reason: string
  /** Who decides; the account of the machine when left out. */
  readonly actor?: string
}

/** Who acts when nobody is named. */
export function actorOf({ actor }: Pick<DecideOptions, 'actor'>): string {
  if (actor === undefined) return process.env['USER'] || 'operator'
  const name = visible(actor)
  if (name !== '' && name.length <= LONGEST_NAME) return name
  throw new UsageError(`--actor is the name of who does it, of 1 to ${LONGEST_NAME} characters`)
}

const LONGEST_NAME = 100

export type AcceptOptions = Omit<DecideOptions, 'reason'> & {
  /** Without it nothing is accepted: the difference is shown. */
  readonly reason?: string
}

/**
 * Shows in what a held replacement differs from the report that counts; with a reason it also lets it count, from the next build on.
 *
 * Whose rows are gone is told by pseudonym and row: the sheets themselves are with their sender.
 */
export function accept(
  context: Context,
  receipt: string,
  { reason, ...options }: AcceptOptions = {},
): Promise<Answer> {
  if (reason === undefined) return show(context, receipt)
  return decide(context, 'accept', receipt, { ...options, reason }, whyNotAccepted)
}

function whyNotAccepted({ current, actions }: Received): string | null {
  if (current === null) return 'it is assigned and not read yet; read it: hoanhap run'
  if (current.outcome !== 'held') return `it is ${current.outcome}, not held`
  return counts(current, actions) ? 'it counts already' : null
}

async function show({ site, effects }: Context, receipt: string): Promise<Answer> {
  const station = await openStation(site, effects)
  try {
    const received = await byReceipt(station.ledger.db, receipt)
    const held = requireAllowed('accept', received, whyNotAccepted(received))
    const difference = await differenceFrom(station, held)
    const { submission_id, form, reporter_id, window_id, revision } = held
    const of = { submission: submission_id, form, reporter: reporter_id, window: window_id }
    return answer({ kind: 'difference', ...of, revision, difference }, [
      `held: ${form} of ${reporter_id}, ${window_id}, revision ${revision}`,
      ...differenceLines(difference),
      `let it count: hoanhap accept ${receiptOf(submission_id)} --reason …`,
    ])
  } finally {
    await station.close()
  }
}

function requireAllowed(
  kind: 'accept' | 'withdraw',
  received: Received,
  objection: string | null,
): Submission {
  const about = aboutOf(received, kind)
  if (objection === null) return about
  throw new UsageError(`cannot ${kind} ${receiptOf(about.submission_id)}: ${objection}`)
}

/**
 * Takes a submission back, as if it had not been sent; what it replaced counts again from the next build on.
 *
 * One that a person assigned loses the assignment, and is again what its sender was told; one that nobody can tell whose it is no longer
 * waits for a person.
 */
export function withdraw(
  context: Context,
  receipt: string,
  options: DecideOptions,
): Promise<Answer> {
  return decide(context, 'withdraw', receipt, options, ({ sent, assignment }) =>
    assignment === null && sent.outcome === 'rejected' && sent.reporter_id && sent.window_id
      ? 'it was rejected and does not count'
      : null,
  )
}

/** Enters what a person decided of a submission, with who and why; nothing is ever removed. */
async function decide(
  { site, effects }: Context,
  kind: 'accept' | 'withdraw',
  receipt: string,
  options: DecideOptions,
  objection: (received: Received) => string | null,
): Promise<Answer> {
  const station = await openStation(site, effects)
  try {
    const received = await byReceipt(station.ledger.db, receipt)
    const about = requireAllowed(kind, received, objection(received))
    const difference = kind === 'accept' ? await differenceFrom(station, about) : null
    const { submission_id, form, reporter_id, window_id, revision } = about
    const { reason } = options
    const actor = actorOf(options)
    await recordAction(station.ledger.db, {
      ...{ at: station.clock(), actor, kind, reason },
      submissionId: submission_id,
    })
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
        ...(difference !== null && { difference }),
      },
      [
        `${kind}: ${form} of ${reporter_id ?? 'nobody known'}, ${window_id ?? 'no window known'}, revision ${revision ?? 'unknown'}`,
        ...(difference === null ? [] : differenceLines(difference)),
        'it shows from the next build on: hoanhap run',
      ],
    )
  } finally {
    await station.close()
  }
}

/** A reading by an assignment is accepted itself; a withdrawal goes to what was sent, whose assignment it takes back. */
function aboutOf({ sent, current }: Received, kind: Action['kind']) {
  return kind === 'accept' ? (current ?? sent) : sent
}

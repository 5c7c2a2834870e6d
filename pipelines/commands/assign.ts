import { maySend, windowsTaken } from '#models/plans/calendar.ts'
import { anyForms, formById } from '#sources/forms/index.ts'
import { type Assigned, leavesIdentityOpen } from '#sources/sheets/assigned.ts'
import { addDays } from '#sources/vocabulary/date.ts'
import { isReporterOn, type Reporter } from '#sources/vocabulary/reporter.ts'
import { nearest } from '#sources/vocabulary/text.ts'
import { recordAction } from '../ledger/actions.ts'
import { assignedBy, detailOf } from '../ledger/assignments.ts'
import { counts, standingOf } from '../ledger/standing.ts'
import { reporterOf } from '../reporter-of.ts'
import { openStation, type Station } from '../station.ts'
import { readParsed } from '../vault/parsed.ts'
import { NO_FORM } from '../vault/seal-reading.ts'
import { type Answer, answer, type Context } from './command.ts'
import { actorOf, type DecideOptions } from './decide.ts'
import { byReceipt, type Received, receiptOf } from './receipt.ts'
import { UsageError } from './usage.ts'
import { someWindows, windowOfForm } from './windows.ts'

export interface AssignOptions extends DecideOptions {
  /** `police:07210`; as the file or an earlier assignment says when left out, and so the others. */
  readonly reporter?: string
  /** By id or in words. */
  readonly window?: string
  /** Only for a file in which no form was found. */
  readonly form?: string
}

/**
 * Gives a sheet that does not say it (or says it wrongly) its sender, its window, or its form, with who and why.
 *
 * From the next run or build on it is read a second time by these words and counts as that reading says, known from now on; what its
 * sender was told and the bytes of the vault stay. A replacement that loses many rows is held, as if the cover had said so. A cover that
 * is missing states no revision: such a file stands behind those that do. The newest assignment wins; `withdraw` takes it back.
 */
export async function assign(
  { site, effects }: Context,
  receipt: string,
  options: AssignOptions,
): Promise<Answer> {
  const station = await openStation(site, effects)
  try {
    const received = await byReceipt(station.ledger.db, receipt)
    const open = await requireOpen(station, received)
    const to = wordsOf(station, received, options)
    if (!open) requireNews(received, to)
    const { submission_id: submissionId } = received.sent
    const actor = actorOf(options)
    await recordAction(station.ledger.db, {
      ...{ at: station.clock(), actor, kind: 'assign', submissionId },
      ...{ detail: detailOf(to), reason: options.reason },
    })
    const { reason } = options
    return answer({ kind: 'assign', submission: submissionId, ...to, actor, reason }, [
      `assign: ${receiptOf(submissionId)} is ${to.form} of ${to.reporter}, ${to.window}`,
      'it is read so and shows from the next run on: hoanhap run',
    ])
  } finally {
    await station.close()
  }
}

/**
 * Only what neither counts nor waits for an acceptance is assigned, and only if it can be read at all. True when the file itself leaves open
 * whose it is.
 */
async function requireOpen(
  { site, vault }: Station,
  { sent, assignment, actions }: Received,
): Promise<boolean> {
  const name = receiptOf(sent.submission_id)
  if (await vault.replacements.has(sent.sha256)) {
    throw new UsageError(`the original of ${name} was purged; ask its sender for a new file`)
  }
  if (assignment !== null) return false
  const { withdrawn } = standingOf(sent.submission_id, actions)
  if (counts(sent, actions)) {
    throw new UsageError(
      `${name} was ${sent.outcome} and counts; take it back first: hoanhap withdraw ${name} --reason …`,
    )
  }
  if (sent.outcome === 'held' && withdrawn === null) {
    throw new UsageError(
      `${name} is held; decide that first: hoanhap accept ${name} --reason …, or hoanhap withdraw ${name} --reason …`,
    )
  }
  const { header } = await readParsed(site.parsed, sent.parsed_name)
  const open = leavesIdentityOpen(header.fileProblems)
  if (open || sent.form !== NO_FORM) return open
  const codes = header.fileProblems.map(({ code }) => code).join(', ')
  throw new UsageError(`${name} cannot be read whoever sent it: ${codes}; ask for another file`)
}

/** The words of the person; where he is silent, those of the assignment that stands, else of the file. */
function wordsOf(station: Station, { sent, assignment }: Received, options: AssignOptions) {
  if ((options.reporter ?? options.window ?? options.form) === undefined) {
    throw new UsageError('say what is assigned: --reporter, --window or --form')
  }
  const before = assignment === null ? null : assignedBy(assignment)
  const form = formOf(options.form, sent.form === NO_FORM ? before?.form : sent.form)
  if (sent.form !== NO_FORM && form !== sent.form) {
    throw new UsageError(
      `the form of ${receiptOf(sent.submission_id)} was recognised: ${sent.form}; only a file without one is given another`,
    )
  }
  const said = options.window && windowOfForm(options.window, form, station.plan)
  const window = said ?? before?.window ?? sent.window_id
  const reporter = senderOf(
    station,
    options.reporter ?? before?.reporter ?? sent.reporter_id,
    window,
  )
  requireSender(station, reporter, form)
  return {
    form,
    reporter: reporter.id,
    window: windowOf(station, { reporter, form, window, sent }),
  }
}

function formOf(said: string | undefined, otherwise: string | undefined): string {
  const known = anyForms.map(({ id }) => id).join(', ')
  const form = said ?? otherwise
  if (form === undefined) throw new UsageError(`no form was found in it; say --form: ${known}`)
  if (formById(form) === undefined)
    throw new UsageError(`form '${form}' is unknown; known: ${known}`)
  return form
}

function senderOf({ reporters }: Station, id: string | null, window: string | null): Reporter {
  const ids = reporters.map((reporter) => reporter.id)
  if (id === null) throw new UsageError(`it names no sender; say --reporter: ${someOf(ids)}`)
  const reporter = reporterOf(reporters, id, window)
  if (reporter !== undefined) return reporter
  const near = nearest(id, ids)
  throw new UsageError(
    `reporter '${id}' is unknown; ${near.length > 0 ? `nearest: ${near.join(', ')}` : `known: ${someOf(ids)}`}`,
  )
}

function requireSender({ plan }: Station, { id }: Reporter, form: string): void {
  if (maySend(plan, id, form)) return
  const sent = anyForms.filter((each) => maySend(plan, id, each.id)).map((each) => each.id)
  throw new UsageError(`${id} does not send ${form}; it sends: ${sent.join(', ') || 'nothing'}`)
}

/** A window of the length that the form is asked for, begun when the file arrived. */
function windowOf({ plan }: Station, { reporter, form, window, sent }: WindowAsked): string {
  const known = windowsTaken(plan, reporter.id, form)
    .filter(({ from, to }) => from <= sent.arrived_on && isReporterOn(reporter, addDays(to, -1)))
    .map(({ id }) => id)
  if (window !== null && known.includes(window)) return window
  const why =
    window === null
      ? 'it names no window; say --window'
      : `window '${window}' is none of ${form} that had begun when it arrived`
  throw new UsageError(`${why}: ${someWindows(known, sent.arrived_on)}`)
}

interface WindowAsked {
  readonly reporter: Reporter
  readonly form: string
  readonly window: string | null
  readonly sent: Received['sent']
}

/** What the file or the standing assignment says already changes nothing. */
function requireNews({ sent, assignment }: Received, to: Assigned): void {
  const said: Assigned | null =
    assignment !== null
      ? assignedBy(assignment)
      : sent.outcome === 'rejected' && sent.reporter_id !== null && sent.window_id !== null
        ? ({ form: sent.form, reporter: sent.reporter_id, window: sent.window_id } as Assigned)
        : null
  if (said === null || detailOf(said) !== detailOf(to)) return
  throw new UsageError(
    `${receiptOf(sent.submission_id)} is read so already; why it does not count stands on its feedback`,
  )
}

/** All of a short list; the ends of a long one, since the kinds stand in order. */
function someOf(ids: readonly string[]): string {
  if (ids.length <= 24) return ids.join(', ')
  return `${ids.slice(0, 4).join(', ')} … ${ids.slice(-8).join(', ')} (${ids.length} in all)`
}

import { pagePaths } from '#dashboards/pages/layout.ts'
import { type Queued, queue } from './delivery/queue.ts'
import { sweepIssued } from './issued/sweep.ts'
import { healFolder } from './publish/folder.ts'
import type { Readers } from './readers/pool.ts'
import { withReaders } from './readers/with-readers.ts'
import type { Station } from './station.ts'
import { type AlertSummary, alert } from './steps/alert.ts'
import { type AnswerSummary, answer } from './steps/answer.ts'
import { type KeepSummary, keep } from './steps/keep.ts'
import { type AsKnown, type Built, measure } from './steps/measure.ts'
import type { Published } from './steps/publish.ts'
import { type ReceiveSummary, receive } from './steps/receive.ts'
import { BuildError, type Builder, startBuilder } from './warehouse/builder.ts'

export interface RunSummary extends Pulled {
  readonly built: Built
  readonly alerts: AlertSummary
  readonly messages: Queued
  readonly published: Published
}

/**
 * The whole job, once.
 *
 *     connectors ─▶ receive ─▶ keep ─▶ answer ─▶ measure ─▶ alert ─▶ queue ─▶ publish
 *                   vault +    parsed   to the     a new      cases    outbox   pages, feedback,
 *                   ledger     files    senders    generation                   alerts, extract
 *
 * Each step leaves its result on disk before the next begins, so that a run that was cut off is simply run again. What is queued leaves
 * afterwards, beside the run: no run waits for a mail server. Only what leaves
 * nothing is done ahead: the builder starts while files are read, the pages' code is loaded while it builds.
 *
 * Throws an {@link UnreadError} before it builds when the vault does not give a file back.
 */
export async function run(station: Station, builder = startBuilder()): Promise<RunSummary> {
  try {
    const { ledger, parsed, issued, out } = station.site
    builder.prepare({ ledger, parsed })
    await healFolder(out, pagePaths.index)
    await sweepIssued(issued)
    const pulled = await pull(station)
    requireRead(pulled.kept)
    const [built, { publish }] = await Promise.all([
      build(station, { builder }),
      import('./steps/publish.ts'),
    ])
    const alerts = await alert(station, built)
    const messages = await queue(station, built)
    const published = await publish(station, built)
    return { ...pulled, built, alerts, messages, published }
  } finally {
    builder.stop()
  }
}

/** The vault does not give back some file that was received; figures without it would be wrong ones. */
export class UnreadError extends Error {
  override readonly name = 'UnreadError'

  constructor(failures: KeepSummary['failures']) {
    const lines = failures.map(({ message }) => `✗ ${message}`)
    const next =
      'no generation is made without what was received, the current one is still served; to go on without a file that was never read: hoanhap build, then hoanhap publish'
    super([...lines, next].join('\n'))
  }
}

function requireRead({ failures }: KeepSummary): void {
  if (failures.length > 0) throw new UnreadError(failures)
}

export interface Pulled {
  readonly received: ReceiveSummary
  readonly kept: KeepSummary
  readonly answered: AnswerSummary
}

/** Takes in what lies at the connectors, reads what has not been read, and tells the senders. */
export async function pull(station: Station): Promise<Pulled> {
  const received = await receive(station)
  return reading(station, async (readers) => ({
    received,
    kept: await readWith(readers, station),
    answered: await answer({ ...station, readers }),
  }))
}

/** Builds; a parsed file that is damaged or says otherwise than the ledger is read again from the vault first, once. */
export async function build(
  station: Station,
  { asKnown, builder }: { readonly asKnown?: AsKnown; readonly builder?: Builder } = {},
): Promise<Built> {
  const day = asKnown === undefined ? {} : { asKnown }
  try {
    return await measure(station, { ...day, ...(builder === undefined ? {} : { builder }) })
  } catch (cause) {
    if (!(cause instanceof BuildError) || cause.readAgain === null) throw cause
    station.log.warn({ path: cause.readAgain }, 'parsed files are not sound: they are read again')
    await read(station, true)
    return measure(station, day)
  }
}

/** Reads every file of the vault that has no decision under the present versions; `verify` also opens what is there. */
export function read(station: Station, verify = false): Promise<KeepSummary> {
  return reading(station, (readers) => readWith(readers, station, verify))
}

function reading<T>(station: Station, work: (readers: Readers) => Promise<T>): Promise<T> {
  return withReaders(station.setup, { size: station.readers, log: station.log }, work)
}

function readWith(readers: Readers, station: Station, verify = false): Promise<KeepSummary> {
  const { vault, ledger, log, clock, progress, keys, site } = station
  const { parsed } = site
  const personKey = keys.person
  return keep({ vault, ledger, log, clock, progress, parsed, personKey, readers, verify })
}

import { pagePaths } from '#dashboards/pages/layout.ts'
import { healFolder } from './publish/folder.ts'
import { openReaders } from './readers/pool.ts'
import type { Station } from './station.ts'
import { type AlertSummary, alert } from './steps/alert.ts'
import { type KeepSummary, keep } from './steps/keep.ts'
import { type AsKnown, type Built, measure } from './steps/measure.ts'
import type { Published } from './steps/publish.ts'
import { type ReceiveSummary, receive } from './steps/receive.ts'
import { BuildError, type Builder, startBuilder } from './warehouse/builder.ts'

export interface RunSummary {
  readonly received: ReceiveSummary
  readonly kept: KeepSummary
  readonly built: Built
  readonly alerts: AlertSummary
  readonly published: Published
}

/**
 * The whole job, once.
 *
 *     connectors ─▶ receive ─▶ keep ─▶ measure ─▶ alert ─▶ publish
 *                   vault +    parsed   a new      cases    pages, feedback,
 *                   ledger     files    generation          alerts, extract
 *
 * Each step leaves its result on disk before the next begins, so that a run that was cut off is simply run again. Only what leaves
 * nothing is done ahead: the builder starts while files are read, the pages' code is loaded while it builds.
 *
 * Throws an {@link UnreadError} before it builds when the vault does not give a file back.
 */
export async function run(station: Station, builder = startBuilder()): Promise<RunSummary> {
  try {
    const { ledger, parsed, out } = station.site
    builder.prepare({ ledger, parsed })
    await healFolder(out, pagePaths.index)
    const { received, kept } = await pull(station)
    requireRead(kept)
    const [built, { publish }] = await Promise.all([
      build(station, { builder }),
      import('./steps/publish.ts'),
    ])
    const alerts = await alert(station, built)
    const published = await publish(station, built)
    return { received, kept, built, alerts, published }
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

/** Takes in what lies at the connectors and reads what has not been read. */
export async function pull(
  station: Station,
): Promise<{ readonly received: ReceiveSummary; readonly kept: KeepSummary }> {
  const received = await receive(station)
  return { received, kept: await read(station) }
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
export async function read(station: Station, verify = false): Promise<KeepSummary> {
  const readers = openReaders(station.setup, { size: station.readers, log: station.log })
  try {
    const { vault, ledger, log, clock, progress, keys, site } = station
    const personKey = keys.person
    return await keep({
      vault,
      ledger,
      log,
      clock,
      progress,
      parsed: site.parsed,
      personKey,
      readers,
      verify,
    })
  } finally {
    readers.close()
  }
}

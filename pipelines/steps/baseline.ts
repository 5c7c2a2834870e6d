import { lastBuild } from '../ledger/builds.ts'
import { build, read } from '../run.ts'
import type { Station } from '../station.ts'
import type { KeepSummary } from './keep.ts'
import type { AsKnown, Built } from './measure.ts'

/** A generation that another one must equal, although something that no figure may depend on changes in between. */
export interface Baseline {
  readonly asKnown: AsKnown
  readonly resultHash: string
}

/** The figures are others than before, or cannot be compared: what was to be changed is left as it was. */
export class OtherResultError extends Error {
  override readonly name = 'OtherResultError'
}

/**
 * Builds anew, with the last build's day and knowledge or those of now, by the present program and keys: only such a build can be
 * compared. Null where nothing was ever built.
 */
export async function baseline(
  station: Station,
  known: 'before' | 'now' = 'before',
): Promise<Baseline | null> {
  const last = await lastBuild(station.ledger.db)
  requireRead(await read(station))
  if (last === undefined) return null
  const then = { businessDate: last.business_date, knownUntil: new Date(last.known_until) }
  const built = await build(station, known === 'now' ? {} : { asKnown: then })
  const { businessDate, knownUntil, resultHash } = built
  return { asKnown: { businessDate, knownUntil: new Date(knownUntil) }, resultHash }
}

/** Reads what has to be read and builds again; throws an {@link OtherResultError} when the result hash is another. */
export async function rebuiltAlike(
  station: Station,
  before: Baseline | null,
): Promise<Built | null> {
  requireRead(await read(station))
  if (before === null) return null
  const built = await build(station, { asKnown: before.asKnown })
  if (built.resultHash === before.resultHash) return built
  throw new OtherResultError(
    `the result hash would become ${built.resultHash}, it was ${before.resultHash}; everything is left as it was; what differs: hoanhap dump before and after`,
  )
}

function requireRead({ failures }: KeepSummary): void {
  if (failures.length === 0) return
  const lines = failures.map(({ message }) => `✗ ${message}`)
  throw new OtherResultError(
    [...lines, 'not every file can be read, so that nothing is changed'].join('\n'),
  )
}

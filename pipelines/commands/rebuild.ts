import { rm } from 'node:fs/promises'
import { type CalendarDate, endOfDay } from '#sources/vocabulary/date.ts'
import { buildOfSame, lastBuild } from '../ledger/builds.ts'
import { build, read } from '../run.ts'
import { openStation, type Station } from '../station.ts'
import type { KeepSummary } from '../steps/keep.ts'
import { madeOf, measureAsOf } from '../steps/measure.ts'
import { readingsKept } from '../vault/sealed-reading.ts'
import { generationName } from '../warehouse/generation.ts'
import { prove } from '../warehouse/proof.ts'
import { type Answer, answer, type Context } from './command.ts'

export interface RebuildOptions {
  /** As known at the end of this day in Asia/Ho_Chi_Minh, in a generation that is thrown away; the current one stays. */
  readonly asOf?: CalendarDate
}

/**
 * Deletes everything that was derived and makes it again from vault and ledger, as of the same day and with the same knowledge; the result
 * hash must be the same. Cut off in between, the next run reads what is missing.
 */
export async function rebuild(
  { site, effects }: Context,
  { asOf }: RebuildOptions = {},
): Promise<Answer> {
  const station = await openStation(site, effects)
  try {
    await requireVault(station)
    await rm(site.parsed, { recursive: true, force: true })
    const kept = await read(station, true)
    return asOf === undefined ? await current(station, kept) : await thatDay(station, kept, asOf)
  } finally {
    await station.close()
  }
}

async function current(station: Station, kept: KeepSummary): Promise<Answer> {
  const before = await lastBuild(station.ledger.db)
  const built = await build(
    station,
    before === undefined
      ? {}
      : {
          asKnown: {
            businessDate: before.business_date,
            knownUntil: new Date(before.known_until),
          },
        },
  )
  const same = before === undefined || before.result_hash === built.resultHash
  const json = {
    read: kept.read,
    before: before?.result_hash ?? null,
    after: built.resultHash,
    same,
  }
  return answer(
    json,
    [
      ...readLines(kept),
      `before ${json.before ?? '–'}`,
      `after  ${json.after}`,
      same
        ? 'the same'
        : 'NOT the same: code, keys or reference changed since; compare with `hoanhap status`',
    ],
    same && kept.failures.length === 0,
  )
}

async function thatDay(station: Station, kept: KeepSummary, day: CalendarDate): Promise<Answer> {
  const asKnown = { businessDate: day, knownUntil: endOfDay(day) }
  const file = await measureAsOf(station, day)
  const { resultHash } = await prove(file).finally(() => rm(file, { force: true }))
  const before = await buildOfSame(station.ledger.db, madeOf(station, asKnown))
  const same = before === undefined ? null : before.result_hash === resultHash
  const json = {
    read: kept.read,
    asOf: day,
    generation: before?.generation ?? null,
    before: before?.result_hash ?? null,
    after: resultHash,
    same,
  }
  const name = before === undefined ? '' : generationName(before.generation)
  return answer(
    json,
    [
      ...readLines(kept),
      `before ${json.before ?? '– (no build of that day knew the same)'}`,
      `after  ${resultHash}`,
      ...(same === null ? [] : [`${same ? 'the same as' : 'NOT the same as'} ${name}`]),
    ],
    same !== false && kept.failures.length === 0,
  )
}

function readLines({ read, failures }: KeepSummary): readonly string[] {
  return [`read ${read} files from the vault`, ...failures.map(({ message }) => `✗ ${message}`)]
}

/** Nothing is deleted that could not be made again: every file must come out of the vault first. */
async function requireVault({ vault, ledger }: Station): Promise<void> {
  for (const { sha256 } of await ledger.db.selectFrom('file').select('sha256').execute()) {
    if ((await readingsKept(vault, sha256)) === null) await vault.get(sha256)
  }
}

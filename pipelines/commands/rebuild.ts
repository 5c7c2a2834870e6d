import { rm } from 'node:fs/promises'
import { lastBuild } from '../ledger/builds.ts'
import { read } from '../run.ts'
import { openStation, type Station } from '../station.ts'
import { measure } from '../steps/measure.ts'
import { type Answer, answer, type Context } from './command.ts'

/**
 * Deletes everything that was derived and makes it again from vault and ledger, as of the same day and with the same knowledge; the result
 * hash must be the same.
 */
export async function rebuild({ site, effects }: Context): Promise<Answer> {
  const station = await openStation(site, effects)
  try {
    const before = await lastBuild(station.ledger.db)
    await requireVault(station)
    await rm(site.parsed, { recursive: true, force: true })
    const kept = await read(station, true)
    const built = await measure(
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
        `read ${kept.read} files from the vault`,
        `before ${json.before ?? '–'}`,
        `after  ${json.after}`,
        same
          ? 'the same'
          : 'NOT the same: code, keys or reference changed since; compare with `hoanhap status`',
      ],
      same && kept.failures.length === 0,
    )
  } finally {
    await station.close()
  }
}

/** Nothing is deleted that could not be made again: every file must come out of the vault first. */
async function requireVault({ vault, ledger }: Station): Promise<void> {
  for (const { sha256 } of await ledger.db.selectFrom('file').select('sha256').execute()) {
    await vault.get(sha256)
  }
}

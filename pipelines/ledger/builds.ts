import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { type Build, instantOf, type LedgerDatabase } from './schema.ts'

export interface NewBuild {
  readonly businessDate: CalendarDate
  readonly knownUntil: Date
  readonly codeVersion: string
  readonly referenceSha: string
  readonly keyId: string
  readonly at: Date
}

/**
 * Enters a build that begins and gives its generation: one more than any before, so that no file name is ever used twice. One that was
 * still building was killed: a ledger has one writer. `onDisk`: the highest generation that lies there, which a ledger restored from its
 * copy may not know.
 */
export async function beginBuild(db: LedgerDatabase, build: NewBuild, onDisk = 0): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { last } = await tx
      .selectFrom('build')
      .select((eb) => eb.fn.coalesce(eb.fn.max('generation'), eb.lit(0)).as('last'))
      .executeTakeFirstOrThrow()
    const generation = Math.max(last, onDisk) + 1
    await tx.updateTable('build').set({ state: 'failed' }).where('state', '=', 'building').execute()
    await tx
      .insertInto('build')
      .values({
        generation,
        business_date: build.businessDate,
        known_until: instantOf(build.knownUntil),
        code_version: build.codeVersion,
        reference_sha: build.referenceSha,
        key_id: build.keyId,
        result_hash: null,
        state: 'building',
        at: instantOf(build.at),
      })
      .execute()
    return generation
  })
}

/** Enters how a build that is being made ended: ready with its result hash, or failed; a build has one end. */
export async function endBuild(
  db: LedgerDatabase,
  generation: number,
  end: { readonly state: 'ready'; readonly resultHash: string } | { readonly state: 'failed' },
): Promise<void> {
  const result_hash = end.state === 'ready' ? end.resultHash : null
  await db
    .updateTable('build')
    .set({ state: end.state, result_hash })
    .where('generation', '=', generation)
    .where('state', '=', 'building')
    .execute()
}

/** The newest build that ended well. */
export function lastBuild(db: LedgerDatabase): Promise<Build | undefined> {
  return db
    .selectFrom('build')
    .selectAll()
    .where('state', '=', 'ready')
    .orderBy('generation', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export function buildOf(db: LedgerDatabase, generation: number): Promise<Build | undefined> {
  return db.selectFrom('build').selectAll().where('generation', '=', generation).executeTakeFirst()
}

/**
 * The newest build that ended well and was made of the same: as of the same day, by the same code, reference and key, and with the same
 * knowledge, which means that nothing arrived and nobody acted between the two instants.
 */
export async function buildOfSame(
  db: LedgerDatabase,
  of: Omit<NewBuild, 'at'>,
): Promise<Build | undefined> {
  const builds = await db
    .selectFrom('build')
    .selectAll()
    .where('state', '=', 'ready')
    .where('business_date', '=', of.businessDate)
    .where('code_version', '=', of.codeVersion)
    .where('reference_sha', '=', of.referenceSha)
    .where('key_id', '=', of.keyId)
    .orderBy('generation', 'desc')
    .execute()
  const until = instantOf(of.knownUntil)
  for (const build of builds) {
    const [after = '', to = ''] = [build.known_until, until].toSorted()
    if (!(await happened(db, after, to))) return build
  }
  return undefined
}

/** Whether anything arrived or was decided after an instant and until another. */
async function happened(db: LedgerDatabase, after: string, until: string): Promise<boolean> {
  const came = await db
    .selectFrom('file')
    .select('sha256')
    .where('first_received_at', '>', after)
    .where('first_received_at', '<=', until)
    .executeTakeFirst()
  const done = await db
    .selectFrom('action')
    .select('id')
    .where('at', '>', after)
    .where('at', '<=', until)
    .executeTakeFirst()
  return came !== undefined || done !== undefined
}

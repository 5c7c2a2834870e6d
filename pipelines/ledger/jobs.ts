import { instantOf, type JobRun, type LedgerDatabase } from './schema.ts'

export interface Slot {
  readonly job: string
  /** What the run is for (`2026-09-20T06:00`, `adm:2026-09`), never the time at which it happens to run. */
  readonly slot: string
}

export interface Claim extends Slot {
  readonly owner: string
  readonly attempt: number
}

/**
 * Claims a slot for some minutes: nobody has it, its run failed, or its holder has not renewed the lease. Null when it is done or in
 * other hands.
 */
export async function claimSlot(
  db: LedgerDatabase,
  { job, slot }: Slot,
  owner: string,
  at: Date,
  minutes = 10,
): Promise<Claim | null> {
  return db.transaction().execute(async (tx) => {
    const run = await tx
      .selectFrom('job_run')
      .selectAll()
      .where('job', '=', job)
      .where('slot', '=', slot)
      .executeTakeFirst()
    if (run !== undefined && !isFree(run, at)) return null
    const attempt = (run?.attempt ?? 0) + 1
    const claimed = {
      state: 'running' as const,
      owner,
      attempt,
      lease_until: leaseEnd(at, minutes),
      started_at: instantOf(at),
      finished_at: null,
      receipt: null,
    }
    await tx
      .insertInto('job_run')
      .values({ job, slot, ...claimed })
      .onConflict((conflict) => conflict.columns(['job', 'slot']).doUpdateSet(claimed))
      .execute()
    return { job, slot, owner, attempt }
  })
}

/** Extends a claim; false when it was lost to another holder, who must then be left to work alone. */
export async function renewSlot(
  db: LedgerDatabase,
  claim: Claim,
  at: Date,
  minutes = 10,
): Promise<boolean> {
  return updateHeld(db, claim, { lease_until: leaseEnd(at, minutes) })
}

/** Ends a run with what it left (a generation, a hash, a message's id); false when the claim was lost meanwhile. */
export async function finishSlot(
  db: LedgerDatabase,
  claim: Claim,
  end: { readonly state: 'done' | 'failed'; readonly receipt: string; readonly at: Date },
): Promise<boolean> {
  const { state, receipt, at } = end
  return updateHeld(db, claim, { state, receipt, finished_at: instantOf(at) })
}

/** The last run of a job that ended well, by slot. */
export function lastDone(db: LedgerDatabase, job: string): Promise<JobRun | undefined> {
  return db
    .selectFrom('job_run')
    .selectAll()
    .where('job', '=', job)
    .where('state', '=', 'done')
    .orderBy('slot', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function isFree(run: JobRun, at: Date): boolean {
  return run.state === 'failed' || (run.state === 'running' && run.lease_until <= instantOf(at))
}

async function updateHeld(
  db: LedgerDatabase,
  { job, slot, owner, attempt }: Claim,
  set: Partial<JobRun>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job_run')
    .set(set)
    .where('job', '=', job)
    .where('slot', '=', slot)
    .where('owner', '=', owner)
    .where('attempt', '=', attempt)
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

function leaseEnd(at: Date, minutes: number): string {
  return instantOf(new Date(at.getTime() + minutes * 60_000))
}

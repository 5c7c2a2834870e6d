import { hostname } from 'node:os'
import cron from 'node-cron'
import { dayOf } from '#sources/vocabulary/date.ts'
import type { Effects } from './effects.ts'
import { claimSlot, finishSlot } from './ledger/jobs.ts'
import { LeaseError } from './ledger/lease.ts'
import { type RunSummary, run } from './run.ts'
import type { Site } from './site.ts'
import { openStation } from './station.ts'

export type Woken =
  | { readonly kind: 'ran'; readonly slot: string; readonly summary: RunSummary }
  | { readonly kind: 'done-already'; readonly slot: string }
  | { readonly kind: 'busy'; readonly holder: string }

const JOB = 'refresh'

/**
 * Does the job of the present slot, unless it is done or somebody is at it.
 *
 * The ledger's lease keeps two processes apart, its table of runs says which slot is done: after a crash the same slot is taken up
 * again. The slot names the time that the run is for, never the time at which it happens to run.
 */
export async function runDue(site: Site, effects: Effects): Promise<Woken> {
  const slot = slotOf(effects.clock())
  let station: Awaited<ReturnType<typeof openStation>>
  try {
    station = await openStation(site, effects)
  } catch (cause) {
    if (cause instanceof LeaseError) return { kind: 'busy', holder: cause.message }
    throw cause
  }
  try {
    const { db } = station.ledger
    const owner = `${hostname()}:${process.pid}`
    // No minutes: whoever has the ledger's lease is alone, so a run that still stands there was killed.
    const claim = await claimSlot(db, { job: JOB, slot }, owner, effects.clock(), 0)
    if (claim === null) return { kind: 'done-already', slot }
    try {
      const summary = await run(station)
      const receipt = summary.built.resultHash
      await finishSlot(db, claim, { state: 'done', receipt, at: effects.clock() })
      return { kind: 'ran', slot, summary }
    } catch (cause) {
      const receipt = cause instanceof Error ? cause.name : 'unknown'
      await finishSlot(db, claim, { state: 'failed', receipt, at: effects.clock() })
      throw cause
    }
  } finally {
    await station.close()
  }
}

/** Wakes the job by a cron expression in Asia/Ho_Chi_Minh, never twice at once; gives the way to stop it. */
export function everySlot(
  expression: string,
  effects: Effects,
  job: () => Promise<unknown>,
): () => Promise<void> {
  const { log } = effects
  const task = cron.schedule(
    expression,
    async () => {
      await job().catch((cause: unknown) =>
        log.error({ err: cause }, 'the scheduled job failed; the next slot tries again'),
      )
    },
    {
      timezone: 'Asia/Ho_Chi_Minh',
      noOverlap: true,
      logger: quiet(log),
    },
  )
  return async () => {
    await task.destroy()
  }
}

/** The cron library logs whole errors; ours keep their message to the log that is free of persons. */
function quiet(log: Effects['log']) {
  const say = (level: 'info' | 'warn' | 'error') => (message: unknown) =>
    log[level]({ from: 'node-cron' }, message instanceof Error ? message.name : String(message))
  return { info: say('info'), warn: say('warn'), error: say('error'), debug: () => {} }
}

function slotOf(now: Date): string {
  const local = new Date(now.getTime() + 7 * 3_600_000).toISOString()
  return `${dayOf(now)}T${local.slice(11, 16)}`
}

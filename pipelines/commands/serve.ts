import { deskOf, ledgerOf } from '../delivery/desk.ts'
import { sendDue } from '../delivery/send.ts'
import { lookAtOutbox, startSender } from '../delivery/sender.ts'
import type { Effects } from '../effects.ts'
import { issuedPages } from '../issued/served.ts'
import { LedgerDamageError } from '../ledger/sound.ts'
import { everySlot, runDue } from '../schedule.ts'
import { servePages } from '../server/pages.ts'
import { type Setting, settingOf } from '../station.ts'
import { type Turns, turns } from '../turns.ts'
import type { Context } from './command.ts'

export interface Serving {
  readonly url: string
  stop(): Promise<void>
}

/**
 * Serves the published pages on loopback and wakes the job on its schedule, once at the start too; runs until stopped.
 *
 * Beside the job a sender takes out what it queued. The two take turns at the ledger, the sender's lasting as long as a commit.
 */
export async function serve({ site, effects }: Context, port?: number): Promise<Serving> {
  const setting = await settingOf(site)
  const { config } = setting
  const inTurn = turns()
  const sender = startSender((enough) => sendRound(setting, effects, inTurn, enough), effects)
  async function job() {
    try {
      told(await inTurn(() => runDue(site, effects)), effects)
    } catch (cause) {
      // What waits leaves although the job failed; in a damaged ledger nobody knows what waits, and once is said often enough.
      if (!(cause instanceof LedgerDamageError)) sender.wake()
      throw cause
    }
    sender.wake()
  }
  const pages = await servePages(site.out, port ?? config.port, issuedPages(site))
  const unschedule = everySlot(config.schedule, effects, job)
  effects.log.info({ url: pages.url, schedule: config.schedule }, 'serving')
  const first = job().catch((cause: unknown) =>
    effects.log.error({ err: cause }, 'the first run failed; the next slot tries again'),
  )
  return {
    url: pages.url,
    async stop() {
      await unschedule()
      await first
      await sender.stop()
      await pages.close()
    },
  }
}

/** Sends what is due; gives when the next of what waits may leave. The lease is not asked for where nothing is due. */
async function sendRound(
  setting: Setting,
  effects: Effects,
  inTurn: Turns,
  enough: AbortSignal,
): Promise<Date | null> {
  const { site } = setting
  const { isDue, nextAt } = await lookAtOutbox(site, effects.clock())
  const timeOf = (instant: string | null) => (instant === null ? null : new Date(instant))
  if (!isDue) return timeOf(nextAt)
  const ledger = ledgerOf(site, effects.clock)
  const desk = deskOf(setting, effects, (work) => inTurn(() => ledger(work)))
  const { troubles: _, ...summary } = await sendDue({ ...desk, enough })
  effects.log.info(summary, 'the sender went round')
  return timeOf(summary.nextAt)
}

function told(woken: Awaited<ReturnType<typeof runDue>>, { log }: Effects): void {
  if (woken.kind === 'ran') {
    const { generation, resultHash } = woken.summary.built
    log.info({ slot: woken.slot, generation, resultHash }, 'the job ran')
  } else log.info(woken, 'nothing to do')
}

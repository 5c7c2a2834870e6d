import type { Effects } from '../effects.ts'
import { issuedPages } from '../issued/served.ts'
import { everySlot, runDue } from '../schedule.ts'
import { servePages } from '../server/pages.ts'
import { settingOf } from '../station.ts'
import type { Context } from './command.ts'

export interface Serving {
  readonly url: string
  stop(): Promise<void>
}

/** Serves the published pages on loopback and wakes the job on its schedule, once at the start too; runs until stopped. */
export async function serve({ site, effects }: Context, port?: number): Promise<Serving> {
  const { config } = await settingOf(site)
  const job = async () => told(await runDue(site, effects), effects)
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
      await pages.close()
    },
  }
}

function told(woken: Awaited<ReturnType<typeof runDue>>, { log }: Effects): void {
  if (woken.kind === 'ran') {
    const { generation, resultHash } = woken.summary.built
    log.info({ slot: woken.slot, generation, resultHash }, 'the job ran')
  } else log.info(woken, 'nothing to do')
}

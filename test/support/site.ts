import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { init } from '#pipelines/commands/init.ts'
import { type Effects, noLog, noProgress } from '#pipelines/effects.ts'
import { type Site, siteOf } from '#pipelines/site.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'

/** A site in a folder of its own, with a clock that the test sets. */
export interface TestSite {
  readonly site: Site
  readonly effects: Effects
  /** Sets the clock to nine in the morning of a day in Vietnam. */
  setDay(day: CalendarDate): void
  /** Lays a file into the inbox, old enough not to be growing. */
  deliver(name: string, bytes: Uint8Array | string): Promise<void>
  remove(): Promise<void>
}

/** Nobody is answered unless the configuration says so: most tests ask nothing of answers. */
export async function testSite(config: object): Promise<TestSite> {
  const root = await mkdtemp(join(tmpdir(), 'hoanhap-'))
  const site = siteOf(join(root, 'data'), {})
  await writeFile(site.config, JSON.stringify({ answers: null, ...config }))
  let now = new Date('2026-01-01T02:00:00Z')
  const effects: Effects = { clock: () => now, log: noLog, progress: noProgress }
  await init({ site, effects })
  return {
    site,
    effects,
    setDay(day) {
      now = new Date(`${day}T02:00:00Z`)
    },
    async deliver(name, bytes) {
      const path = join(site.inbox, name)
      await writeFile(path, bytes)
      const old = new Date(Date.now() - 60_000)
      await utimes(path, old, old)
    },
    remove: () => rm(root, { recursive: true, force: true }),
  }
}

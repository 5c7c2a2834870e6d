import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dumpLines } from '#pipelines/commands/dump.ts'
import { init } from '#pipelines/commands/init.ts'
import { run } from '#pipelines/commands/jobs.ts'
import { type Effects, noLog, noProgress } from '#pipelines/effects.ts'
import { type Site, siteOf } from '#pipelines/site.ts'
import { copySite } from '../copied-site.ts'
import { type SmallFile, smallCommunes, smallDay, smallForm } from './small-form.ts'

/** A folder in which sites of the small form are made and broken. */
export interface Grounds {
  /** All files lie in the inbox, nothing has been taken in. */
  fresh(): Promise<Prepared>
  /** January and February were taken in and published; the rest lies in the inbox. */
  second(): Promise<Prepared>
  /** Milliseconds between the machine's clock and that of the sites, whose day is 20/3/2026. */
  readonly shiftMs: number
  readonly effects: Effects
  remove(): Promise<void>
}

export interface Prepared {
  /** The result hash that an undisturbed `run` ends in. */
  readonly hash: string
  /** The result hash that is served before it; null when nothing is. */
  readonly before: string | null
  /** A copy of its own, ready to be broken. */
  copy(): Promise<Site>
  /** A copy of what the undisturbed run left. */
  copyOfDone(): Promise<Site>
  readonly grounds: Grounds
}

export async function makeGrounds(): Promise<Grounds> {
  const root = await mkdtemp(join(tmpdir(), 'hoanhap-faults-'))
  const shiftMs = Date.parse(`${smallDay}T02:00:00Z`) - Date.now()
  const clock = () => new Date(Date.now() + shiftMs)
  const effects: Effects = { clock, log: noLog, progress: noProgress }
  const files = smallForm()
  const grounds: Grounds = {
    fresh: once(async () =>
      prepared(grounds, join(root, 'fresh'), async (site) => deliver(site, await files)),
    ),
    second: once(async () =>
      prepared(grounds, join(root, 'second'), async (site) => {
        const all = await files
        await deliver(
          site,
          all.filter(({ arrivedOn }) => arrivedOn < '2026-03-01'),
        )
        await run({ site, effects })
        await deliver(site, all)
      }),
    ),
    shiftMs,
    effects,
    remove: () => rm(root, { recursive: true, force: true }),
  }
  return grounds
}

/** The result hash of what is served now, or null when that is refused. */
export function servedHash(site: Site, effects: Effects): Promise<string | null> {
  return dumpLines({ site, effects }, { hash: true }).then(
    ({ text }) => text,
    () => null,
  )
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

async function prepared(
  grounds: Grounds,
  folder: string,
  prepare: (site: Site) => Promise<void>,
): Promise<Prepared> {
  const { effects } = grounds
  const site = siteOf(join(folder, 'data'), {})
  await makeSite(site, effects)
  await prepare(site)
  const before = await servedHash(site, effects)
  let copies = 0
  const copyOf = (original: Site) => copySite(original, `${folder}-${++copies}`)
  const undisturbed = await copyOf(site)
  await run({ site: undisturbed, effects })
  const hash = await servedHash(undisturbed, effects)
  if (hash === null) throw new Error(`the undisturbed run in ${folder} left nothing`)
  return {
    hash,
    before,
    copy: () => copyOf(site),
    copyOfDone: () => copyOf(undisturbed),
    grounds,
  }
}

async function makeSite(site: Site, effects: Effects): Promise<void> {
  await init({ site, effects })
  const config = {
    plan: 'bac-ninh-2026',
    communes: smallCommunes,
    businessDate: smallDay,
    readers: 1,
  }
  await writeFile(site.config, JSON.stringify(config))
}

/** Lays files into the inbox, old enough not to be growing. */
async function deliver(site: Site, files: readonly SmallFile[]): Promise<void> {
  for (const { name, bytes } of files) {
    const path = join(site.inbox, name)
    await writeFile(path, bytes)
    await utimes(path, new Date('2026-01-01'), new Date('2026-01-01'))
  }
}

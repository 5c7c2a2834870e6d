import { access, mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expectedOf } from '#sources/synthetic/index.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { demoContacts, demoDelivery, LETTERS, sendAllOf } from '../demo/letters.ts'
import { lookingAt } from '../demo/looking.ts'
import { communesOf, type World, type WorldOrder, worldOf } from '../demo/order.ts'
import { truthOf } from '../demo/truth.ts'
import { businessDayOf, usualOrder } from '../demo/usual.ts'
import { writeDeliveries } from '../demo/write.ts'
import type { Effects } from '../effects.ts'
import { addContacts } from '../ledger/contacts.ts'
import { takeLease } from '../ledger/lease.ts'
import { snapshotOf } from '../publish/snapshot.ts'
import { run } from '../run.ts'
import { type Site, siteOf } from '../site.ts'
import { openStation, type Station } from '../station.ts'
import { receive } from '../steps/receive.ts'
import { warehouse } from '../warehouse/dialect.ts'
import { openCurrent } from '../warehouse/generation.ts'
import { type Answer, answer } from './command.ts'
import { init } from './init.ts'
import { runLines } from './jobs.ts'
import { targetRows, targetTable } from './target-table.ts'
import { UsageError } from './usage.ts'

export interface DemoOptions extends Partial<Omit<WorldOrder, 'seed'>> {
  readonly folder: string
  readonly seed: string
}

/** The plan whose demonstration is given when none is named. */
const USUAL = 'bac-ninh-2026'

/**
 * Invents a province, writes what its communes and agencies send, lets it arrive day by day, and does the whole job as of six days after
 * the last month closed (20/9/2026 for Bắc Ninh). Makes `inbox`, `keys`, `data`, `out`, `outbox` (the letters that some contacts are sent)
 * and `truth` in the folder, which is emptied first.
 */
export async function demo(
  { effects }: { readonly effects: Effects },
  { folder, ...chosen }: DemoOptions,
): Promise<Answer> {
  const site = siteOf(join(folder, 'data'), {})
  const root = dirname(site.data)
  await emptied(site)
  const order = { ...usualOrder(chosen.plan ?? USUAL), ...chosen }
  const made = worldOf(order)
  await writeTruth(join(root, 'truth'), made, communesOf(order))
  const written = join(root, '.written')
  await writeDeliveries({ order, folder: written }, made.deliveries.length, effects.progress)
  await writeFile(site.config, configOf(order))
  await init({ site, effects })
  const calendar = { day: businessDayOf(order) }
  const clock = () => new Date(`${calendar.day}T02:00:00Z`)
  const station = await openStation(site, { ...effects, clock })
  try {
    const contacts = demoContacts(station.reporters, made.schedule, calendar.day)
    await addContacts(station.ledger.db, contacts, { at: clock(), actor: 'hoanhap demo' })
    const days = await deliver(station, made, written, calendar)
    const summary = await run(station)
    const letters = await sendAllOf(station)
    const targets = await targetsOf(station)
    return answer({ targets, summary: summary.built, published: summary.published, letters }, [
      targetTable(targets),
      '',
      `arrived    ${made.deliveries.length} files on ${days} days`,
      ...runLines(summary),
      `letters    ${letters.sent} in ${join(root, LETTERS)}: what four invented contacts are sent`,
    ])
  } finally {
    await station.close()
  }
}

/** Everything that an earlier demo made, and nothing else that may lie in the folder; what was planted goes last, it tells a demo. */
async function emptied(site: Site): Promise<void> {
  const root = dirname(site.data)
  await requireDemo(site, join(root, 'truth'))
  for (const made of [
    site.data,
    site.keys,
    site.inbox,
    site.out,
    site.config,
    join(root, LETTERS),
    join(root, '.written'),
    join(root, 'truth'),
  ]) {
    await rm(made, { recursive: true, force: true })
  }
  await mkdir(join(root, LETTERS), { recursive: true })
}

/** Refuses a folder with keys, data or inbox of an installation that no demo has made, and one where something is at work. */
async function requireDemo(site: Site, truth: string): Promise<void> {
  const made = await Promise.all([site.keys, site.data, site.inbox].map(exists))
  if (made.includes(true) && !(await exists(truth))) {
    const message = `${dirname(site.data)} holds an installation that no demo has made; name another folder with --folder`
    throw new UsageError(message)
  }
  if (await exists(site.ledger)) (await takeLease(site.ledger, new Date())).release()
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function configOf(order: WorldOrder): string {
  const { plan, province = null } = order
  const chosen = {
    ...{ plan, province, communes: communesOf(order), businessDate: businessDayOf(order) },
    delivery: demoDelivery,
  }
  const said = Object.entries(chosen).filter(([, value]) => value !== null)
  return `${JSON.stringify(Object.fromEntries(said), null, 2)}\n`
}

/** What happened, what must come out of what was sent, and every personal value, for whoever searches for a leak. */
async function writeTruth(
  folder: string,
  made: World,
  communes: readonly string[] | null,
): Promise<void> {
  const { province, schedule, deliveries, personal } = made
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const write = (name: string, truth: unknown, indent = 1) =>
    writeFile(join(folder, name), JSON.stringify(truth, null, indent), { mode: 0o600 })
  await write('world.json', { ...province, sendings: schedule.sendings })
  const expected = expectedOf(province, schedule, deliveries, lookingAt(made, communes))
  await write('expected.json', truthOf(expected), 0)
  await write('personal.json', personal)
}

/** Day by day: the files of a day are laid into the inbox, and what lies there is taken in as on that day. Gives the number of days. */
async function deliver(
  station: Station,
  { deliveries }: World,
  written: string,
  calendar: { day: CalendarDate },
): Promise<number> {
  const { inbox } = station.site
  station.progress.start('arrivals', deliveries.length)
  const quiet = { ...station, progress: { start() {}, stop() {}, advance() {} } }
  const businessDay = calendar.day
  const days = new Set(deliveries.map(({ arrivedOn }) => arrivedOn))
  for (const day of days) {
    calendar.day = day
    for (const [n, { name, arrivedOn }] of deliveries.entries()) {
      if (arrivedOn !== day) continue
      const path = join(inbox, name)
      await mkdir(dirname(path), { recursive: true })
      await rename(join(written, String(n)), path)
      await utimes(path, station.clock(), station.clock())
      station.progress.advance()
    }
    await receive(quiet)
  }
  station.progress.stop()
  calendar.day = businessDay
  await rm(written, { recursive: true, force: true })
  return days.size
}

async function targetsOf(station: Station) {
  const engine = await openCurrent(station.site.warehouse)
  try {
    return targetRows(await snapshotOf(warehouse(engine), station))
  } finally {
    engine.close()
  }
}

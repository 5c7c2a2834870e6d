import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { planById } from '#models/plans/index.ts'
import { accept, withdraw } from '#pipelines/commands/decide.ts'
import { type Ledger, openLedger } from '#pipelines/ledger/open.ts'
import { pull, run } from '#pipelines/run.ts'
import type { Site } from '#pipelines/site.ts'
import { openStation } from '#pipelines/station.ts'
import { readParsed } from '#pipelines/vault/parsed.ts'
import { build } from '#pipelines/warehouse/build.ts'
import { resultHash } from '#pipelines/warehouse/dump.ts'
import { openReadOnly } from '#pipelines/warehouse/engine.ts'
import { knownSubmissions } from '#pipelines/warehouse/known.ts'
import { places, restrictTo } from '#sources/reference/places.ts'
import { byHandCommunes, byHandDeliveries, byHandWorkbook } from './by-hand.ts'
import { type TestSite, testSite } from './site.ts'

const BUSINESS_DATE = '2026-03-20'
const KNOWN_UNTIL = '2026-03-20T02:00:00.000Z'
const PAGE = 4_096

/** What became of a build after one byte of the ledger was changed. */
export interface Flip {
  readonly offset: number
  /** `refused`: in a sentence that names the ledger and what mends it; `same`: the same result hash. */
  readonly outcome: 'refused' | 'same' | 'wrong'
  readonly said: string
}

/** A site whose small ledger holds all that a ledger can: arrivals, a held replacement, actions, builds, alerts. */
export async function flippableSite(): Promise<TestSite> {
  const place = await testSite({ communes: byHandCommunes, businessDate: BUSINESS_DATE })
  const context = { site: place.site, effects: place.effects }
  const station = await openStation(place.site, place.effects)
  const files = await byHandDeliveries(station)
  const short = await byHandWorkbook(station, '7', { revision: '2', most: 3 })
  await station.close()
  for (const { name, bytes } of files) await place.deliver(name, bytes)
  place.setDay('2026-03-17')
  await withStation(place, pull)
  await place.deliver('short.xlsx', short)
  place.setDay('2026-03-18')
  const { kept } = await withStation(place, pull)
  const held = kept.decided.find(({ submission }) => submission.outcome === 'held')?.submission
  if (held === undefined) throw new RangeError('the short replacement was not held')
  await accept(context, held.submission_id, { reason: 'đã xác minh', actor: 'Phòng' })
  place.setDay('2026-03-19')
  await withdraw(context, held.submission_id, { reason: 'gửi nhầm', actor: 'Phòng' })
  await accept(context, held.submission_id, { reason: 'đúng rồi', actor: 'Phòng' })
  place.setDay(BUSINESS_DATE)
  await withStation(place, run)
  return place
}

/** Which bytes of a ledger to change: once in every page and then anywhere, or the one behind the first occurrences of a text. */
export type Spots =
  | { readonly flips: number; readonly seed: number }
  | { readonly behind: string; readonly most: number }

/**
 * Changes one byte of a copy of the site's ledger at a time, opens it as every job does and builds from it.
 *
 * Where all rows read as before, a build would be given the same; then the hash is computed only if `everyHash`.
 */
export async function flipLedger(
  { site }: TestSite,
  spots: Spots,
  everyHash = false,
): Promise<readonly Flip[]> {
  const whole = await readFile(site.ledger)
  const sound = await opened(site.ledger, async (ledger) => ({
    rows: await rowsOf(ledger),
    hash: await hashOf(ledger, site),
  }))
  const found: Flip[] = []
  for (const [n, { offset, change }] of changesOf(whole, spots).entries()) {
    const bytes = Buffer.from(whole)
    bytes[offset] = (bytes[offset] ?? 0) ^ change
    const path = join(site.data, 'flipped', `${n}`, 'ledger.sqlite')
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
    found.push({ offset, ...(await outcomeOf(path)) })
    await rm(dirname(path), { recursive: true })
  }
  return found

  async function outcomeOf(path: string): Promise<Omit<Flip, 'offset'>> {
    try {
      return await opened(path, async (ledger) => {
        if (!everyHash && (await rowsOf(ledger)) === sound.rows) {
          return { outcome: 'same', said: 'every row' } as const
        }
        const hash = await hashOf(ledger, site)
        return { outcome: hash === sound.hash ? 'same' : 'wrong', said: hash } as const
      })
    } catch (cause) {
      const said = (cause as Error).message
      const isSentence = said.includes(path) && said.includes('restore it from its copy')
      return { outcome: isSentence ? 'refused' : 'wrong', said }
    }
  }
}

interface Change {
  readonly offset: number
  /** What the byte is XORed with. */
  readonly change: number
}

function changesOf(whole: Buffer, spots: Spots): readonly Change[] {
  // a digit stays a digit: libsql aborts the process when a text is no UTF-8
  if ('behind' in spots)
    return occurrences(whole, spots.behind)
      .slice(0, spots.most)
      .map((offset) => ({ offset, change: 1 }))
  const pages = whole.length / PAGE
  const spot = fc.record({
    page: fc.nat(pages - 1),
    at: fc.nat(PAGE - 1),
    change: fc.integer({ min: 1, max: 255 }),
  })
  return fc
    .sample(spot, { seed: spots.seed, numRuns: Math.max(spots.flips, pages) })
    .map(({ page, at, change }, n) => ({ offset: (n < pages ? n : page) * PAGE + at, change }))
}

function occurrences(whole: Buffer, text: string): readonly number[] {
  const found: number[] = []
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
    found.push(at + text.length)
  }
  return found
}

async function opened<T>(path: string, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openLedger(path, () => new Date(KNOWN_UNTIL))
  return work(ledger).finally(() => ledger.close())
}

/** Every row of every table that the jobs read. */
async function rowsOf({ db }: Ledger): Promise<string> {
  const tables = [
    'file',
    'delivery',
    'submission',
    'action',
    'build',
    'alert_case',
    'alert_event',
    'outbox',
    'noticed',
    'audit',
  ]
  const rows = tables.map((table) =>
    sql`select * from ${sql.table(table)} order by rowid`.execute(db),
  )
  return JSON.stringify((await Promise.all(rows)).map((result) => result.rows))
}

/** Builds in this process, from the site's parsed files. */
async function hashOf({ db, path }: Ledger, site: Site): Promise<string> {
  const plan = planById('bac-ninh-2026')
  const file = `${path}.gen.duckdb`
  await build(file, {
    plan,
    places: restrictTo(places(), byHandCommunes),
    meta: {
      business_date: BUSINESS_DATE,
      known_until: KNOWN_UNTIL,
      code_version: 'test',
      reference_sha: 'test',
      key_id: 'test',
    },
    submissions: await knownSubmissions(db, KNOWN_UNTIL),
    extensions: [],
    parsed: ({ submission }) => readParsed(site.parsed, submission.parsed_name),
  })
  const engine = await openReadOnly(file)
  return resultHash(engine).finally(async () => {
    engine.close()
    await rm(file)
  })
}

async function withStation<T>(
  { site, effects }: TestSite,
  work: (station: Awaited<ReturnType<typeof openStation>>) => Promise<T>,
): Promise<T> {
  const station = await openStation(site, effects)
  return work(station).finally(() => station.close())
}

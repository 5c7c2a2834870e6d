import {
  copyFile,
  readdir,
  readFile,
  rename,
  rm,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { doctor } from '#pipelines/commands/doctor.ts'
import { serve } from '#pipelines/commands/serve.ts'
import { build, run } from '#pipelines/run.ts'
import type { Site } from '#pipelines/site.ts'
import { openStation, type Station } from '#pipelines/station.ts'
import { measure } from '#pipelines/steps/measure.ts'
import { receive } from '#pipelines/steps/receive.ts'
import { readParsed, writeParsed } from '#pipelines/vault/parsed.ts'
import { sha256Of } from '#pipelines/vault/vault.ts'
import { currentFile } from '#pipelines/warehouse/generation.ts'
import { hoanhap } from '#test/support/command-line.ts'
import { copyOfSite, tamper } from '#test/support/copied-site.ts'
import { flippableSite } from '#test/support/flip-ledger.ts'
import type { TestSite } from '#test/support/site.ts'

// Readers and builder of this process: what guards them is tested elsewhere.
vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))
vi.mock('#pipelines/warehouse/builder.ts', () => import('#test/support/builder-in-process.ts'))

/** The job mends what can be made again, refuses what cannot, and says which. */
let place: TestSite
let hash: string
beforeAll(async () => {
  place = await flippableSite()
  hash = JSON.parse((await at(place.site, 'dump', '--hash')).out).resultHash
})
afterAll(() => place?.remove())

const at = ({ data }: Site, ...argv: string[]) =>
  hoanhap(['--data', data, '--json', ...argv], place.effects)

async function within<T>(
  site: Site,
  work: (station: Station, warned: readonly string[]) => Promise<T>,
): Promise<T> {
  const warned: string[] = []
  const log = { ...place.effects.log, warn: (_: object, words: string) => void warned.push(words) }
  const station = await openStation(site, { ...place.effects, log })
  return work(station, warned).finally(() => station.close())
}

async function isSound(site: Site): Promise<boolean> {
  return (await doctor({ site, effects: place.effects }, { full: true })).ok
}

describe('parsed files', () => {
  test('cut off, gone, or saying otherwise are read again from the vault by the build that meets them', async () => {
    const site = await copyOfSite(place.site)
    const [cutOff = '', gone = '', other = ''] = await registersOf(site)
    await truncate(cutOff, 100)
    await rm(gone)
    const { header, rows } = await readParsed(site.parsed, basename(other))
    await writeParsed(site.parsed, { header: { ...header, documentNo: '99/BC' }, rows })
    await within(site, async (station, warned) => {
      expect((await build(station)).resultHash).toBe(hash)
      expect(warned).toContain('parsed files are not sound: they are read again')
    })
    expect(await isSound(site)).toBe(true)
  })

  test('saying otherwise than the ledger are not built upon', async () => {
    const site = await copyOfSite(place.site)
    const registers = await registersOf(site)
    const read = registers.map((path) => readParsed(site.parsed, basename(path)))
    const full = (await Promise.all(read)).find(({ header }) => header.rowsAccepted > 0)
    if (full === undefined) throw new RangeError('no register with a row')
    await writeParsed(site.parsed, { header: { ...full.header, rowsAccepted: 0 }, rows: [] })
    const refusal = within(site, (station) => measure(station))
    await expect(refusal).rejects.toThrow(
      /says rows_accepted 0, the ledger \d+; read it again from the vault: hoanhap rebuild/,
    )
  })

  test('that cannot be made again is not built upon', async () => {
    const site = await copyOfSite(place.site)
    const [path = ''] = await registersOf(site)
    await truncate(path, 100)
    const sha256 = basename(path).slice(0, 64)
    await rm(join(site.vault, sha256.slice(0, 2), `${sha256}.age`))
    const { code, err } = await at(site, 'build')
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(
        /is not as it was written; .*hoanhap rebuild[\s\S]*hoanhap doctor/,
      ),
    })
    expect(basename(await currentFile(site.warehouse))).toBe('gen-000001.duckdb')
  })
})

describe('a received file that the vault does not give back', () => {
  test('stops the run before it builds; a person may go on without it, and nothing is missing once it is back', async () => {
    const site = await copyOfSite(place.site)
    const letter = Buffer.from('Kính gửi Công an tỉnh')
    const sent = join(site.inbox, 'thư mới.txt')
    await writeFile(sent, letter)
    await utimes(sent, new Date('2026-01-01'), new Date('2026-01-01'))
    await within(site, (station) => receive(station))
    const sha256 = sha256Of(letter)
    const path = join(site.vault, sha256.slice(0, 2), `${sha256}.age`)
    const whole = await readFile(path)
    await rm(path)
    await writeFile(path, 'damaged')

    const refused = await at(site, 'run')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain(`${sha256}.age`)
    expect(refused.err).toMatch(/restore[\s\S]*the current one is still served.*hoanhap build/)
    expect(basename(await currentFile(site.warehouse))).toBe('gen-000001.duckdb')

    const without = await at(site, 'build')
    expect(without).toMatchObject({ code: 1, out: expect.stringContaining(hash) })
    expect(await at(site, 'publish')).toMatchObject({ code: 0 })

    await writeFile(path, whole)
    expect(await at(site, 'run')).toMatchObject({ code: 0 })
    expect(await isSound(site)).toBe(true)
  })
})

describe('a current generation', () => {
  const damages: readonly (readonly [string, (site: Site) => Promise<unknown>, RegExp])[] = [
    [
      'that is cut off',
      (site) => truncate(generation(site, 1), 5_000),
      /gen-000001\.duckdb is damaged/,
    ],
    ['of which bits flipped', flipBlocks, /gen-000001\.duckdb is damaged/],
    ['that is gone', (site) => rm(generation(site, 1)), /holds no current generation/],
    [
      'with a log beside it',
      (site) => writeFile(`${generation(site, 1)}.wal`, 'x'),
      /gen-000001\.duckdb\.wal lies beside a finished generation.*hoanhap rebuild/,
    ],
    [
      'that is an older one, because the pointer is damaged',
      async (site) => {
        await rename(generation(site, 1), generation(site, 0))
        await writeFile(join(site.warehouse, 'CURRENT'), 'gen-000000.duckdb\n')
      },
      /gen-000000\.duckdb is current, but the ledger's last build is gen-000001/,
    ],
    [
      'that is of another day than the ledger says',
      (site) => tamper(site, [], `update build set business_date = '2026-03-21'`),
      /gen-000001\.duckdb says business date 2026-03-20, the ledger 2026-03-21/,
    ],
  ]
  test.each(damages)('%s is not published', async (_, damage, words) => {
    const site = await copyOfSite(place.site)
    await damage(site)
    const { code, err } = await at(site, 'publish')
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(words) })
    expect(err).toMatch(/hoanhap (run|rebuild)/)
  })

  test('that is damaged and has a log beside it does not stop a run, which makes another', async () => {
    const site = await copyOfSite(place.site)
    await flipBlocks(site)
    await writeFile(`${generation(site, 1)}.wal`, 'x')
    const built = await within(site, async (station) => (await run(station)).built)
    expect(built).toMatchObject({ generation: 2, resultHash: hash })
    expect(await at(site, 'publish')).toMatchObject({ code: 0, err: '' })
  })
})

test('a ledger from an older copy leads to a new generation, above those that lie there', async () => {
  const site = await copyOfSite(place.site)
  for (const n of [7, 8, 9]) await copyFile(generation(site, 1), generation(site, n))
  const { generation: made, file } = await within(site, (station) => measure(station))
  expect(made).toBe(10)
  expect(await currentFile(site.warehouse)).toBe(file)
})

test('pages are served while the ledger is damaged, and the log says what mends it', async () => {
  const site = await copyOfSite(place.site)
  await within(site, (own) => run(own))
  await truncate(site.ledger, 50_000)
  const said: string[] = []
  const log = {
    ...place.effects.log,
    error: (facts: object) => void said.push(String((facts as { err: Error }).err.message)),
  }
  const serving = await serve({ site, effects: { ...place.effects, log } }, 0)
  const page = await fetch(`${serving.url}month.html`)
  expect(page.status).toBe(200)
  await serving.stop()
  expect(said).toEqual([
    expect.stringMatching(/ledger\.sqlite is damaged .*restore it from its copy/),
  ])
})

describe('rebuild', () => {
  test('that was killed once the parsed files were deleted is made good by the next run', async () => {
    const site = await copyOfSite(place.site)
    await rm(site.parsed, { recursive: true })
    const { kept, built } = await within(site, (own) => run(own))
    expect(kept).toMatchObject({ read: 30, failures: [] })
    expect(built.resultHash).toBe(hash)
    expect(await isSound(site)).toBe(true)
  })

  test('as of a day makes it again beside the current one, and says whether it is the same', async () => {
    const site = await copyOfSite(place.site)
    const before = (await readdir(site.warehouse)).toSorted()
    const { code, out } = await at(site, 'rebuild', '--as-of', '2026-03-20')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      read: 30,
      asOf: '2026-03-20',
      generation: 1,
      before: hash,
      after: hash,
      same: true,
    })
    expect((await readdir(site.warehouse)).toSorted()).toEqual(before)
    expect(await isSound(site)).toBe(true)
  })

  test('as of a day before the correction knows only what had come, and fails where the ledger says otherwise', async () => {
    const site = await copyOfSite(place.site)
    const dumped = await at(site, 'dump', '--hash', '--as-of', '2026-03-17')
    const { resultHash } = JSON.parse(dumped.out)
    expect(resultHash).not.toBe(hash)
    await tamper(
      site,
      [],
      `insert into build select 5, '2026-03-17', '2026-03-17T12:00:00.000Z', code_version, reference_sha, key_id, 'other', state, at
       from build`,
    )
    const { code, out } = await hoanhap(
      ['--data', site.data, 'rebuild', '--as-of', '2026-03-17'],
      place.effects,
    )
    expect(code).toBe(1)
    expect(out).toContain(`before other\nafter  ${resultHash}\nNOT the same as gen-000005.duckdb`)
  })
})

function generation({ warehouse }: Site, n: number): string {
  return join(warehouse, `gen-${String(n).padStart(6, '0')}.duckdb`)
}

/** The parsed files of the communes' registers. */
async function registersOf({ parsed }: Site): Promise<readonly string[]> {
  const names = await readdir(parsed, { recursive: true })
  const own = names.filter((path) => path.includes('.returnee-register-')).sort()
  return own.map((path) => join(parsed, path))
}

/** A bit in each block but the first, which holds the headers. */
async function flipBlocks(site: Site): Promise<void> {
  const file = generation(site, 1)
  const bytes = await readFile(file)
  for (let at = 300_000; at < bytes.length; at += 262_144) bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(file, bytes)
}

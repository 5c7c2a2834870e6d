import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openLedgerReadOnly } from '#pipelines/ledger/open.ts'
import { type Journal, journalIn } from '#pipelines/purge/journal.ts'
import { type Plan, planOf } from '#pipelines/purge/plan.ts'
import { finish, purge } from '#pipelines/purge/purge.ts'
import { openReaders } from '#pipelines/readers/pool.ts'
import type { Site } from '#pipelines/site.ts'
import { openStation, openStores, type Station } from '#pipelines/station.ts'
import { openKeys } from '#pipelines/vault/keys.ts'
import { pseudonym } from '#pipelines/vault/pseudonym.ts'
import { openVault, type Vault } from '#pipelines/vault/vault.ts'
import { textsOf } from '#sources/readers/texts.ts'
import { caseFile, nid, oldId } from '#sources/vocabulary/identifier.ts'
import { hoanhap } from '#test/support/command-line.ts'
import { copyOfSite } from '#test/support/copied-site.ts'
import { Dead, dieAt, life } from '#test/support/dying-disk.ts'
import { filesBelow } from '#test/support/folder-of-test.ts'
import { searchLeaks } from '#test/support/leak.ts'
import {
  businessDate,
  gone,
  goneElsewhere,
  moved,
  namesake,
  type Planted,
  staying,
  unclear,
  yearOfTwo,
} from '#test/support/purge-site.ts'
import { A, B, unitOf } from '#test/support/rows.ts'
import type { TestSite } from '#test/support/site.ts'

// Readers and builder of this process: what guards them is tested elsewhere.
vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))
vi.mock('#pipelines/warehouse/builder.ts', () => import('#test/support/builder-in-process.ts'))
vi.mock('node:fs/promises', async (original) =>
  (await import('#test/support/dying-disk.ts')).dying(await original()),
)

/** Figures that are always the same, made in no time: for tests of what happens to files. */
const still = vi.hoisted(() => ({ hash: null as string | null }))
vi.mock('#pipelines/run.ts', async (original) => {
  const real = await original<typeof import('#pipelines/run.ts')>()
  return {
    ...real,
    build: async (...of: Parameters<typeof real.build>) =>
      still.hash === null ? real.build(...of) : { resultHash: still.hash },
  }
})
vi.mock('#pipelines/steps/measure.ts', async (original) => {
  const real = await original<typeof import('#pipelines/steps/measure.ts')>()
  return {
    ...real,
    measureAsKnown: async (...of: Parameters<typeof real.measureAsKnown>) =>
      still.hash === null ? real.measureAsKnown(...of) : '/nowhere',
  }
})
vi.mock('#pipelines/warehouse/proof.ts', async (original) => {
  const real = await original<typeof import('#pipelines/warehouse/proof.ts')>()
  return {
    ...real,
    prove: async (file: string) =>
      still.hash === null ? real.prove(file) : { resultHash: still.hash },
  }
})
vi.mock('#pipelines/steps/publish.ts', async (original) => {
  const real = await original<typeof import('#pipelines/steps/publish.ts')>()
  return {
    ...real,
    publish: async (...of: Parameters<typeof real.publish>) =>
      still.hash === null ? real.publish(...of) : null,
  }
})

const BEFORE = '2026-12-15'
const until = { cutOff: BEFORE, year: 2027 } as const
const REASON = ['--reason', 'hết thời hạn lưu trữ', '--actor', 'Phòng']

let place: TestSite
beforeAll(async () => {
  place = await yearOfTwo()
})
afterAll(() => place?.remove())

const at = ({ data }: Site, ...argv: string[]) =>
  hoanhap(['--data', data, '--json', ...argv], place.effects)
const json = async (site: Site, ...argv: string[]) => {
  const { out, err } = await at(site, ...argv)
  return JSON.parse(out === '' ? JSON.stringify({ err }) : out)
}

async function vaultOf(site: Site): Promise<Vault> {
  return openVault(site.vault, (await openKeys(site.keys)).vault)
}

/** Everything below a site in which one of the texts stands, decoded as what it is; the vault with its key, originals part by part. */
async function tracesIn(site: Site, texts: readonly string[]): Promise<readonly string[]> {
  const { leaks } = await searchLeaks(join(site.data, '..'), texts, ['keys'])
  const vault = await vaultOf(site)
  const inVault: string[] = []
  for (const sha256 of await vault.all()) {
    const bytes = (await vault.replacements.get(sha256)) ?? (await vault.get(sha256))
    const all = [...(textsOf(bytes) ?? []), Buffer.from(bytes).toString('utf8')].join('\n')
    inVault.push(...texts.filter((text) => all.includes(text)).map((text) => `vault ${text}`))
  }
  return [...leaks.map(({ file, value }) => `${file} ${value}`), ...inVault]
}

async function pseudonymsOf(site: Site, who: Planted, commune: string): Promise<readonly string[]> {
  const { person } = await openKeys(site.keys)
  const ids = [
    nid(who.national_id),
    oldId(who.old_id),
    caseFile(unitOf(commune) as never, who.case_file_no),
  ]
  return ids.map((id) => pseudonym(id, person).split('-')[1] ?? '')
}

const numbersOf = ({ national_id, old_id, case_file_no, remark }: Planted) => [
  national_id,
  old_id,
  case_file_no,
  remark,
]

describe('a purge', () => {
  test('asks how long data are kept, and why', async () => {
    const refused = await at(place.site, 'purge', ...REASON)
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('set "retentionYears" in')
    expect((await at(place.site, 'purge', '--before', BEFORE)).err).toContain('--reason')
    const late = await at(place.site, 'purge', '--before', '2027-02-01', ...REASON)
    expect(late.err).toContain(`lies after the business date ${businessDate}`)
  })

  test('shows who is due, who is not and why, and changes nothing', async () => {
    const site = await copyOfSite(place.site)
    const vault = await filesBelow(site.vault)
    const shown = await json(site, 'purge', '--before', BEFORE, '--dry-run')
    expect(shown).toMatchObject({
      purged: false,
      persons: expect.arrayContaining([
        { unit: unitOf(A), leftOn: '2026-03-01', leftReason: 'xoa_an_tich' },
        { unit: unitOf(A), leftOn: '2026-06-01', leftReason: 'chuyen_ngoai_tinh' },
      ]),
      kept: { 'open-stay': 2, 'not-for-good': 1 },
      lying: [],
    })
    const { out } = await hoanhap(
      ['--data', site.data, 'purge', '--before', BEFORE, '--dry-run'],
      place.effects,
    )
    const files: readonly { readonly file: string; readonly why: string }[] = shown.files
    expect(files.length).toBeGreaterThan(0)
    expect(out.split('\n')).toEqual(
      expect.arrayContaining(files.map(({ file, why }) => `  ${file} (${why})`)),
    )
    expect(await filesBelow(site.vault)).toEqual(vault)
  })

  test('leaves no trace of the person in any decoded file and changes no aggregate', async () => {
    const site = await copyOfSite(place.site)
    const texts = [
      ...[gone.full_name, 'Dang Khiet Tuong', 'ĐẶNG  KHIẾT TƯỜNG', ...goneElsewhere],
      ...[...numbersOf(gone), '125987655', '24085987654', '024 085 987 654'],
      ...numbersOf(moved),
      ...(await pseudonymsOf(site, gone, A)),
      ...(await pseudonymsOf(site, moved, B)),
    ]
    const others = [
      ...[staying.full_name, namesake.full_name, unclear.full_name],
      ...[staying.national_id, namesake.national_id, unclear.case_file_no],
      ...(await pseudonymsOf(site, staying, A)),
    ]
    const figures = (await at(site, 'dump')).out
    expect(await json(site, 'issue', '--window', 'adm:2026-09')).toMatchObject({ state: 'draft' })
    const frozen = await filesBelow(site.issued)
    const found = new Set(
      (await tracesIn(site, texts)).map((one) => one.split(' ').slice(1).join(' ')),
    )
    expect(texts.filter((text) => !found.has(text))).toEqual([])

    const { code, out, err } = await at(site, 'purge', '--before', BEFORE, ...REASON)
    expect(code, err).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ purged: true, persons: [{}, {}] })

    expect(await tracesIn(site, texts)).toEqual([])
    const left = (await tracesIn(site, others)).join('\n')
    for (const other of others) expect(left).toContain(other)
    expect((await at(site, 'dump')).out).toBe(figures)
    expect(await filesBelow(site.issued)).toEqual(frozen)
    expect(await json(site, 'rebuild')).toMatchObject({ same: true })
    const { findings } = await json(site, 'doctor', '--full')
    expect(findings.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([])

    const station = await openStation(site, place.effects)
    const again = await planOf(station, openReaders(station.setup), until)
    await station.close()
    expect(again).toMatchObject({ judged: { due: [] }, files: [] })
  }, 120_000)
})

/** A plan and what it was made from, for tests of what happens to files: the figures stand still. */
describe('a purge that dies', () => {
  let plan: Plan
  const before = {
    asKnown: { businessDate, knownUntil: new Date('2027-01-05T02:00:00Z') },
    resultHash: 'still',
  } as const
  const by = { actor: 'Phòng', reason: 'hết thời hạn' }

  beforeAll(async () => {
    const station = await openStation(place.site, place.effects)
    const readers = openReaders(station.setup)
    const all = await planOf(station, readers, until).finally(() => station.close())
    // Four files show what becomes of each.
    plan = { ...all, files: all.files.slice(0, 4) }
    still.hash = 'still'
  })
  afterAll(() => {
    still.hash = null
    dieAt(Number.POSITIVE_INFINITY)
  })

  async function within<T>(site: Site, work: (station: Station) => Promise<T>): Promise<T> {
    const station = await openStores(site, place.effects)
    return work(station).finally(() => station.close())
  }

  const purgeNow = (site: Site) =>
    within(site, async (station) => {
      const journal = await journalIn(site.purge)
      return journal === null
        ? purge(station, until, { plan, before }, by)
        : finish(station, journal)
    })

  async function purgesIn(site: Site): Promise<number> {
    const ledger = await openLedgerReadOnly(site.ledger)
    const rows = await ledger.db
      .selectFrom('audit')
      .where('action', '=', 'purge')
      .select('seq')
      .execute()
    await ledger.close()
    return rows.length
  }

  /** Every file still opens; before the journal each is what it was. */
  async function lostIn(site: Site, journal: Journal | null): Promise<readonly string[]> {
    const vault = await vaultOf(site)
    const lost: string[] = []
    for (const { sha256 } of plan.files.map(({ sealed }) => sealed)) {
      const replaced = await vault.replacements.get(sha256)
      const bytes = replaced ?? (await vault.get(sha256).catch(() => null))
      if (bytes === null) lost.push(`${sha256} is gone`)
      if (replaced !== null && journal === null && (await purgesIn(site)) === 0)
        lost.push(`${sha256} is replaced before the journal`)
    }
    return lost
  }

  test('loses no file, refuses other work where it must, and is finished by the next', async () => {
    const whole = await copyOfSite(place.site)
    dieAt(Number.POSITIVE_INFINITY)
    await purgeNow(whole)
    const log = life.log.map((line) => line.replace(whole.data, ''))
    const first = (verb: string, what: RegExp) =>
      log.findIndex((line) => line.startsWith(`${verb} `) && what.test(line)) + 1
    const journal = first('rename', /journal/)
    const adopt = first('rename', /staged/)
    const points = [
      first('open', /staged/),
      Math.floor(journal / 2),
      ...[journal, journal + 1],
      ...[adopt, adopt + 1],
      first('writeFile', /[0-9a-f]\.age$/),
      first('rm', /[0-9a-f]\.age$/),
      Math.floor((adopt + first('rm', /parsed/)) / 2),
      first('rm', /parsed.*gz$/),
      ...[first('rm', /journal/), first('rm', /journal/) + 1],
    ]
    const originals = plan.files.map(({ sealed }) => `${sealed.sha256}.age`)
    expect(points).not.toContain(0)
    for (const n of points) {
      const site = await copyOfSite(place.site)
      const where = `change ${n} of ${log.length}: ${log[n - 1]}`
      dieAt(n)
      await expect(purgeNow(site), where).rejects.toThrow(Dead)
      dieAt(Number.POSITIVE_INFINITY)
      const journal = await journalIn(site.purge)
      expect(await lostIn(site, journal), where).toEqual([])
      if (journal !== null) {
        const { err, code } = await at(site, 'rebuild')
        expect([code, err], where).toEqual([
          1,
          `the purge of ${journal.at} was cut off; finish it: hoanhap purge\n`,
        ])
        const { findings } = await json(site, 'doctor')
        expect(findings, where).toContainEqual(
          expect.objectContaining({ check: 'purge', ok: false, remedy: 'hoanhap purge' }),
        )
      }
      if (journal !== null || (await purgesIn(site)) === 0) await purgeNow(site)
      const names = (await readdir(site.data, { recursive: true })).join('\n')
      expect(
        originals.filter((name) => names.includes(name)),
        where,
      ).toEqual([])
      expect(names, where).not.toMatch(/\.tmp-|journal/)
      expect(await purgesIn(site), where).toBe(1)
    }
  }, 120_000)

  test('says which answers it could not take back, though they quote what is gone', async () => {
    const site = await copyOfSite(place.site)
    const answers = join(site.inbox, 'phan-hoi')
    const given = (await readdir(answers)).filter((name) => name.endsWith('.txt'))
    for (const name of given) {
      await rm(join(answers, name))
      await mkdir(join(answers, name))
    }
    const left = await purgeNow(site)
    expect(left).toHaveLength(plan.files.length)
    const told = { connector: 'inbox', message: expect.stringContaining('remove it by hand') }
    expect(left[0]).toMatchObject(told)
  })

  test('is thrown away where other figures would come of it', async () => {
    const site = await copyOfSite(place.site)
    const vault = await filesBelow(site.vault)
    const other = { ...before, resultHash: 'another' }
    await expect(
      within(site, (station) => purge(station, until, { plan, before: other }, by)),
    ).rejects.toThrow('nothing is purged: the result hash would become still')
    expect(await filesBelow(site.vault)).toEqual(vault)
    expect(await journalIn(site.purge)).toBeNull()
  })
})

test('what was purged and comes again is answered as received before, and brings nobody back', async () => {
  const site = await copyOfSite(place.site)
  const vault = await vaultOf(place.site)
  const [sha256 = ''] = await vault.all()
  const bytes = await vault.get(sha256)
  const own = await vaultOf(site)
  await own.replacements.stage(sha256, Buffer.from('{}'))
  await own.replacements.adopt(sha256)
  expect(await own.put(bytes)).toEqual({ sha256, isNew: false })
  expect(await own.has(sha256)).toBe(true)
  await expect(own.get(sha256)).rejects.toThrow('was purged')
  expect([...(await filesBelow(site.vault)).keys()].join()).not.toContain(`${sha256}.age`)
})

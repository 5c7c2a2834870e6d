import { chmod, mkdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { assign } from '#pipelines/commands/assign.ts'
import { withdraw } from '#pipelines/commands/decide.ts'
import { pull } from '#pipelines/commands/jobs.ts'
import type { HandedForm, HandedOut } from '#pipelines/handout/hand-out.ts'
import { openStation, type Station } from '#pipelines/station.ts'
import { vaultPath } from '#pipelines/vault/vault.ts'
import { read } from '#sources/read.ts'
import type { Reading } from '#sources/submission.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import {
  byHandCommunes,
  byHandDeliveries,
  byHandTable,
  byHandWorkbook,
} from '#test/support/by-hand.ts'
import { hoanhap, type Ran } from '#test/support/command-line.ts'
import { copyOfSite } from '#test/support/copied-site.ts'
import { filesBelow, folderOfTest } from '#test/support/folder-of-test.ts'
import { readContextOf } from '#test/support/read-context.ts'
import { type TestSite, testSite } from '#test/support/site.ts'
import { coverless, onCover, spoiled } from '#test/support/spoiled.ts'

// Readers of this process: that lines cross from a child is tested with the pool.
vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))

/** What `--json` prints. */
interface Manifest {
  readonly window: string
  readonly state: string
  readonly folder: string
  readonly workbooks: readonly HandedOut[]
  readonly failed: readonly { readonly reporter: string; readonly why: string }[]
}

const A = 'police:07210'
const why = { reason: 'đã gọi điện xác minh', actor: 'Phòng' }

/** The month by hand, all of it arrived by 17/3/2026; of A's March a replacement that loses four of seven rows is held. */
describe('the workbooks of a window', () => {
  let place: TestSite
  let sent: ReadonlyMap<string, Uint8Array>

  beforeAll(async () => {
    place = await testSite({
      plan: 'bac-ninh-2026',
      communes: byHandCommunes,
      businessDate: '2026-03-20',
    })
    const files = await inStation(place, byHandDeliveries)
    sent = new Map(files.map(({ name, bytes }) => [name, bytes]))
    const short = await inStation(place, (s) => byHandWorkbook(s, '7', { revision: '2', most: 3 }))
    place.setDay('2026-03-17')
    for (const { name, bytes } of files) await place.deliver(name, bytes)
    await place.deliver('short.xlsx', short)
    await pull({ site: place.site, effects: place.effects })
  })
  afterAll(() => place.remove())

  async function inStation<T>(
    { site, effects }: Pick<TestSite, 'site' | 'effects'>,
    work: (station: Station) => Promise<T>,
  ): Promise<T> {
    const station = await openStation(site, effects)
    try {
      return await work(station)
    } finally {
      await station.close()
    }
  }

  const run = (site: TestSite['site'], ...argv: readonly string[]) =>
    hoanhap(['--data', site.data, '--json', 'template', ...argv])

  /** Hands out into a new folder. */
  async function handedOut(
    window: string,
    { site = place.site, more = [] as readonly string[] } = {},
  ): Promise<{ readonly ran: Ran; readonly manifest: Manifest; readonly folder: string }> {
    const folder = join(await folderOfTest(), 'bo-bieu')
    const ran = await run(site, '--all', '--window', window, '-o', folder, ...more)
    return { ran, manifest: JSON.parse(ran.out || 'null') as Manifest, folder }
  }

  const formOf = ({ workbooks }: Manifest, reporter: string, form: string): HandedForm => {
    const found = workbooks
      .find((book) => book.reporter === reporter)
      ?.forms.find((one) => one.form === form)
    if (found === undefined) throw new RangeError(`${reporter} ${form}`)
    return found
  }

  /** A workbook as its officer would send it on a day, with the last day of the data filled in and nothing else. */
  async function sentBack(
    { manifest, folder }: { readonly manifest: Manifest; readonly folder: string },
    reporter: string,
    { dataTo, on }: { readonly dataTo: string; readonly on: CalendarDate },
  ): Promise<Reading> {
    const { path = '' } = manifest.workbooks.find((book) => book.reporter === reporter) ?? {}
    const bytes = await readFile(join(folder, path))
    const filled = await spoiled(new Uint8Array(bytes), onCover('Số liệu tính đến', dataTo))
    const { plan } = await inStation(place, async (station) => station)
    return read(filled, { ...readContextOf(plan, byHandCommunes), fileName: '', receivedOn: on })
  }

  const namesIn = (reading: Reading) =>
    reading.sheets[0]?.rows.map(({ values }) => values['full_name'])
  const registered = (code: string, window: string, revision = '1') =>
    byHandTable('returnee-register')
      .filter(
        (row) =>
          row['unit_code'] === code && row['window'] === window && row['revision'] === revision,
      )
      .map((row) => row['full_name'])

  it('are one for everybody who owes something, private, under names that every disk keeps', async () => {
    const { ran, manifest, folder } = await handedOut('Tháng 4/2026')
    expect(ran.code).toBe(0)
    expect(manifest).toMatchObject({
      plan: 'bac-ninh-2026',
      window: 'adm:2026-04',
      state: 'running',
      folder,
      failed: [],
    })
    const paths = [
      'co-so-giam-giu/trai-tam-giam_2026-04.xlsx',
      'cong-an-xa/07210-cong-an-phuong-bac-giang_2026-04.xlsx',
      'cong-an-xa/07246-cong-an-xa-xuan-luong_2026-04.xlsx',
      'cong-an-xa/07264-cong-an-xa-tam-tien_2026-04.xlsx',
      'so-nganh/cong-an-tinh_2026-04.xlsx',
    ]
    expect(manifest.workbooks.map(({ path }) => path).toSorted()).toEqual(paths)
    expect([...(await filesBelow(folder)).keys()]).toEqual(paths.map((path) => join(folder, path)))
    const modes = [folder, join(folder, 'cong-an-xa'), join(folder, paths[0] ?? '')]
    expect(await Promise.all(modes.map(async (path) => (await stat(path)).mode & 0o777))).toEqual([
      0o700, 0o700, 0o600,
    ])
  })

  it('begin with the rows in force, and are accepted with the last day of the data filled in', async () => {
    const handed = await handedOut('adm:2026-04')
    const { manifest } = handed
    expect(formOf(manifest, A, 'returnee-register')).toMatchObject({
      rows: 7,
      withheld: 0,
      accepted: false,
      missing: [],
      from: { window: 'adm:2026-03' },
    })
    const april = { dataTo: '14/4/2026', on: '2026-04-16' } as const
    const register = await sentBack(handed, A, april)
    expect(register).toMatchObject({ outcome: 'accepted', problems: [] })
    expect(register.sheets[0]).toMatchObject({ window: 'adm:2026-04', reporter: A, revision: 1 })
    expect(namesIn(register)).toEqual(registered('07210', 'adm:2026-03'))
    // B's correction overtook what it corrects.
    const corrected = await sentBack(handed, 'police:07246', april)
    expect(namesIn(corrected)).toEqual(registered('07246', 'adm:2026-03', '2'))
    // C had nothing to report in January and February, and somebody in March.
    expect(namesIn(await sentBack(handed, 'police:07264', april))).toEqual(
      registered('07264', 'adm:2026-03'),
    )
  })

  it('carry the list of cases, and no notice of an earlier month', async () => {
    const { manifest } = await handedOut('adm:2026-04')
    const cases = byHandTable('reoffence').filter((row) => row['window'] === 'adm:2026-03')
    expect(formOf(manifest, 'agency:cong-an-tinh', 'reoffence').rows).toBe(cases.length)
    expect(formOf(manifest, 'agency:cong-an-tinh', 'release-notice')).toMatchObject({ rows: 0 })
  })

  it('say what is there already, and then replace it as it stands with one sending more', async () => {
    const handed = await handedOut('adm:2026-03', { more: ['--reporter', A] })
    const [book] = handed.manifest.workbooks
    expect(handed.manifest).toMatchObject({ state: 'closed' })
    expect(handed.manifest.workbooks).toHaveLength(1)
    expect(book).toMatchObject({ reporter: A, revision: 2, forms: [{ accepted: true, rows: 7 }] })
    const again = await sentBack(handed, A, { dataTo: '14/3/2026', on: '2026-03-20' })
    expect(again.sheets[0]).toMatchObject({ revision: 2, rowsAccepted: 7 })
    expect(again.problems.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'required-when revision_reason',
    ])
    const { out } = await hoanhap([
      ...['--data', place.site.data, 'template', '--all', '--window', 'adm:2026-03'],
      ...['-o', join(await folderOfTest(), 'bo-bieu'), '--reporter', A],
    ])
    expect(out).toContain(`${A}: returnee-register is there already`)
    expect(out).toContain('sending 2')
  })

  it('are blank for who has sent nothing, also for a window that has not begun', async () => {
    const { manifest } = await handedOut('adm:2026-Q3')
    expect(manifest.state).toBe('ahead')
    expect(formOf(manifest, 'agency:so-y-te', 'communication')).toMatchObject({
      from: null,
      rows: 0,
      missing: ['adm:2026-Q1', 'adm:2026-Q2'],
    })
    expect(formOf(manifest, 'committee:07210', 'support-model')).toMatchObject({
      from: { window: 'adm:2026-Q1' },
      missing: ['adm:2026-Q2'],
    })
    const committees = manifest.workbooks.filter(({ reporter }) => reporter.startsWith('committee'))
    expect(committees.map(({ forms }) => forms.map(({ form }) => form))).toEqual(
      Array.from({ length: 3 }, () => ['support-model', 'exemplar', 'communication']),
    )
  })

  it('leave a trace of who had names written out, before the first is read', async () => {
    await handedOut('adm:2026-05', { more: ['--actor', 'Phòng'] })
    const entries = await inStation(place, ({ ledger }) =>
      ledger.db.selectFrom('audit').selectAll().orderBy('seq').execute(),
    )
    expect(entries.at(-1)).toMatchObject({
      actor: 'Phòng',
      action: 'read-persons',
      object: 'template bac-ninh-2026 adm:2026-05 all (5)',
    })
  })

  describe('after what people did', () => {
    /** A copy of the site, so that each test acts alone. */
    async function acting() {
      const site = await copyOfSite(place.site)
      return { site, effects: place.effects }
    }
    type Copy = Pick<TestSite, 'site' | 'effects'>
    async function arrive(context: Copy, name: string, bytes: Uint8Array): Promise<void> {
      const path = join(context.site.inbox, name)
      await writeFile(path, bytes)
      // Old enough not to be growing.
      await utimes(path, 0, 0)
      place.setDay('2026-03-19')
      await pull(context)
    }
    const receiptOf = async (context: Copy, name: string) =>
      inStation(context, async ({ ledger }) => {
        const { sha256 } = await ledger.db
          .selectFrom('delivery')
          .select('sha256')
          .where('source_name', '=', name)
          .executeTakeFirstOrThrow()
        return sha256
      })

    it('begin with the report before one that was withdrawn, and say which window is missing', async () => {
      const context = await acting()
      const sha256 = await receiptOf(context, '07 returnee-register.xlsx')
      await withdraw(context, sha256.slice(0, 12), why)
      const handed = await handedOut('adm:2026-04', context)
      expect(formOf(handed.manifest, A, 'returnee-register')).toMatchObject({
        from: { window: 'adm:2026-02' },
        missing: ['adm:2026-03'],
      })
      const april = { dataTo: '14/4/2026', on: '2026-04-16' } as const
      expect(namesIn(await sentBack(handed, A, april))).toEqual(registered('07210', 'adm:2026-02'))
    })

    it('begin with a report as a person assigned it', async () => {
      const context = await acting()
      const bytes = sent.get('07 returnee-register.xlsx') ?? new Uint8Array()
      await arrive(context, 'nobody.xlsx', await spoiled(bytes, coverless))
      const own = await receiptOf(context, '10 returnee-register.xlsx')
      await withdraw(context, own.slice(0, 12), why)
      const sha256 = await receiptOf(context, 'nobody.xlsx')
      await assign(context, sha256.slice(0, 12), {
        ...why,
        ...{ reporter: 'police:07264', window: 'adm:2026-03' },
      })
      await pull(context)
      const handed = await handedOut('adm:2026-04', context)
      const { from } = formOf(handed.manifest, 'police:07264', 'returnee-register')
      expect(from?.submission).toMatch(new RegExp(`^${sha256}/returnee-register@\\d+$`))
      const april = { dataTo: '14/4/2026', on: '2026-04-16' } as const
      const begun = await sentBack(handed, 'police:07264', april)
      expect(begun.sheets[0]?.rowsRead).toBe(7)
    })

    it('keep the rows that were withheld, marked', async () => {
      const context = await acting()
      const bytes = await inStation(place, (s) =>
        byHandWorkbook(s, '7', { revision: '3', most: Number.POSITIVE_INFINITY }),
      )
      const bad = await spoiled(bytes, (book) => {
        const cell = book.getWorksheet('01.Danh sach')?.getCell('G10')
        if (cell !== undefined) cell.value = 'không rõ'
      })
      await arrive(context, 'bad.xlsx', bad)
      const handed = await handedOut('adm:2026-04', context)
      expect(formOf(handed.manifest, A, 'returnee-register')).toMatchObject({
        ...{ rows: 7, withheld: 1 },
        from: { window: 'adm:2026-03' },
      })
      const april = { dataTo: '14/4/2026', on: '2026-04-16' } as const
      const next = await sentBack(handed, A, april)
      expect(next.sheets[0]).toMatchObject({ rowsRead: 7, rowsAccepted: 6 })
      const [problem, ...others] = next.problems
      expect(problem).toMatchObject({ cell: 'G10', field: 'birth_year', value: 'không rõ' })
      expect(others).toEqual([])
    })

    it('are not written from a file that is read as somebody else’s by now', async () => {
      const context = await acting()
      const move =
        "update submission set reporter_id = 'police:07264', revision = 2 where sha256 = "
      const sha256 = await receiptOf(context, '07 returnee-register.xlsx')
      await inStation(context, ({ ledger }) => sql.raw(`${move}'${sha256}'`).execute(ledger.db))
      const { ran, manifest } = await handedOut('adm:2026-04', context)
      expect(ran.code).toBe(1)
      expect(manifest.failed).toMatchObject([
        { reporter: 'police:07264', why: expect.stringContaining('is not read as it was') },
      ])
    })

    it('are not written where the last report cannot be read, and are for everybody else', async () => {
      const context = await acting()
      const sha256 = await receiptOf(context, '07 returnee-register.xlsx')
      const path = vaultPath(context.site.vault, sha256)
      await chmod(path, 0o600)
      await rm(path)
      const { ran, manifest, folder } = await handedOut('adm:2026-04', context)
      expect(ran.code).toBe(1)
      expect(manifest.failed).toMatchObject([
        { reporter: A, why: expect.stringContaining('is not in the vault') },
      ])
      expect(manifest.workbooks).toHaveLength(4)
      const written = [...(await filesBelow(folder)).keys()]
      expect(written.some((name) => name.includes('07210'))).toBe(false)
    })
  })

  describe('are refused', () => {
    const refused = async (...argv: readonly string[]) => run(place.site, '--all', ...argv)
    const into = async () => join(await folderOfTest(), 'bo-bieu')

    it.each([
      [['--window', 'adm:2026-9M'], /nobody owes anything for 'adm:2026-9M'.*adm:2026-01, adm:/],
      [['--window', 'adm:2027-01'], /nobody owes anything/],
      [
        ['--window', 'tháng mười'],
        /'tháng mười' is no window; windows of bac-ninh-2026 are written/,
      ],
      [['--window', 'adm:2026-04', '--reporter', 'police:99999'], /'police:99999' is unknown/],
      [['--window', 'adm:2026-04', '--reporter', 'agency:so-y-te'], /so-y-te owes nothing for/],
      [['--window', 'adm:2026-04', '--plan', 'bac-giang-1999'], /no plan 'bac-giang-1999'; known/],
      [['--window', 'adm:2026-04', 'exemplar'], /with --all the plan says which forms/],
      [[], /--all needs --window/],
    ])('with %j, with what is known', async (argv, sentence) => {
      const folder = await into()
      const ran = await refused(...argv, '-o', folder)
      expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringMatching(sentence) })
      await expect(stat(folder)).rejects.toThrow('ENOENT')
    })

    it('in a folder that is published, taken in or kept, also by way of a link', async () => {
      const link = join(await folderOfTest(), 'link')
      await mkdir(place.site.out, { recursive: true })
      await symlink(place.site.out, link)
      for (const folder of [
        join(place.site.out, 'bo-bieu'),
        place.site.inbox,
        join(place.site.data, 'x', 'y'),
        join(link, 'bo-bieu'),
      ]) {
        const ran = await refused('--window', 'adm:2026-04', '-o', folder)
        expect(ran, folder).toMatchObject({ code: 1, out: '' })
        expect(ran.err).toContain('belong in a folder of their own')
      }
      expect((await filesBelow(place.site.out)).size).toBe(0)
    })

    it('in a folder from which another way in takes reports, or into which it lays answers', async () => {
      const site = await copyOfSite(place.site)
      const config = JSON.parse(await readFile(site.config, 'utf8'))
      const shared = await folderOfTest()
      const [path, answers] = [join(shared, 'gui'), join(shared, 'tra')]
      const sources = [{ kind: 'folder', id: 'chia-se', path, answers }]
      await writeFile(site.config, JSON.stringify({ ...config, sources }))
      for (const folder of [path, join(answers, 'bo-bieu')]) {
        const ran = await run(site, '--all', '--window', 'adm:2026-04', '-o', folder)
        expect(ran, folder).toMatchObject({ code: 1, out: '' })
        expect(ran.err).toContain('belong in a folder of their own')
      }
    })

    it('in a folder that others may look into', async () => {
      const folder = await into()
      await mkdir(folder, { mode: 0o755 })
      const ran = await refused('--window', 'adm:2026-04', '-o', folder)
      expect(ran).toMatchObject({ code: 1, err: expect.stringContaining(`chmod 700 ${folder}`) })
    })
  })
})

import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resultHash } from '#pipelines/warehouse/dump.ts'
import { hoanhap } from '#test/support/command-line.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'
import { A, B, C, type Generation, generationOf } from '#test/support/rows.ts'
import { offence, offences, register, resident } from '#test/support/sent.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

describe('init', () => {
  it('makes an installation, and a second time changes nothing', async () => {
    const data = join(await folderOfTest(), 'data')
    const first = await hoanhap(['--data', data, '--json', 'init'])
    expect(first).toMatchObject({ code: 0, err: '' })
    const made = JSON.parse(first.out) as Record<
      'data' | 'keys' | 'inbox' | 'config' | 'keyId',
      string
    >
    expect(made).toMatchObject({ data, keys: join(dirname(data), 'keys') })
    const keyFile = join(made.keys, 'vault.agekey')
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600)

    const key = await readFile(keyFile, 'utf8')
    const chosen = '{ "plan": "bac-ninh-2026", "port": 9000 }'
    await writeFile(made.config, chosen)
    const second = await hoanhap(['--data', data, '--json', 'init'])
    expect(JSON.parse(second.out)).toEqual(made)
    expect(await readFile(keyFile, 'utf8')).toBe(key)
    expect(await readFile(made.config, 'utf8')).toBe(chosen)
    expect((await hoanhap(['--data', data, 'init'])).out).toContain(`inbox   ${made.inbox}`)
  })
})

describe('template', () => {
  let place: TestSite
  beforeAll(async () => {
    place = await testSite({ plan: 'bac-ninh-2026', communes: [A, B, C] })
  })
  afterAll(() => place?.remove())
  const run = (...argv: string[]) => hoanhap(['--data', place.site.data, ...argv])

  it('writes the blank workbook of forms, with sender and window', async () => {
    const path = join(place.site.inbox, '..', 'mau.xlsx')
    const { code, out } = await run(
      ...['--json', 'template', 'support-model', 'exemplar', '--out', path],
      ...['--reporter', `committee:${A}`, '--window', 'adm:2026-Q1'],
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ path, forms: ['support-model', 'exemplar'] })
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(path)
    expect(
      book.worksheets.filter(({ state }) => state === 'visible').map(({ name }) => name),
    ).toEqual(['00.Thong tin', '04.Mo hinh', '05.Dien hinh'])
    const cover = book.getWorksheet('00.Thong tin')?.getSheetValues().flat().map(String).join('|')
    expect(cover).toContain('UBND phường Bắc Giang')
  })

  it('fills in what stands there beforehand: the mục, and the tasks of the plan', async () => {
    const path = join(place.site.inbox, '..', 'nhiem-vu.xlsx')
    const { code } = await run(
      ...['template', 'tally', 'task-progress', '--out', path],
      ...['--reporter', `committee:${A}`, '--window', 'adm:2026-Q1'],
    )
    expect(code).toBe(0)
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(path)
    const cellsOf = (sheet: string, row: number) =>
      [1, 2, 3].map((column) => book.getWorksheet(sheet)?.getCell(row, column).text)
    expect(cellsOf('11.Tong hop', 11)).toEqual(['2a', '– Chấp hành xong án phạt tù', 'người'])
    expect(cellsOf('12.Nhiem vu', 12)).toEqual([
      'III.13.4',
      'Bố trí kinh phí thực hiện các nhiệm vụ của Đề án và các biện pháp bảo đảm tái hòa nhập cộng đồng theo Nghị định số 49/2020/NĐ-CP',
      'Kế hoạch không nêu thời hạn',
    ])
    const locked = (cell: string) =>
      book.getWorksheet('12.Nhiem vu')?.getCell(cell).protection?.locked ?? true
    expect(['A12', 'C12', 'D12', 'A13'].map(locked)).toEqual([true, true, false, false])
  })

  it('lists what is known when asked for something unknown', async () => {
    const path = join(place.site.inbox, '..', 'nie.xlsx')
    expect(await run('template', 'register', '-o', path)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(
        "form 'register' is unknown; known are returnee-register, release-notice, reoffence,",
      ),
    })
    expect(
      await run('template', 'exemplar', '-o', path, '--reporter', 'police:99999'),
    ).toMatchObject({
      code: 2,
      err: expect.stringContaining("reporter 'police:99999' is unknown; write police:CODE"),
    })
    expect(await run('template', 'exemplar', '-o', path, '--window', 'Q1')).toMatchObject({
      code: 2,
      err: expect.stringContaining("'Q1' is no window; windows of bac-ninh-2026 are written"),
    })
    await expect(stat(path)).rejects.toThrow('ENOENT')
  })
})

describe('a site with a generation', () => {
  let place: TestSite
  let given: Generation
  beforeAll(async () => {
    place = await testSite({ plan: 'bac-ninh-2026', communes: [A, B, C] })
    given = await generationOf({
      missing: [`returnee-register police:${C} 2026-03`],
      reports: [
        register(A, '2026-03', [resident('P', '2024-01-01'), resident('Q', '2024-01-01')]),
        offences('2026-03', [offence('V1', 'P', A, '2026-03-01')]),
      ],
    })
    await mkdir(place.site.warehouse, { recursive: true })
    await copyFile(given.path, join(place.site.warehouse, 'gen-000001.duckdb'))
    await writeFile(join(place.site.warehouse, 'CURRENT'), 'gen-000001.duckdb\n')
  })
  afterAll(async () => {
    await given?.close()
    await place?.remove()
  })
  const run = (...argv: string[]) => hoanhap(['--data', place.site.data, ...argv])
  const json = async (...argv: string[]) => {
    const { code, out, err } = await run('--json', ...argv)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    return JSON.parse(out) as Record<string, unknown>
  }

  it('explains a figure by file, sheet, row and cells', async () => {
    const said = await json('explain', 'reoffending-rate', '--unit', A, '--window', 'adm:2026-03')
    expect(said).toMatchObject({
      indicator: 'reoffending-rate',
      parameters: { stage: 'prosecuted', population: 'managed' },
      unit: `${A}@2025-07-01`,
      window: 'adm:2026-03',
      value: { numerator: 1, denominator: 2, units_covered: 1, units_expected: 1, state: 'final' },
    })
    expect(said['contributions']).toMatchObject([
      {
        subject: 'P',
        in_num: 1,
        in_den: 1,
        form: 'reoffence',
        sheet: '03.Pham toi moi',
        cells: 'A9:P9',
      },
      {
        subject: 'P',
        in_num: 1,
        in_den: 1,
        form: 'returnee-register',
        reporter_id: `police:${A}`,
        row: 9,
      },
      { subject: 'Q', in_num: 0, in_den: 1, form: 'returnee-register', row: 10 },
    ])
    const { out } = await run('explain', 'reoffending-rate', '--unit', A, '--window', 'adm:2026-03')
    expect(out).toContain(
      'reoffending-rate prosecuted managed plan register: 1/2 in Bắc Giang, adm:2026-03 (final, 1 of 1 units)',
    )
    expect(out).toContain('01.Danh sach')
  })

  it('explains the same figure for another population', async () => {
    const at = ['--unit', A, '--window', 'Tháng 3/2026', '--with', 'who=tt10']
    const said = await json('explain', 'reoffending-rate', ...at)
    expect(said).toMatchObject({
      parameters: { stage: 'prosecuted', population: 'managed', who: 'tt10' },
      window: 'adm:2026-03',
    })
  })

  it('explains the province by all its covered communes', async () => {
    const said = await json(
      'explain',
      'reoffending-rate',
      '--unit',
      '24',
      '--window',
      'adm:2026-03',
    )
    expect(said).toMatchObject({
      value: {
        numerator: 1,
        denominator: 2,
        units_covered: 2,
        units_expected: 3,
        state: 'provisional',
      },
    })
    expect(said['contributions']).toHaveLength(3)
  })

  it('says that there is no value where there is none', async () => {
    const { code, out } = await run(
      'explain',
      'reoffending-rate',
      '--unit',
      C,
      '--window',
      'adm:2026-03',
    )
    expect(code).toBe(0)
    expect(out).toContain(
      'reoffending-rate prosecuted managed plan register: no value for Tam Tiến in adm:2026-03',
    )
  })

  it('takes a figure about reports by its form', async () => {
    const said = await json(
      ...[
        'explain',
        'reporting-completeness',
        '--form',
        'support-model',
        '--unit',
        A,
        '--window',
        'adm:2026-Q1',
      ],
    )
    expect(said).toMatchObject({
      parameters: { form: 'support-model' },
      value: { numerator: 1, denominator: 1 },
    })
    expect(said['contributions']).toMatchObject([
      { form: 'support-model', reporter_id: `committee:${A}` },
    ])
  })

  it('lists what is known when asked for an unknown indicator, unit or window', async () => {
    const at = ['--unit', A, '--window', 'adm:2026-03']
    expect(await run('explain', 'reoffending', ...at)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(
        /'reoffending' is not measured for this plan; known are communication-reach, counselling-coverage, .*reporting-timeliness/,
      ),
    })
    expect(
      await run('explain', 'reoffending-rate', '--unit', '07211', '--window', 'adm:2026-03'),
    ).toMatchObject({
      code: 2,
      err: expect.stringContaining("unit '07211' is unknown; nearest: 07210 Bắc Giang"),
    })
    expect(
      await run('explain', 'reoffending-rate', '--unit', A, '--window', '2026-13'),
    ).toMatchObject({
      code: 2,
      err: expect.stringContaining('is no window'),
    })
  })

  it('says where the plan stands', async () => {
    const said = (await json('status')) as {
      targets: { target: string; numerator: number | null }[]
      resultHash: string
    }
    expect(said).toMatchObject({ plan: 'bac-ninh-2026', businessDate: '2026-03-20' })
    expect(said.targets.map(({ target }) => target)).toEqual([
      'T01',
      'T02',
      'T03a',
      'T03b',
      'T03c',
      'T03d',
      'T03e',
      'T05',
      'T06a',
      'T06b',
    ])
    expect(said.targets[1]).toMatchObject({
      indicator: 'reoffending-rate',
      window: 'adm:2026-Q1',
      numerator: 1,
      denominator: 2,
    })
    expect(said.resultHash).toBe(await resultHash(given.engine))
    expect((await run('status')).out).toContain('195/KH-UBND as of 2026-03-20')
  })

  it('says what is due next: by which day, what, of which window, from whom', async () => {
    const { next } = (await json('status')) as { next: object[] }
    expect(next).toHaveLength(3)
    expect(next[0]).toMatchObject({
      kind: 'collection',
      what: ['returnee-register', 'release-notice', 'reoffence', 'pre-release'],
      window: 'adm:2026-04',
      from: '2026-03-15',
      to: '2026-04-15',
      due: '2026-04-18',
      lastDay: '2026-04-17',
      inDays: 28,
      workingDay: '2026-04-17',
      basis: 'directive',
      obliged: 5,
      requested: 0,
    })
    expect(next[2]).toMatchObject({
      kind: 'obligation',
      what: ['implementation-plan'],
      window: null,
      lastDay: '2026-06-07',
      workingDay: '2026-06-08',
      basis: 'clause',
      reference: 'IV.1',
      obliged: 14,
      requested: 3,
    })
    const { out } = await run('status')
    expect(out.split('\n').filter((line) => line.startsWith('due '))).toEqual([
      'due 2026-04-17 in 28 days: returnee-register, release-notice, reoffence, pre-release of adm:2026-04 from 3 police, agency:cong-an-tinh, facility:trai-tam-giam (directive of the province)',
      'due 2026-05-17 in 58 days: returnee-register, release-notice, reoffence, pre-release of adm:2026-05 from 3 police, agency:cong-an-tinh, facility:trai-tam-giam (directive of the province)',
      'due 2026-06-07 in 79 days: implementation-plan from 3 committees, 14 agencies (clause IV.1)',
    ])
  })

  it('dumps canonical lines and their hash', async () => {
    const { out } = await run('dump')
    const lines = out.trimEnd().split('\n')
    const hash = await json('dump', '--hash')
    expect(hash).toEqual({ resultHash: await resultHash(given.engine) })
    const document = (await json('dump')) as unknown as object[]
    expect(document).toEqual(lines.map((line) => JSON.parse(line)))
  })

  it('finds what is wrong, and names what mends it', async () => {
    await writeFile(join(place.site.warehouse, 'gen-000001.duckdb.wal'), 'x')
    const { code, out } = await run('--json', 'doctor')
    await rm(join(place.site.warehouse, 'gen-000001.duckdb.wal'))
    expect(code).toBe(1)
    const { ok, findings } = JSON.parse(out) as {
      ok: boolean
      findings: { check: string; ok: boolean; found: string; remedy: string | null }[]
    }
    expect(ok).toBe(false)
    const wrong = findings.filter((finding) => !finding.ok)
    expect(wrong).toMatchObject([
      { check: 'generation', remedy: 'hoanhap run' },
      {
        check: 'stray logs',
        remedy: 'move it away, then: hoanhap run',
        found: expect.stringContaining('gen-000001.duckdb.wal lies beside'),
      },
    ])
    const { code: again, out: text } = await run('doctor')
    // the generation was not built from this ledger
    expect(again).toBe(1)
    expect(text).toMatch(/✗ generation .*last build is none\n {2}→ hoanhap run/)
    expect(text).toMatch(/✓ keys/)
  })
})

describe('a site to which nothing was delivered', () => {
  it('runs whole, answers in one document, and is sound afterwards', async () => {
    const place = await testSite({
      plan: 'bac-ninh-2026',
      communes: [A],
      businessDate: '2026-03-20',
    })
    const json = async (...argv: string[]) => {
      const { code, out, err } = await hoanhap(['--data', place.site.data, '--json', ...argv])
      expect({ code, err }, argv.join(' ')).toEqual({ code: 0, err: '' })
      return JSON.parse(out)
    }
    const { received, kept, built, alerts, published } = await json('run')
    expect(received).toMatchObject({ arrivals: 0, newFiles: 0, failures: [] })
    expect(kept).toMatchObject({ read: 0, failures: [] })
    expect(built).toMatchObject({
      generation: 1,
      submissions: 0,
      rows: 0,
      businessDate: '2026-03-20',
    })
    expect(alerts).toMatchObject({ reopened: 0, resolved: 0 })
    for (const path of [
      published.page,
      published.index,
      published.alerts,
      ...Object.values<string>(published.extract),
    ])
      expect((await stat(path)).size, path).toBeGreaterThan(0)
    expect(await json('doctor')).toMatchObject({ ok: true })
    expect(await json('pull')).toMatchObject({ received: { arrivals: 0 }, kept: { read: 0 } })
    const { targets } = await json('status')
    expect(targets.map(({ verdict }: { verdict: string }) => verdict)).toEqual(Array(10).fill('ND'))
    await place.remove()
  })
})

describe('exit codes', () => {
  it('are 0 for what is done: help and version, too', async () => {
    expect(await hoanhap(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    })
    const { code, out } = await hoanhap(['--help'])
    expect(code).toBe(0)
    for (const verb of [
      'init',
      'demo',
      'run',
      'pull',
      'build',
      'publish',
      'check',
      'template',
      'status',
      'explain',
      'dump',
      'doctor',
      'rebuild',
      'serve',
    ])
      expect(out).toContain(`  ${verb} `)
  })

  it('are 2 for words that mean nothing', async () => {
    for (const argv of [
      ['frobnicate'],
      ['--nonsense', 'status'],
      ['explain'],
      ['explain', 'x', '--unit', A],
      ['template'],
    ])
      expect((await hoanhap(argv)).code, argv.join(' ')).toBe(2)
  })

  it('are 1 for a failure that says what to do', async () => {
    const data = join(await folderOfTest(), 'data')
    for (const verb of ['status', 'dump', 'run', 'doctor', 'rebuild', 'publish', 'build', 'pull']) {
      const { code, err, out } = await hoanhap(['--data', data, verb])
      expect(code, verb).toBe(1)
      expect(err + out, verb).toMatch(/hoanhap (init|run|rebuild)/)
    }
  })

  it('are 1 for a configuration that cannot be, with file, field and what is known', async () => {
    const place = await testSite({ plan: 'bac-giang-1999' })
    const run = () => hoanhap(['--data', place.site.data, 'status'])
    const first = await run()
    expect(first).toMatchObject({ code: 1, out: '' })
    expect(first.err).toContain(place.site.config)
    expect(first.err).toMatch(/bac-ninh-2026[\s\S]*plan/)
    await writeFile(place.site.config, '{ "plan": ')
    expect(await run()).toMatchObject({ code: 1, err: expect.stringContaining('is no JSON') })
    await writeFile(place.site.config, '{ "businessDate": "2026-02-30", "prot": 1 }')
    const third = await run()
    expect(third.code).toBe(1)
    expect(third.err).toContain('expected a day as YYYY-MM-DD')
    expect(third.err).toContain('prot')
    await place.remove()
  })
})

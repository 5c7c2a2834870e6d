import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { counsellingCoverage } from '#models/indicators/index.ts'
import { define } from '#models/indicators/indicator.ts'
import { alertList, alertShow } from '#pipelines/commands/alerts.ts'
import { statusChanges } from '#pipelines/commands/changes.ts'
import { dumpLines } from '#pipelines/commands/dump.ts'
import { issueCorrect, issueDraft } from '#pipelines/commands/issue.ts'
import { issueApprove, issueSign, issueSubmit } from '#pipelines/commands/issue-steps.ts'
import { issueList, issueShow } from '#pipelines/commands/issued-documents.ts'
import { build, publish, run } from '#pipelines/commands/jobs.ts'
import { keyRotate } from '#pipelines/commands/key.ts'
import { rebuild } from '#pipelines/commands/rebuild.ts'
import { examine } from '#pipelines/doctor/index.ts'
import type { FigureKey, Fraction } from '#pipelines/issued/figures.ts'
import { issuedPages } from '#pipelines/issued/served.ts'
import { pagesApp } from '#pipelines/server/pages.ts'
import { hoanhap } from '#test/support/command-line.ts'
import { jsonRegister } from '#test/support/json-register.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))
vi.mock('#pipelines/warehouse/builder.ts', () => import('#test/support/builder-in-process.ts'))

const window = 'adm:2026-01'
const sign = { window, number: '12/BC-CAT', date: '2026-01-21', signer: 'Trần Văn Ký' } as const

interface Changes {
  readonly documents: readonly {
    readonly document: string
    readonly changed: readonly (FigureKey & {
      readonly before: Fraction | null
      readonly after: Fraction | null
      readonly submissions: readonly object[]
    })[]
  }[]
}

const keyOf = (of: FigureKey) =>
  `${of.definition} ${of.window} ${of.unit} ${of.breakdown}${of.category}`

const fractionOf = (of: Fraction | null) => of && `${of.numerator}/${of.denominator}`

/** The values in which two dumps differ, line by line, without asking the code under test. */
function differing(before: string, after: string): readonly (readonly unknown[])[] {
  const read = (dump: string) =>
    new Map(
      dump
        .split('\n')
        .filter((line) => line.startsWith('{"table":"value"'))
        .map((line) => JSON.parse(line))
        .map((v) => [
          `${v.definition_id} ${v.window_id} ${v.unit_id} ${v.breakdown}${v.category}`,
          `${v.numerator}/${v.denominator}`,
        ]),
    )
  const [old, now] = [read(before), read(after)]
  const changed = [...old].filter(([key, value]) => now.get(key) !== value)
  return changed.map(([key, value]) => [key, value, now.get(key) ?? null])
}

/** Three communes whose registers of January came by the 16th; the figures of 20/1/2026 are issued, then one commune corrects itself. */
describe('the figures of a month, issued', () => {
  let site: TestSite
  /** The frozen files as they were when the document was issued, by path. */
  let first: ReadonlyMap<string, Buffer>

  beforeAll(async () => {
    site = await testSite({
      plan: 'bac-ninh-2026',
      communes: ['07210', '07246', '07264'],
    })
    site.setDay('2026-01-16')
    for (const [code, residents] of [
      ['07210', 5],
      ['07246', 4],
      ['07264', 3],
    ] as const) {
      await site.deliver(`${code}.json`, jsonRegister({ code, residents }))
    }
    site.setDay('2026-01-20')
    await run(site)
  })
  afterAll(() => site.remove())

  const failing = async () => (await examine(site.site, true)).filter(({ ok }) => !ok)
  const ask = async (path: string) => {
    const answered = await pagesApp(site.site.out, issuedPages(site.site)).request(
      `http://localhost${path}`,
    )
    return { status: answered.status, bytes: Buffer.from(await answered.arrayBuffer()) }
  }
  const restatements = async (state: 'open' | 'resolved') => {
    const { json } = await alertList(site, { state, rule: 'restated' })
    return (json as { cases: readonly Record<string, unknown>[] }).cases
  }
  const address = (document: string) => `/issued/bac-ninh-2026/adm:2026-01/${document}`

  /** Every file of a document as it is served. */
  async function served(document: string): Promise<ReadonlyMap<string, Buffer>> {
    const { json } = await issueShow(site, { window, document })
    const paths = (json as { files: { path: string }[] }).files.map(({ path }) => path)
    const all = [...paths, 'dump.ndjson'].map(async (path) => {
      const { status, bytes } = await ask(`${address(document)}/${path}`)
      expect(status).toBe(200)
      return [path, bytes] as const
    })
    return new Map(await Promise.all(all))
  }

  it.each([
    ['a window that is open', { window: 'adm:2026-02' }, /adm:2026-02 has not closed/],
    [
      'a window of another family',
      { window: 'pol:2026-01' },
      /another family; windows of bac-ninh-2026 are written adm:2026-09/,
    ],
    ['no window', { window: 'gì' }, /gì/],
    ['another plan', { window, plan: 'x' }, /carries out plan 'bac-ninh-2026'/],
  ])('are not drafted for %s', async (_, options, message) => {
    await expect(issueDraft(site, options)).rejects.toThrow(message)
  })

  it.each([
    ['submitted', () => issueSubmit(site, { window })],
    ['approved', () => issueApprove(site, { window })],
    ['issued', () => issueSign(site, sign)],
    ['corrected', () => issueCorrect(site, { window, reason: 'x' })],
  ])('are not %s before they are drafted', async (_, step) => {
    await expect(step()).rejects.toThrow(/nothing of adm:2026-01 is drafted; next: hoanhap issue/)
  })

  it('are asked for on the command line: a draft where no step is named', async () => {
    const said = (...words: readonly string[]) =>
      hoanhap(['--data', site.site.data, 'issue', ...words])
    expect(await said('--window', 'adm:2026-02')).toMatchObject({
      code: 2,
      err: expect.stringContaining('adm:2026-02 has not closed'),
    })
    expect(await said('submit', '--window', window)).toMatchObject({
      code: 2,
      err: expect.stringContaining('nothing of adm:2026-01 is drafted'),
    })
    expect((await said('list')).out).toContain('nothing was drafted yet')
    expect((await said('sign', '--window', window, '--number', '1')).err).toContain('--date')
  })

  it('are not half drafted when all is frozen and the ledger is not written: nothing counts, nothing is left', async () => {
    const clock = () => {
      if (existsSync(site.site.issued)) throw new Error('killed')
      return site.effects.clock()
    }
    const cut = issueDraft({ site: site.site, effects: { ...site.effects, clock } }, { window })
    await expect(cut).rejects.toThrow('killed')
    expect((await readdir(site.site.issued)).length).toBeGreaterThan(5)
    expect((await issueList(site)).json).toEqual({ documents: [] })
    expect(await readdir(site.site.issued)).not.toContain('document.new')
    expect(await failing()).toEqual([])
    await mkdir(join(site.site.issued, 'document.new'))
    await writeFile(join(site.site.issued, `${'0'.repeat(64)}.tmp-1-1`), 'half')
    expect(await failing()).toMatchObject([{ check: 'left-overs', remedy: 'hoanhap run' }])
    await run(site)
    expect(await failing()).toEqual([])
  })

  it('are drafted with what they are made of', async () => {
    const { json } = await issueDraft(site, { window: 'Tháng 1/2026', actor: 'Lập' })
    const { json: current } = await dumpLines(site, { hash: true })
    expect(json).toMatchObject({
      ...{ plan: 'bac-ninh-2026', window, document: '1', state: 'draft', corrects: null },
      ...{ businessDate: '2026-01-20', knownUntil: '2026-01-20T02:00:00.000Z' },
      ...{ figures: 'provisional', generation: 2, number: null },
      resultHash: (current as { resultHash: string }).resultHash,
    })
  })

  it('are nobody’s to see as issued while they are a draft', async () => {
    expect((await ask(`${address('1')}/index.html`)).status).toBe(404)
    expect((await ask('/issued')).bytes.toString()).toContain('Chưa ban hành')
  })

  it('may be drafted anew, and are refused every other step out of turn', async () => {
    await issueDraft(site, { window })
    await expect(issueApprove(site, { window })).rejects.toThrow(
      /document 1 of adm:2026-01 is draft, which cannot become approved; next: hoanhap issue submit/,
    )
    await expect(issueSign(site, sign)).rejects.toThrow(/is draft, which cannot become issued/)
    await issueSubmit(site, { window, actor: 'Lập' })
    await expect(issueSubmit(site, { window })).rejects.toThrow(/is submitted.*next: .*approve/)
    await expect(issueDraft(site, { window })).rejects.toThrow(/submitted; a new draft.*--reason/)
    await issueDraft(site, { window, reason: 'trả lại' })
    await issueSubmit(site, { window, actor: 'Lập' })
    await issueApprove(site, { window, actor: 'Duyệt' })
    await expect(issueCorrect(site, { window, reason: 'x' })).rejects.toThrow(/next: .*sign/)
  })

  it('are issued with number, day and signer, each of them', async () => {
    for (const [without, message] of [
      [{ number: ' ' }, /has a number/],
      [{ signer: '' }, /has a signer/],
      [{ date: '2026-01-19' }, /cannot tell of figures of 2026-01-20/],
    ] as const) {
      await expect(issueSign(site, { ...sign, ...without })).rejects.toThrow(message)
    }
    const { json } = await issueSign(site, { ...sign, actor: 'Văn thư' })
    const { window: _, ...signed } = sign
    expect(json).toMatchObject({ state: 'issued', ...signed })
    const { steps } = json as { steps: { state: string; actor: string; reason: string | null }[] }
    expect(steps.map(({ state }) => state)).toEqual([
      ...['draft', 'draft', 'submitted', 'draft', 'submitted', 'approved', 'issued'],
    ])
    await expect(issueDraft(site, { window })).rejects.toThrow(/is issued.*next: .*correct/)
    await expect(issueSign(site, sign)).rejects.toThrow(/number 12\/BC-CAT is issued/)
  })

  it('are served as they were frozen: page of the month, page of the window, extract, dump', async () => {
    first = await served('1')
    expect([...first.keys()]).toEqual(
      expect.arrayContaining([
        ...['index.html', 'month.html', 'assets/hoanhap.css', 'dump.ndjson'],
        ...['extract/tinh.xlsx', 'extract/tinh.csv', 'extract/tinh.parquet', 'extract/tinh.arrow'],
      ]),
    )
    const { text } = await dumpLines(site, {})
    expect(first.get('dump.ndjson')?.toString()).toBe(`${text}\n`)
    const page = first.get('index.html')?.toString() ?? ''
    expect(page).toContain('Số liệu tính đến ngày 20/1/2026')
    expect(page).toContain('số liệu sơ bộ')
    expect(page).toContain('0/12 người')
    expect(first.get('month.html')?.toString()).toContain('số liệu tính đến ngày 20/1/2026')
    expect((await ask(address('1').concat('/'))).bytes).toEqual(first.get('index.html'))
    const list = (await ask('/issued')).bytes.toString()
    expect(list).toContain('Số 12/BC-CAT ngày 21/1/2026, người ký: Trần Văn Ký')
    for (const strange of [
      '/issued/bac-ninh-2026/adm:2026-01/1/../../x',
      `${address('2')}/index.html`,
      `${address('1')}/feedback/x.json`,
    ])
      expect((await ask(strange)).status).toBe(404)
  })

  it('link to nothing that is not there, and tell of no person', async () => {
    for (const [path, bytes] of first) {
      if (!path.endsWith('.html')) continue
      for (const [, target] of bytes.toString().matchAll(/(?:href|src)="([^"#]+)"/g))
        expect(first.has(join(dirname(path), target ?? '')), `${path} -> ${target}`).toBe(true)
    }
    const all = [...first.values()].map((bytes) => bytes.toString('latin1')).join('\n')
    const utf8 = [...first.values()].map((bytes) => bytes.toString('utf8')).join('\n')
    for (const trace of ['024085', '07210-0', '07246-1']) expect(all).not.toContain(trace)
    expect(utf8).not.toMatch(/Nguyễn Văn [A-N]/)
  })

  it('stay what they are when a commune corrects itself, and the change is told with its cause', async () => {
    const changes = { 0: { counselled_on: '2026-01-08' } }
    site.setDay('2026-01-22')
    await site.deliver(
      '07246 again.json',
      jsonRegister({ code: '07246', residents: 4, revision: 2, changes }),
    )
    await run(site)
    expect(await served('1')).toEqual(first)
    const { json, text } = await statusChanges(site)
    const [document] = (json as Changes).documents
    const told = document?.changed.map((one) => [
      keyOf(one),
      fractionOf(one.before),
      fractionOf(one.after),
    ])
    expect(told).toEqual(
      differing(first.get('dump.ndjson')?.toString() ?? '', (await dumpLines(site, {})).text),
    )
    const own = define(counsellingCoverage).id
    expect(told).toContainEqual([`${own} adm:2026-01 07246@2025-07-01 `, '0/4', '1/4'])
    expect(told).toContainEqual([`${own} adm:2026-01 24@2025-07-01 `, '0/12', '1/12'])
    for (const { submissions } of document?.changed ?? [])
      expect(submissions).toMatchObject([
        { reporter: 'police:07246', revision: 1, became: 'replaced' },
        { reporter: 'police:07246', revision: 2, became: 'came' },
      ])
    expect(text).toContain('number 12/BC-CAT of 2026-01-21')
    const month = await readFile(join(site.site.out, 'month.html'), 'utf8')
    expect(month).toContain('Số liệu đã điều chỉnh từ kỳ trước')
    expect(month).toMatch(
      /0\/12 người \(0%\) thành 1\/12 người \(8,3%\); do Công an .* \(lần gửi 2\)/,
    )
    const [restated, ...others] = await restatements('open')
    expect(others).toEqual([])
    expect(restated).toMatchObject({
      target: 'adm:2026-01/1/T03b',
      unit: '24@2025-07-01',
      cycle: 'adm:2026-01',
      facts: { units: 2, beforeNumerator: 0, numerator: 1, denominator: 12, number: '12/BC-CAT' },
    })
    expect(await readFile(join(site.site.out, 'alerts.html'), 'utf8')).toContain(
      '0/12 người (0%) thành 1/12 người (8,3%); 2 đơn vị có số liệu thay đổi',
    )
  })

  it('are corrected by an edition of its own, under a number of its own; the old bytes stay', async () => {
    await expect(issueCorrect(site, { window, reason: ' ' })).rejects.toThrow(/--reason/)
    const { json } = await issueCorrect(site, { window, reason: 'xã gửi lại', actor: 'Lập' })
    expect(json).toMatchObject({ document: '2', corrects: '1', state: 'draft' })
    expect((await issueShow(site, { window, document: '1' })).json).toMatchObject({
      state: 'issued',
    })
    await expect(issueCorrect(site, { window, reason: 'x' })).rejects.toThrow(
      /document 2 .* is draft/,
    )
    await issueSubmit(site, { window })
    await issueApprove(site, { window })
    await expect(issueSign(site, { ...sign, date: '2026-01-23' })).rejects.toThrow(
      /number 12\/BC-CAT of 2026 is that of document 1/,
    )
    await issueSign(site, { ...sign, number: '15/BC-CAT', date: '2026-01-23' })
    expect((await issueShow(site, { window, document: '1' })).json).toMatchObject({
      ...{ state: 'corrected', number: '12/BC-CAT' },
    })
    expect(await served('1')).toEqual(first)
    const second = await served('2')
    expect(second.get('index.html')?.toString()).toContain('1/12 người')
    const { json: changes } = await statusChanges(site)
    const { documents } = changes as Changes
    expect(documents.map((one) => [one.document, one.changed.length > 0])).toEqual([
      ['1', true],
      ['2', false],
    ])
    expect((await issueList(site)).text.match(/1\d\/BC-CAT/g)).toEqual(['12/BC-CAT', '15/BC-CAT'])
  })

  it('outlive a rebuild, new keys and a new publication', async () => {
    site.setDay('2026-02-20')
    await build(site)
    const [closed] = await restatements('resolved')
    const { json } = await alertShow(site, String(closed?.['case']))
    expect((json as { events: object[] }).events.at(-1)).toMatchObject({ cause: 'reissued' })
    await publish(site)
    await rebuild(site)
    await keyRotate(site, { person: true })
    expect(await served('1')).toEqual(first)
    expect(await failing()).toEqual([])
  })

  it('are missed and known when one of their bytes has changed', async () => {
    const { json } = await issueShow(site, { window, document: '1' })
    const { files, dump } = json as {
      files: { path: string; file: string }[]
      dump: { file: string }
    }
    const page = files.find(({ path }) => path === 'month.html')?.file ?? ''
    const bytes = await readFile(page)
    await writeFile(page, bytes.toString('utf8').replace('20/1/2026', '21/1/2026'))
    expect(await failing()).toMatchObject([
      { check: 'issued', found: expect.stringContaining('is not as it was frozen') },
    ])
    expect((await ask(`${address('1')}/month.html`)).status).toBe(500)
    await writeFile(page, bytes)
    await rm(dump.file)
    expect(await failing()).toMatchObject([
      { check: 'issued', found: expect.stringContaining('is not there') },
    ])
    expect(await readdir(site.site.issued)).not.toContain('document.new')
  })
})

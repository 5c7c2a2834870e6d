import { chmod, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openReaders } from '#pipelines/readers/pool.ts'
import { keep } from '#pipelines/steps/keep.ts'
import { receive } from '#pipelines/steps/receive.ts'
import { parsedPath, readParsed } from '#pipelines/vault/parsed.ts'
import type { Reading } from '#sources/submission.ts'
import { filesBelow } from '#test/support/folder-of-test.ts'
import { day } from '#test/support/ledger-of-test.ts'
import { readerSetup, scriptedModule } from '#test/support/reader-setup.ts'
import { readingOf, report, SECRETS } from '#test/support/reports.ts'
import { scripted } from '#test/support/scripted-reader.ts'
import { ledgerRows, scriptedReaders, storesOfTest } from '#test/support/stores-of-test.ts'
import { unreliable } from '#test/support/unreliable-connector.ts'

type Stores = Awaited<ReturnType<typeof storesOfTest>>
type Files = Readonly<Record<string, Uint8Array>>

const deliver = (stores: Stores, files: Files) =>
  receive({ ...stores, connectors: [unreliable('inbox', files)] })

const refused: Reading = {
  outcome: 'rejected',
  sheets: [],
  problems: [
    {
      code: 'password',
      severity: 'error',
      sheet: null,
      cell: null,
      field: null,
      value: null,
      personal: false,
      facts: {},
    },
  ],
}

describe('keep', () => {
  test('turns files into submissions with their rows', async () => {
    const stores = await storesOfTest()
    await deliver(stores, { 'a.xlsx': report({ rows: 3 }) })
    const summary = await keep({ ...stores, readers: scriptedReaders() })
    expect(summary).toMatchObject({ read: 1, unchanged: 0, changed: [], failures: [] })
    const [submission] = (await ledgerRows(stores.ledger)).submission
    expect(submission).toMatchObject({
      form: 'release-notice',
      sheet: '02.Thong bao',
      reporter_id: 'agency:cong-an-tinh',
      window_id: 'adm:2026-02',
      revision: 1,
      nil: 0,
      outcome: 'accepted',
      rows_read: 3,
      rows_accepted: 3,
      data_to: '2026-02-14',
      arrived_on: '2026-02-02',
      received_at: '2026-02-02T05:00:00.000Z',
    })
    const { header, rows } = await readParsed(stores.parsed, submission?.parsed_name ?? '')
    expect(header).toMatchObject({
      submissionId: submission?.submission_id,
      receivedOn: '2026-02-02',
      rowsAccepted: 3,
    })
    expect(rows.map(({ row, values }) => [row, values['birth_year']])).toEqual([
      [9, 1985],
      [10, 1985],
      [11, 1985],
    ])
  })

  test('changes nothing the second time, nor after the same bytes came again', async () => {
    const stores = await storesOfTest()
    const readers = scriptedReaders()
    const files = {
      'a.xlsx': report({ rows: 3 }),
      'b.xlsx': scripted({ do: 'answer', reading: refused }),
    }
    await deliver(stores, files)
    await keep({ ...stores, readers })
    const { submission } = await ledgerRows(stores.ledger)
    const parsed = await filesBelow(stores.parsed)

    stores.time.now = day(9)
    await deliver(stores, { 'x.xlsx': files['b.xlsx'], 'y.xlsx': files['a.xlsx'] })
    const again = await keep({ ...stores, readers })
    expect(again).toMatchObject({ read: 0, unchanged: 2, decided: [], changed: [] })
    expect(readers.count).toBe(2)
    expect((await ledgerRows(stores.ledger)).submission).toEqual(submission)
    expect(await filesBelow(stores.parsed)).toEqual(parsed)
  })

  test('leaves a trace of a file in which no form was found', async () => {
    const stores = await storesOfTest()
    await deliver(stores, { 'a.xlsx': scripted({ do: 'answer', reading: refused }) })
    await keep({ ...stores, readers: scriptedReaders() })
    const { file, submission } = await ledgerRows(stores.ledger)
    expect(submission).toMatchObject([
      { submission_id: `${file[0]?.sha256}/-`, form: '-', outcome: 'rejected', rows_read: 0 },
    ])
    const { header } = await readParsed(stores.parsed, submission[0]?.parsed_name ?? '')
    expect(header.fileProblems.map(({ code }) => code)).toEqual(['password'])
  })

  test('says the same for files shuffled, renamed and delivered three times', async () => {
    const contents = [
      report({ rows: 10 }),
      report({ rows: 2, revision: 2 }),
      report({ rows: 9, revision: 3 }),
      report({ rows: 0, window: 'adm:2026-01' }),
      scripted({ do: 'answer', reading: refused }),
    ]
    const truths: unknown[] = []
    for (const order of [
      [0, 1, 2, 3, 4],
      [4, 2, 1, 3, 0],
      [1, 0, 4, 3, 2, 1, 0, 4, 3, 2, 0, 1, 2, 3, 4],
    ]) {
      const stores = await storesOfTest()
      const files = order.map((n, at) => [`${at}-${order.length}.xlsx`, contents[n] as Uint8Array])
      await deliver(stores, Object.fromEntries(files))
      await keep({ ...stores, readers: scriptedReaders() })
      const { file, submission } = await ledgerRows(stores.ledger)
      truths.push({
        file,
        submission: submission.map(({ versions, parsed_name, ...told }) => told),
      })
    }
    expect(truths[1]).toEqual(truths[0])
    expect(truths[2]).toEqual(truths[0])
  })

  test('holds a replacement that loses too many rows', async () => {
    const stores = await storesOfTest()
    await deliver(stores, { 'a.xlsx': report({ rows: 10 }) })
    await keep({ ...stores, readers: scriptedReaders() })
    await deliver(stores, { 'b.xlsx': report({ rows: 4, revision: 2 }) })
    const { decided } = await keep({ ...stores, readers: scriptedReaders() })
    expect(decided.map(({ submission }) => submission.outcome)).toEqual(['held'])
  })

  test('goes on when a file cannot be taken out of the vault, and says so every time', async () => {
    const stores = await storesOfTest()
    await deliver(stores, {
      'a.xlsx': report({ rows: 1 }),
      'b.xlsx': report({ rows: 2, window: 'adm:2026-01' }),
    })
    const [{ sha256 } = { sha256: '' }] = (await ledgerRows(stores.ledger)).file
    const path = join(stores.vault.folder, sha256.slice(0, 2), `${sha256}.age`)
    await chmod(path, 0o600)
    await writeFile(path, 'damaged')
    for (const read of [1, 0]) {
      const summary = await keep({ ...stores, readers: scriptedReaders() })
      expect(summary).toMatchObject({ read, failures: [{ sha256 }] })
    }
  })
})

describe('parsed files', () => {
  async function kept() {
    const stores = await storesOfTest()
    await deliver(stores, {
      'a.xlsx': report({ rows: 3 }),
      'b.xlsx': report({ rows: 2, window: 'adm:2026-01' }),
    })
    await keep({ ...stores, readers: scriptedReaders() })
    const [first] = (await ledgerRows(stores.ledger)).submission
    const path = parsedPath(stores.parsed, first?.parsed_name ?? '')
    return { stores, path, bytes: await readFile(path), ledger: await ledgerRows(stores.ledger) }
  }

  test('that are gone are made again, the same, from the vault', async () => {
    const { stores, path, bytes, ledger } = await kept()
    await rm(path)
    expect(await keep({ ...stores, readers: scriptedReaders() })).toMatchObject({
      read: 1,
      unchanged: 1,
      changed: [],
    })
    expect((await readFile(path)).equals(bytes)).toBe(true)
    expect(await ledgerRows(stores.ledger)).toEqual(ledger)
  })

  test('that are damaged are noticed when looked into, and made again', async () => {
    const { stores, path, bytes } = await kept()
    await truncate(path, bytes.length - 9)
    const readers = scriptedReaders()
    expect(await keep({ ...stores, readers, verify: true })).toMatchObject({
      read: 1,
      unchanged: 1,
    })
    expect((await readFile(path)).equals(bytes)).toBe(true)
    expect(await keep({ ...stores, readers, verify: true })).toMatchObject({
      read: 0,
      unchanged: 2,
    })
  })
})

describe('a later reading', () => {
  const otherPlan = { ...readerSetup, plan: { ...readerSetup.plan, number: '196/KH-UBND' } }

  test('under other versions rewrites what was read and not what was told', async () => {
    const stores = await storesOfTest()
    await deliver(stores, { 'a.xlsx': report({ rows: 3 }) })
    await keep({ ...stores, readers: scriptedReaders() })
    const [before] = (await ledgerRows(stores.ledger)).submission

    stores.time.now = day(9)
    const harsher = {
      ...scriptedReaders(() => readingOf({ rows: 1, outcome: 'partial' })),
      setup: otherPlan,
    }
    const summary = await keep({ ...stores, readers: harsher })
    const { submissionId, ...change } = summary.changed[0] ?? {}
    expect(submissionId).toBe(before?.submission_id)
    expect(change).toEqual({ told: 'accepted', rowsBefore: 3, rowsNow: 1 })
    const [after] = (await ledgerRows(stores.ledger)).submission
    expect(after).toMatchObject({
      outcome: 'accepted',
      rows_accepted: 1,
      decided_at: before?.decided_at,
      received_at: before?.received_at,
    })
    expect(after?.versions).not.toBe(before?.versions)
    expect(await keep({ ...stores, readers: harsher })).toMatchObject({ read: 0, changed: [] })
  })

  test('that finds other forms keeps the old answer, empties its rows and decides the new ones', async () => {
    const stores = await storesOfTest()
    await deliver(stores, {
      'a.xlsx': report({ rows: 3 }),
      'b.xlsx': scripted({ do: 'answer', reading: refused }),
    })
    await keep({ ...stores, readers: scriptedReaders() })
    const swapped = scriptedReaders((reading) =>
      reading.sheets.length > 0 ? refused : readingOf({ rows: 2 }),
    )
    const { decided } = await keep({ ...stores, readers: { ...swapped, setup: otherPlan } })
    expect(decided.map(({ submission }) => [submission.form, submission.outcome])).toEqual([
      ['-', 'rejected'],
      ['release-notice', 'accepted'],
    ])
    const { submission } = await ledgerRows(stores.ledger)
    const told = submission
      .map(({ form, outcome, rows_accepted }) => [form, outcome, rows_accepted])
      .sort()
    expect(told).toEqual([
      ['-', 'rejected', 0],
      ['-', 'rejected', 0],
      ['release-notice', 'accepted', 0],
      ['release-notice', 'accepted', 2],
    ])
    for (const { parsed_name, rows_accepted } of submission) {
      expect((await readParsed(stores.parsed, parsed_name)).rows).toHaveLength(rows_accepted)
    }
    expect((await filesBelow(stores.parsed)).size).toBe(4)
  })
})

describe('with reader children', () => {
  test('a file that kills them is rejected, the others are kept, and it is tried again only when it comes again', async () => {
    const stores = await storesOfTest()
    const readers = openReaders(readerSetup, { size: 2, module: scriptedModule, timeoutMs: 1_000 })
    onTestFinished(() => readers.close())
    const files = { 'a.xlsx': scripted({ do: 'hang' }), 'b.xlsx': report({ rows: 3 }) }
    await deliver(stores, files)
    await keep({ ...stores, readers })
    const { submission } = await ledgerRows(stores.ledger)
    expect(submission.map(({ form, outcome }) => [form, outcome]).sort()).toEqual([
      ['-', 'rejected'],
      ['release-notice', 'accepted'],
    ])
    expect(await keep({ ...stores, readers })).toMatchObject({ read: 0, unchanged: 2 })
    stores.time.now = day(9)
    await deliver(stores, { ...files, 'a again.xlsx': files['a.xlsx'] })
    const calm = scriptedReaders(() => readingOf({ rows: 1 }))
    const answering = { ...calm, read: async () => readingOf({ rows: 1, window: 'adm:2026-01' }) }
    expect(await keep({ ...stores, readers: answering })).toMatchObject({ read: 1, unchanged: 1 })
    expect((await ledgerRows(stores.ledger)).submission).toHaveLength(3)
  })

  test('the reader of the project refuses what is no report and leaves its trace', async () => {
    const stores = await storesOfTest()
    const readers = openReaders(readerSetup, { size: 1 })
    onTestFinished(() => readers.close())
    await deliver(stores, { 'a.xlsx': Buffer.from('%PDF-1.7 Nguyễn Văn Kín') })
    await keep({ ...stores, readers })
    const [only] = (await ledgerRows(stores.ledger)).submission
    const { header } = await readParsed(stores.parsed, only?.parsed_name ?? '')
    expect(header.fileProblems.map(({ code }) => code)).toEqual(['document-alone'])
  })
})

describe('personal values', () => {
  const problem = {
    code: 'not-an-id',
    severity: 'warning',
    sheet: '02.Thong bao',
    cell: 'C9',
    facts: {},
  } as const
  const problems = [
    { ...problem, field: 'national_id', value: '024085000001', personal: true },
    { ...problem, field: 'outcome', value: 'Nguyễn Văn Kín', personal: false },
  ]

  test('stand nowhere in vault, ledger and parsed files', async () => {
    const stores = await storesOfTest()
    await deliver(stores, { 'a.xlsx': report({ rows: 3, problems }) })
    await keep({ ...stores, readers: scriptedReaders() })
    await stores.ledger.close()
    const found = leaksIn(await filesBelow(stores.data))
    expect(found).toEqual([])
    await writeFile(join(stores.data, 'planted.txt'), `ghi chú: ${SECRETS[0]}`)
    expect(leaksIn(await filesBelow(stores.data))).toEqual([
      [join(stores.data, 'planted.txt'), SECRETS[0]],
    ])
  })

  /** Every secret in the bytes of a file, decoded where it is packed. */
  function leaksIn(files: ReadonlyMap<string, Buffer>): readonly (readonly [string, string])[] {
    expect([...files.keys()].some((path) => path.endsWith('ledger.sqlite'))).toBe(true)
    return [...files].flatMap(([path, bytes]) => {
      const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
        .toString('utf8')
        .normalize('NFC')
      return SECRETS.filter((secret) => text.includes(secret)).map(
        (secret) => [path, secret] as const,
      )
    })
  }
})

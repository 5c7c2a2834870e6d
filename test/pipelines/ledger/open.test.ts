import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { FileError } from '#pipelines/files.ts'
import { recordDelivery } from '#pipelines/ledger/deliveries.ts'
import { LeaseError } from '#pipelines/ledger/lease.ts'
import { openLedger, openLedgerReadOnly } from '#pipelines/ledger/open.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'
import { day, ledgerOfTest } from '#test/support/ledger-of-test.ts'

const clock = () => day(2)
const arrival = {
  connector: 'inbox',
  sourceName: 'a.xlsx',
  sha256: 'a'.repeat(64),
  bytes: 1,
  at: day(2),
}
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const holder = fileURLToPath(new URL('../../support/hold-ledger.ts', import.meta.url))

describe('a ledger', () => {
  test('is durable at each commit, checks references and keeps a log beside it', async () => {
    const { db } = await ledgerOfTest()
    const pragma = async (name: string) =>
      Object.values((await sql`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0]
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('synchronous')).toBe(2)
    expect(await pragma('foreign_keys')).toBe(1)
  })

  test('keeps its rows when it is closed and opened again', async () => {
    const path = join(await folderOfTest(), 'ledger.sqlite')
    const first = await openLedger(path, clock)
    await recordDelivery(first.db, arrival)
    await first.close()
    const second = await openLedger(path, clock)
    onTestFinished(() => second.close())
    expect(await second.db.selectFrom('file').selectAll().execute()).toHaveLength(1)
  })

  test('refuses what would abort the process or hide a mistake', async () => {
    const { db } = await ledgerOfTest()
    await expect(sql`select ${true}`.execute(db)).rejects.toThrow('parameter 1 is a boolean')
    await expect(sql`select ${Number.NaN}`.execute(db)).rejects.toThrow(TypeError)
  })

  test.each(['audit', 'action', 'alert_event'])('takes nothing back from %s', async (table) => {
    const { db } = await ledgerOfTest()
    await sql`insert into alert_case values ('c', 'r', 'p', 't', 'u', 'w')`.execute(db)
    await sql`insert into alert_event values ('c', 1, 'opened', 'h', 1, 'now', 'me', null, null, null, null)`.execute(
      db,
    )
    await sql`insert into audit values (1, 'now', 'me', 'did', 'it', '', '')`.execute(db)
    await sql`insert into action values (1, 'now', 'me', 'accept', null, null, null, 'so')`.execute(
      db,
    )
    await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow('only added')
    await expect(sql`update ${sql.table(table)} set actor = 'him'`.execute(db)).rejects.toThrow(
      'only added',
    )
  })
})

describe('the lease', () => {
  test('is refused within the process that has it', async () => {
    const { path } = await ledgerOfTest()
    await expect(openLedger(path, clock)).rejects.toThrow(LeaseError)
  })

  test('comes back when the ledger is closed', async () => {
    const path = join(await folderOfTest(), 'ledger.sqlite')
    for (const name of ['a', 'b', 'c']) {
      const ledger = await openLedger(path, clock)
      await expect(openLedger(path, clock)).rejects.toThrow(LeaseError)
      await recordDelivery(ledger.db, { ...arrival, sha256: name.repeat(64) })
      await ledger.close()
    }
    const last = await openLedger(path, clock)
    onTestFinished(() => last.close())
    expect(await last.db.selectFrom('file').selectAll().execute()).toHaveLength(3)
  })

  test('names the process that has it and since when, and is free once that process was killed', async () => {
    const path = join(await folderOfTest(), 'ledger.sqlite')
    const child = fork(holder, [path], { execArgv: ['--import', tsx] })
    onTestFinished(() => void child.kill('SIGKILL'))
    await once(child, 'message')
    const refusal = await openLedger(path, clock).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(LeaseError)
    expect(String(refusal)).toContain(`process ${child.pid} (hold-ledger.ts ledger.sqlite)`)
    expect(String(refusal)).toContain('since 2026-02-01T05:00:00.000Z')

    child.kill('SIGKILL')
    await once(child, 'exit')
    const mine = await openLedger(path, clock)
    await recordDelivery(mine.db, arrival)
    await mine.close()
  })
})

describe('a ledger opened for reading', () => {
  test('sees what its writer commits and writes nothing', async () => {
    const { path, db } = await ledgerOfTest()
    const reader = await openLedgerReadOnly(path)
    onTestFinished(() => reader.close())
    await recordDelivery(db, arrival)
    expect(await reader.db.selectFrom('file').select('sha256').execute()).toEqual([
      { sha256: arrival.sha256 },
    ])
    await expect(recordDelivery(reader.db, { ...arrival, sha256: 'b'.repeat(64) })).rejects.toThrow(
      /readonly/,
    )
  })

  test('opens beside nobody, too', async () => {
    const path = join(await folderOfTest(), 'ledger.sqlite')
    await (await openLedger(path, clock)).close()
    const reader = await openLedgerReadOnly(path)
    expect(await reader.db.selectFrom('file').selectAll().execute()).toEqual([])
    await reader.close()
  })

  test('is not made by being asked for', async () => {
    const path = join(await folderOfTest(), 'ledger.sqlite')
    await expect(openLedgerReadOnly(path)).rejects.toThrow(FileError)
  })
})

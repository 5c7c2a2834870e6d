import { copyFile, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { firstChanged } from '#pipelines/ledger/checksums.ts'
import { openLedger } from '#pipelines/ledger/open.ts'
import { LedgerDamageError } from '#pipelines/ledger/sound.ts'
import { connect } from '#pipelines/ledger/sqlite.ts'
import { hoanhap } from '#test/support/command-line.ts'
import { flipLedger, flippableSite } from '#test/support/flip-ledger.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'
import { day } from '#test/support/ledger-of-test.ts'
import { ledgerUntil } from '#test/support/old-ledger.ts'
import type { TestSite } from '#test/support/site.ts'

const planted = vi.hoisted(() => ({ skipsTheCheck: false }))

vi.mock('#pipelines/ledger/sound.ts', async (original) => {
  const real = await original<typeof import('#pipelines/ledger/sound.ts')>()
  const requireSound: typeof real.requireSound = async (path, db) => {
    if (!planted.skipsTheCheck) await real.requireSound(path, db)
  }
  return { ...real, requireSound }
})

describe('a ledger of which one byte was changed', () => {
  let place: TestSite
  beforeAll(async () => {
    place = await flippableSite()
  })
  afterAll(() => place?.remove())
  beforeEach(() => {
    planted.skipsTheCheck = false
  })

  test('lies in one file once it is closed, so that every byte of it is looked at', async () => {
    const log = await stat(`${place.site.ledger}-wal`).catch(() => null)
    expect(log?.size ?? 0).toBe(0)
    expect((await stat(place.site.ledger)).size).toBeGreaterThan(100_000)
  })

  test('is refused in a sentence that names it and its remedy, or gives the same figures', async () => {
    const flips = await flipLedger(place, { flips: 60, seed: 20_260_320 })
    expect(flips.filter(({ outcome }) => outcome === 'wrong')).toEqual([])
    expect(flips.filter(({ outcome }) => outcome === 'refused').length).toBeGreaterThan(20)
  })

  test('would give wrong figures if nobody looked: what follows each sender is his window', async () => {
    const windows = { behind: 'police:07246adm:2026-0', most: 8 }
    const refused = await flipLedger(place, windows)
    expect(refused.length).toBeGreaterThan(5)
    expect(refused.filter(({ outcome }) => outcome === 'wrong')).toEqual([])
    // One or another stands where a row was before it grew, and is read by nobody.
    expect(refused.filter(({ outcome }) => outcome === 'refused').length).toBeGreaterThan(2)
    planted.skipsTheCheck = true
    const built = await flipLedger(place, windows)
    expect(built.filter(({ outcome }) => outcome === 'wrong')).not.toEqual([])
  })

  test('is refused by every verb that would build on it, and told by doctor', async () => {
    const data = join(place.site.data, '..', 'flipped-data')
    await mkdir(data)
    await copyFile(place.site.ledger, join(data, 'ledger.sqlite'))
    await changeUnseen(
      join(data, 'ledger.sqlite'),
      'submission',
      `update submission set window_id = 'adm:2026-01' where reporter_id = 'police:07246' and window_id = 'adm:2026-02'`,
    )
    for (const verb of ['run', 'pull', 'build', 'publish', 'rebuild']) {
      const { code, err } = await hoanhap(['--data', data, verb])
      expect({ code, err }, verb).toEqual({
        code: 1,
        err: expect.stringMatching(
          /flipped-data\/ledger\.sqlite is damaged \(not as it was written: submission .*\); restore it from its copy/,
        ),
      })
    }
    expect((await hoanhap(['--data', data, 'doctor'])).out).toMatch(
      /✗ ledger {8}.*is damaged \(not as it was written: submission /,
    )
  })
})

/** Changes rows as a bit does that flips on the disk: no trigger sees it. */
async function changeUnseen(path: string, table: string, statement: string): Promise<void> {
  const db = connect(path, 'write')
  const trigger = `${table}_checksum_update`
  const { rows } = await sql<{ sql: string }>`
    select sql from sqlite_schema where name = ${trigger}`.execute(db)
  for (const each of [`drop trigger ${trigger}`, statement, rows[0]?.sql ?? ''])
    await sql.raw(each).execute(db)
  await db.destroy()
}

describe('checksums', () => {
  const clock = () => day(2)

  /** A ledger with one contact, as a connection without triggers leaves it. */
  async function changedBy(...statements: readonly string[]): Promise<string> {
    const path = join(await folderOfTest(), 'ledger.sqlite')
    const ledger = await openLedger(path, clock)
    await sql`insert into contact values (1, 'police:07210', null, 'mail', 'a@b', '2026-01-01', null)`.execute(
      ledger.db,
    )
    await ledger.close()
    const db = connect(path, 'write')
    for (const statement of statements) await sql.raw(statement).execute(db)
    // Else the connection, collected some time later, would write its log into the file that a test compares.
    await sql`pragma wal_checkpoint(TRUNCATE)`.execute(db)
    await db.destroy()
    return path
  }

  test('follow every insert, change and removal', async () => {
    const path = await changedBy(
      `update contact set address = 'c@d'`,
      `insert into contact values (2, null, 'head', 'mail', 'e@f', '2026-01-01', null)`,
      'delete from contact where id = 1',
      `insert into contact values (2, null, 'head', 'mail', 'e@f', '2026-01-01', null)
       on conflict (id) do update set address = 'g@h'`,
    )
    const ledger = await openLedger(path, clock)
    expect(await firstChanged(ledger.db)).toBeNull()
    await ledger.close()
  })

  test.each([
    ['a value', ['drop trigger contact_checksum_update', `update contact set address = 'x@b'`]],
    [
      'a value that is gone',
      ['drop trigger contact_checksum_update', "update contact set reporter_id = null, role = 'r'"],
    ],
    ['a row that is gone', ['drop trigger contact_checksum_delete', 'delete from contact']],
    ['a checksum', [`update checksum set sha3 = 'abc' where "table" = 'contact'`]],
    ['a checksum that is gone', [`delete from checksum where "table" = 'contact'`]],
  ])('give away %s', async (_, statements) => {
    const path = await changedBy(...statements)
    const before = await readFile(path)
    const refusal = await openLedger(path, clock).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(LedgerDamageError)
    expect(String(refusal)).toContain(`${path} is damaged (not as it was written: contact [1])`)
    expect(before.equals(await readFile(path)), 'nothing is written').toBe(true)
  })

  test.each([
    ['a table too many', 'create table more (a text) strict'],
    ['an index that is gone', 'drop index delivery_file'],
    ['a trigger that is gone', 'drop trigger submission_told'],
  ])('stand beside the shape: %s', async (_, statement) => {
    const path = await changedBy(statement)
    await expect(openLedger(path, clock)).rejects.toThrow(/is damaged \(its shape is another at /)
  })

  test('are made for a ledger that had none', async () => {
    const path = await ledgerUntil('0002-assignment', [
      `insert into contact values (1, 'police:07210', null, 'mail', 'a@b', '2026-01-01', null)`,
    ])
    const ledger = await openLedger(path, clock)
    const { rows } = await sql<{ table: string }>`
      select distinct "table" from checksum`.execute(ledger.db)
    expect(rows.map(({ table }) => table)).toContain('contact')
    await ledger.close()
  })
})

import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { firstChanged } from '#pipelines/ledger/checksums.ts'
import { openLedger } from '#pipelines/ledger/open.ts'
import { decidedEvents } from '#pipelines/ledger/outbox.ts'
import { connect } from '#pipelines/ledger/sqlite.ts'
import { day } from '#test/support/ledger-of-test.ts'
import { ledgerUntil } from '#test/support/old-ledger.ts'

/** A ledger of the first shape with a held submission that somebody accepted; `spoil` is run in it. */
function oldLedger(spoil: readonly string[] = []): Promise<string> {
  return ledgerUntil('0001-first', [
    `insert into file values ('a', 1, 'then')`,
    `insert into submission values ('a/exemplar', 'a', 'exemplar', 1, '05', 'committee:07210', 'adm:2026-Q1', 2, 0, 'held',
      9, 8, 'v', 'p', '2026-03-14', '01/BC', '2026-03-15', '2026-03-16', 'then', 'later')`,
    `insert into alert_case values ('c', 'missed', 'p', 'T01', 'u', 'adm:2026')`,
    `insert into alert_event values ('c', 1, 'opened', 'h', 1, 'then', 'hoanhap', null, null)`,
    `insert into action values (1, 'now', 'Phòng', 'accept', 'a/exemplar', null, null, 'vì thế')`,
    ...spoil,
  ])
}

describe('a ledger of the first shape', () => {
  test('keeps its rows, its references and its guards', async () => {
    const ledger = await openLedger(await oldLedger(), () => day(2))
    onTestFinished(() => ledger.close())
    const { db } = ledger
    expect(await db.selectFrom('submission').selectAll().execute()).toEqual([
      {
        submission_id: 'a/exemplar',
        sha256: 'a',
        form: 'exemplar',
        assignment: null,
        form_version: 1,
        sheet: '05',
        reporter_id: 'committee:07210',
        window_id: 'adm:2026-Q1',
        revision: 2,
        nil: 0,
        outcome: 'held',
        rows_read: 9,
        rows_accepted: 8,
        versions: 'v',
        parsed_name: 'p',
        data_to: '2026-03-14',
        document_no: '01/BC',
        document_date: '2026-03-15',
        arrived_on: '2026-03-16',
        received_at: 'then',
        decided_at: 'later',
      },
    ])
    expect((await sql`pragma foreign_key_check`.execute(db)).rows).toEqual([])
    await expect(sql`update submission set outcome = 'accepted'`.execute(db)).rejects.toThrow(
      'what the sender was told is not changed',
    )
    await expect(sql`delete from submission`.execute(db)).rejects.toThrow(/FOREIGN KEY/)
    await expect(sql`update submission set assignment = 1`.execute(db)).rejects.toThrow(/CHECK/)
  })

  test('has told of its alerts in another way: nobody is written to about them', async () => {
    const ledger = await openLedger(await oldLedger(), () => day(2))
    onTestFinished(() => ledger.close())
    const decided = await decidedEvents(ledger.db)
    expect([...decided]).toEqual(['c 1'])
    await expect(sql`delete from noticed`.execute(ledger.db)).rejects.toThrow('only added')
  })

  test('stays what it was when a step fails at its end', async () => {
    const path = await oldLedger([
      'drop trigger submission_told',
      'create trigger submission_told before delete on file begin select 1; end',
    ])
    await expect(openLedger(path, () => day(2))).rejects.toThrow(
      /submission_told already exists.*restore it from its copy/,
    )
    const db = connect(path, 'read')
    onTestFinished(() => db.destroy())
    const { rows } = await sql<{ name: string }>`pragma table_info(submission)`.execute(db)
    expect(rows.map(({ name }) => name)).not.toContain('assignment')
    expect(await sql`select count(*) as n from submission`.execute(db)).toMatchObject({
      rows: [{ n: 1 }],
    })
  })
})

describe('a ledger of the first release, which keeps checksums', () => {
  const withCases = () =>
    ledgerUntil('0005-issue', [
      `insert into alert_case values ('c', 'missed', 'p', 'T01', 'u', 'adm:2026')`,
      `insert into alert_event values ('c', 1, 'opened', 'h', 1, 'then', 'hoanhap', null, null)`,
      `insert into alert_event values ('c', 2, 'acked', null, null, 'then', 'Phòng', null, 'đã nhận')`,
      `insert into contact values (1, null, 'analyst', 'email', 'a@vi-du.vn', '2026-01-01', null)`,
      `insert into outbox values ('m', 'province', 'waiting', 0, 'then', null)`,
    ])

  test('keeps its cases and contacts, is sound afterwards and stays so when more is entered', async () => {
    const path = await withCases()
    const first = await openLedger(path, () => day(2))
    expect(await firstChanged(first.db)).toBeNull()
    expect(await first.db.selectFrom('outbox').selectAll().execute()).toEqual([])
    const events = await first.db.selectFrom('alert_event').selectAll().execute()
    expect(events.map(({ kind, note, facts }) => [kind, note, facts])).toEqual([
      ['opened', null, null],
      ['acked', 'đã nhận', null],
    ])
    await sql`insert into alert_event values ('c', 3, 'resolved', null, 2, 'now', 'hoanhap', 'later-window', null, 'adm:2026', '{}')`.execute(
      first.db,
    )
    await first.close()
    const second = await openLedger(path, () => day(3))
    onTestFinished(() => second.close())
    expect(await firstChanged(second.db)).toBeNull()
    expect((await sql`pragma foreign_key_check`.execute(second.db)).rows).toEqual([])
    expect([...(await decidedEvents(second.db))]).toEqual(['c 1', 'c 2'])
  })

  test('of which a row was changed unseen is refused before anything is migrated', async () => {
    const path = await withCases()
    const db = connect(path, 'write')
    await sql`drop trigger contact_checksum_update`.execute(db)
    await sql`update contact set address = 'b@vi-du.vn'`.execute(db)
    await db.destroy()
    await expect(openLedger(path, () => day(2))).rejects.toThrow(
      /not as it was written: contact \[1\]/,
    )
  })
})

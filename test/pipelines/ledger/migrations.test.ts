import { join } from 'node:path'
import { Migrator, sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { migrations } from '#pipelines/ledger/migrations.ts'
import { openLedger } from '#pipelines/ledger/open.ts'
import { decidedEvents } from '#pipelines/ledger/outbox.ts'
import { connect } from '#pipelines/ledger/sqlite.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'
import { day } from '#test/support/ledger-of-test.ts'

/** A ledger of the first shape with a held submission that somebody accepted; `spoil` is run in it. */
async function oldLedger(spoil: readonly string[] = []): Promise<string> {
  const path = join(await folderOfTest(), 'ledger.sqlite')
  const db = connect(path, 'write')
  const provider = { getMigrations: async () => migrations }
  const { error } = await new Migrator({ db, provider }).migrateTo('0001-first')
  expect(error).toBeUndefined()
  await sql`insert into file values ('a', 1, 'then')`.execute(db)
  await sql`insert into submission values ('a/exemplar', 'a', 'exemplar', 1, '05', 'committee:07210', 'adm:2026-Q1', 2, 0, 'held',
    9, 8, 'v', 'p', '2026-03-14', '01/BC', '2026-03-15', '2026-03-16', 'then', 'later')`.execute(db)
  await sql`insert into alert_case values ('c', 'missed', 'p', 'T01', 'u', 'adm:2026')`.execute(db)
  await sql`insert into alert_event values ('c', 1, 'opened', 'h', 1, 'then', 'hoanhap', null, null)`.execute(
    db,
  )
  await sql`insert into action values (1, 'now', 'Phòng', 'accept', 'a/exemplar', null, null, 'vì thế')`.execute(
    db,
  )
  for (const statement of spoil) await sql.raw(statement).execute(db)
  await db.destroy()
  return path
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

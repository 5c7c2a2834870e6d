import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { actionsUntil, recordAction } from '#pipelines/ledger/actions.ts'
import { allAssignments, detailOf } from '#pipelines/ledger/assignments.ts'
import { extensionsUntil } from '#pipelines/ledger/extensions.ts'
import { instantOf } from '#pipelines/ledger/schema.ts'
import { day, ledgerOfTest } from '#test/support/ledger-of-test.ts'

const act = { at: day(3), actor: 'Phòng', reason: 'vì thế' }

describe('what a person did', () => {
  test('stands with its entry in the audit trail', async () => {
    const { db } = await ledgerOfTest()
    const obligation = 'exemplar committee:07210 adm:2026-Q1'
    await recordAction(db, { ...act, kind: 'extend', obligation, detail: '2026-03-20' })
    expect(
      await db.selectFrom('audit').select(['seq', 'actor', 'action', 'object']).execute(),
    ).toEqual([{ seq: 1, actor: 'Phòng', action: 'extend', object: obligation }])
    expect(await extensionsUntil(db, instantOf(day(2)))).toEqual([])
    expect(await extensionsUntil(db, instantOf(day(3)))).toEqual([
      { form: 'exemplar', reporter: 'committee:07210', window: 'adm:2026-Q1', until: '2026-03-20' },
    ])
  })

  test('is not entered when its entry in the audit trail cannot be', async () => {
    const { db } = await ledgerOfTest()
    await sql`create trigger full before insert on audit begin select raise(abort, 'disk full'); end`.execute(
      db,
    )
    await expect(recordAction(db, { ...act, kind: 'extend' })).rejects.toThrow('disk full')
    expect(await actionsUntil(db)).toEqual([])
  })

  test('is told when it says nothing that can be read', async () => {
    const { db } = await ledgerOfTest()
    const extension = { ...act, kind: 'extend', obligation: 'exemplar', detail: 'soon' } as const
    await recordAction(db, extension)
    await expect(extensionsUntil(db)).rejects.toThrow(/action 1 of the ledger extends nothing/)
  })

  test('assigns a sheet of a file', async () => {
    const { db } = await ledgerOfTest()
    const first_received_at = instantOf(day(2))
    await db.insertInto('file').values({ sha256: 'a', bytes: 1, first_received_at }).execute()
    await sql`insert into submission values ('a/-', 'a', '-', null, 0, '', null, null, null, 0, 'rejected', 0, 0, 'v', 'p',
      null, null, null, '2026-02-02', ${first_received_at}, ${first_received_at})`.execute(db)
    const to = { form: 'exemplar', reporter: 'committee:07210', window: 'adm:2026-Q1' } as const
    const detail = detailOf(to)
    expect(detail).toBe('{"form":"exemplar","reporter":"committee:07210","window":"adm:2026-Q1"}')
    await recordAction(db, { ...act, kind: 'assign', submissionId: 'a/-', detail })
    expect(await allAssignments(db)).toEqual([{ id: 1, sha256: 'a', to }])
  })
})

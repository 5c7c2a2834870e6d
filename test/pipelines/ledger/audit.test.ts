import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { audit, firstBreak } from '#pipelines/ledger/audit.ts'
import { day, ledgerOfTest } from '#test/support/ledger-of-test.ts'

async function trail() {
  const { db } = await ledgerOfTest()
  for (const n of [1, 2, 3])
    await audit(db, { at: day(n), actor: 'analyst', action: 'export', object: `T${n}` })
  await sql`drop trigger audit_no_update`.execute(db)
  await sql`drop trigger audit_no_delete`.execute(db)
  return db
}

describe('the audit trail', () => {
  test('is a chain of SHA-256 from 64 zeros', async () => {
    const db = await trail()
    const entries = await db.selectFrom('audit').selectAll().orderBy('seq').execute()
    expect(entries[0]?.prev_hash).toBe('0'.repeat(64))
    const line = `[1,"2026-02-01T05:00:00.000Z","analyst","export","T1","${'0'.repeat(64)}"]`
    expect(entries[0]?.hash).toBe(createHash('sha256').update(line).digest('hex'))
    expect(entries[1]?.prev_hash).toBe(entries[0]?.hash)
    expect(await firstBreak(db)).toBeNull()
  })

  test.each([
    ['a changed entry', `update audit set object = 'T9' where seq = 2`, 2],
    ['a missing entry', `delete from audit where seq = 2`, 2],
    ['a missing beginning', `delete from audit where seq = 1`, 1],
    ['a rewritten link', `update audit set prev_hash = hash where seq = 3`, 3],
  ])('%s is found', async (_, tampering, expected) => {
    const db = await trail()
    await sql.raw(tampering).execute(db)
    expect(await firstBreak(db)).toBe(expected)
  })
})

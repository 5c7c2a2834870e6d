import { describe, expect, test } from 'vitest'
import { claimSlot, finishSlot, lastDone, renewSlot } from '#pipelines/ledger/jobs.ts'
import { ledgerOfTest } from '#test/support/ledger-of-test.ts'

const slot = { job: 'refresh', slot: '2026-02-02T06:00' }
const minute = (n: number) => new Date(Date.UTC(2026, 1, 1, 23, n))

describe('a slot', () => {
  test('is claimed by one owner until the lease ends', async () => {
    const { db } = await ledgerOfTest()
    expect(await claimSlot(db, slot, 'a', minute(0), 10)).toMatchObject({ owner: 'a', attempt: 1 })
    expect(await claimSlot(db, slot, 'b', minute(9), 10)).toBeNull()
    expect(await claimSlot(db, slot, 'b', minute(10), 10)).toMatchObject({ owner: 'b', attempt: 2 })
  })

  test('stays with an owner who renews, and is lost to him who did not', async () => {
    const { db } = await ledgerOfTest()
    const mine = await claimSlot(db, slot, 'a', minute(0), 10)
    if (mine === null) throw new Error('not claimed')
    expect(await renewSlot(db, mine, minute(9), 10)).toBe(true)
    expect(await claimSlot(db, slot, 'b', minute(18), 10)).toBeNull()
    expect(await claimSlot(db, slot, 'b', minute(19), 10)).not.toBeNull()
    expect(await renewSlot(db, mine, minute(20), 10)).toBe(false)
    expect(await finishSlot(db, mine, { state: 'done', receipt: 'r', at: minute(20) })).toBe(false)
  })

  test('is done once and for all, and tried again after a failure', async () => {
    const { db } = await ledgerOfTest()
    const first = await claimSlot(db, slot, 'a', minute(0))
    if (first === null) throw new Error('not claimed')
    expect(
      await finishSlot(db, first, { state: 'failed', receipt: 'disk full', at: minute(1) }),
    ).toBe(true)
    const second = await claimSlot(db, slot, 'a', minute(2))
    if (second === null) throw new Error('not claimed')
    expect(second.attempt).toBe(2)
    expect(await finishSlot(db, second, { state: 'done', receipt: 'gen-1', at: minute(3) })).toBe(
      true,
    )
    expect(await claimSlot(db, slot, 'a', minute(99))).toBeNull()
    expect(await lastDone(db, 'refresh')).toMatchObject({ slot: slot.slot, receipt: 'gen-1' })
    expect(await lastDone(db, 'issue')).toBeUndefined()
  })
})

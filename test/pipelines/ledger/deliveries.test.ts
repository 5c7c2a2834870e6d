import { describe, expect, test } from 'vitest'
import {
  acknowledge,
  deliveriesOf,
  lyingDeliveries,
  markGone,
  recordDelivery,
} from '#pipelines/ledger/deliveries.ts'
import { day, ledgerOfTest } from '#test/support/ledger-of-test.ts'

const [A, B] = ['a'.repeat(64), 'b'.repeat(64)]
const arrival = (sourceName: string, sha256: string, n: number) => ({
  connector: 'inbox',
  sourceName,
  sha256,
  bytes: 10,
  at: day(n),
})

describe('deliveries', () => {
  test('the same bytes again are an arrival and no new file', async () => {
    const { db } = await ledgerOfTest()
    expect(await recordDelivery(db, arrival('a.xlsx', A, 2))).toMatchObject({ isNewFile: true })
    expect(await recordDelivery(db, arrival('renamed.xlsx', A, 3))).toMatchObject({
      isNewFile: false,
    })
    expect(await deliveriesOf(db, A)).toHaveLength(2)
    const files = await db.selectFrom('file').selectAll().execute()
    expect(files).toEqual([{ sha256: A, bytes: 10, first_received_at: '2026-02-02T05:00:00.000Z' }])
  })

  test('other bytes under a name take its place', async () => {
    const { db } = await ledgerOfTest()
    await recordDelivery(db, arrival('a.xlsx', A, 2))
    await recordDelivery(db, arrival('a.xlsx', B, 3))
    const lying = await lyingDeliveries(db, 'inbox')
    expect([...lying].map(([name, { sha256 }]) => [name, sha256])).toEqual([['a.xlsx', B]])
    expect(await lyingDeliveries(db, 'sftp')).toEqual(new Map())
  })

  test('what is gone lies there no more', async () => {
    const { db } = await ledgerOfTest()
    const { id } = await recordDelivery(db, arrival('a.xlsx', A, 2))
    await recordDelivery(db, arrival('b.xlsx', B, 2))
    await markGone(db, [id], day(3))
    expect([...(await lyingDeliveries(db, 'inbox')).keys()]).toEqual(['b.xlsx'])
    expect((await deliveriesOf(db, A))[0]?.gone_at).toBe('2026-02-03T05:00:00.000Z')
  })

  test('are acknowledged once', async () => {
    const { db } = await ledgerOfTest()
    const { id } = await recordDelivery(db, arrival('a.xlsx', A, 2))
    expect((await deliveriesOf(db, A))[0]?.acked_at).toBeNull()
    await acknowledge(db, id, day(3))
    await acknowledge(db, id, day(4))
    expect((await deliveriesOf(db, A))[0]?.acked_at).toBe('2026-02-03T05:00:00.000Z')
  })
})

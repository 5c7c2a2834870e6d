import { describe, expect, test } from 'vitest'
import { receive } from '#pipelines/steps/receive.ts'
import type { Vault } from '#pipelines/vault/vault.ts'
import { day } from '#test/support/ledger-of-test.ts'
import { ledgerRows, storesOfTest } from '#test/support/stores-of-test.ts'
import { unreliable } from '#test/support/unreliable-connector.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const one = { 'a.xlsx': bytes('a'), 'b.xlsx': bytes('b') }

describe('receive', () => {
  test('takes in what lies there, once, and tells the connector', async () => {
    const stores = await storesOfTest()
    const inbox = unreliable('inbox', one)
    const first = await receive({ ...stores, connectors: [inbox] })
    expect(first).toEqual({ listed: 2, arrivals: 2, newFiles: 2, unchanged: 0, failures: [] })
    expect(inbox.acknowledged).toEqual(['a.xlsx', 'b.xlsx'])
    const rows = await ledgerRows(stores.ledger)
    expect(rows.file.map(({ bytes }) => bytes)).toEqual([1, 1])
    for (const { sha256 } of rows.file) expect((await stores.vault.get(sha256)).length).toBe(1)

    stores.time.now = day(3)
    const second = await receive({ ...stores, connectors: [inbox] })
    expect(second).toEqual({ listed: 2, arrivals: 0, newFiles: 0, unchanged: 2, failures: [] })
    expect(await ledgerRows(stores.ledger)).toEqual(rows)
  })

  test('reads a file again only when its stamp says that it may have changed', async () => {
    const stores = await storesOfTest()
    let stamp = '1'
    const inbox = unreliable('inbox', { 'a.xlsx': bytes('a') })
    const reads: string[] = []
    const stamped = {
      ...inbox,
      async *list() {
        for await (const delivery of inbox.list()) yield { ...delivery, stamp }
      },
      read: (delivery: { readonly name: string }) => {
        reads.push(stamp)
        return inbox.read(delivery)
      },
    }
    for (const next of ['1', '1', '2', '2']) {
      stamp = next
      await receive({ ...stores, connectors: [stamped] })
    }
    expect(reads).toEqual(['1', '2'])
    expect((await ledgerRows(stores.ledger)).delivery).toHaveLength(1)
  })

  test('has the bytes and the arrival on record before it acknowledges', async () => {
    const stores = await storesOfTest()
    const seen: unknown[] = []
    const inbox = {
      ...unreliable('inbox', { 'a.xlsx': bytes('a') }),
      async acknowledge() {
        const { delivery } = await ledgerRows(stores.ledger)
        seen.push([await stores.vault.has(delivery[0]?.sha256 ?? ''), delivery[0]?.acked_at])
      },
    }
    await receive({ ...stores, connectors: [inbox] })
    expect(seen).toEqual([[true, null]])
    expect((await ledgerRows(stores.ledger)).delivery[0]?.acked_at).toBe(day(2).toISOString())
  })

  test('enters the same bytes under another name, from another way in, or after a while away', async () => {
    const stores = await storesOfTest()
    const same = bytes('a')
    const summary = await receive({
      ...stores,
      connectors: [
        unreliable('inbox', { 'a.xlsx': same, 'renamed.xlsx': same }),
        unreliable('sftp', { 'a.xlsx': same }),
      ],
    })
    expect(summary).toMatchObject({ arrivals: 3, newFiles: 1 })
    await receive({ ...stores, connectors: [unreliable('inbox', {})] })
    const back = await receive({ ...stores, connectors: [unreliable('inbox', { 'a.xlsx': same })] })
    expect(back).toMatchObject({ arrivals: 1, newFiles: 0, unchanged: 0 })
  })

  test('enters other bytes under the old name, and the first ones again', async () => {
    const stores = await storesOfTest()
    const look = (text: string) =>
      receive({ ...stores, connectors: [unreliable('inbox', { 'a.xlsx': bytes(text) })] })
    expect(await look('a')).toMatchObject({ arrivals: 1, newFiles: 1 })
    expect(await look('b')).toMatchObject({ arrivals: 1, newFiles: 1 })
    expect(await look('a')).toMatchObject({ arrivals: 1, newFiles: 0 })
    expect(await look('a')).toMatchObject({ arrivals: 0, unchanged: 1 })
  })

  test('is stopped by no connector that fails, hangs or repeats itself', async () => {
    const stores = await storesOfTest()
    const summary = await receive({
      ...stores,
      patienceMs: 40,
      connectors: [
        unreliable('broken', one, { listingEndsAfter: 1 }),
        unreliable('hanging', one, { listingHangsAfter: 1 }),
        unreliable('partly', one, { unreadable: ['a.xlsx'] }),
        unreliable('slow', one, { hanging: ['a.xlsx'] }),
        unreliable('repeating', one, { repeats: 3 }),
        {
          ...unreliable('thrown', {}),
          list: () => {
            throw new Error('no route to host')
          },
        },
        unreliable('sound', one),
      ],
    })
    expect(summary).toMatchObject({ listed: 10, arrivals: 8, newFiles: 2 })
    expect(summary.failures.map(({ connector, name }) => [connector, name])).toEqual([
      ['broken', null],
      ['hanging', null],
      ['partly', 'a.xlsx'],
      ['slow', 'a.xlsx'],
      ['thrown', null],
    ])
    for (const { message } of summary.failures)
      expect(message).toMatch(/reset by peer|gave nothing for 0.04 s|cut off|no route/)
  })

  test('leaves the rest of a line that is dead for the next look, and what lies there is not gone', async () => {
    const stores = await storesOfTest()
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const files = Object.fromEntries(names.map((name) => [name, bytes(name)]))
    const look = (how: Parameters<typeof unreliable>[2]) =>
      receive({ ...stores, patienceMs: 20, connectors: [unreliable('sftp', files, how)] })
    const { arrivals, failures } = await look({ hanging: ['b', 'c', 'd', 'e', 'f'] })
    expect(arrivals).toBe(1)
    expect(failures.map(({ name }) => name)).toEqual(['b', 'c', 'd', null])
    expect(failures[3]?.message).toContain(
      '"e" and what follows, 2 in all, waits for the next look',
    )
    expect(await look({})).toMatchObject({ arrivals: 5, unchanged: 1, failures: [] })
  })

  test('goes on past files that cannot be read, however many', async () => {
    const stores = await storesOfTest()
    const names = ['a', 'b', 'c', 'd', 'e']
    const files = Object.fromEntries(names.map((name) => [name, bytes(name)]))
    const inbox = unreliable('inbox', files, { unreadable: ['a', 'b', 'c', 'd'] })
    const { arrivals, failures } = await receive({ ...stores, connectors: [inbox] })
    expect({ arrivals, failures: failures.length }).toEqual({ arrivals: 1, failures: 4 })
  })

  test('lets each connector go when the look is over, and when it ends with our own error', async () => {
    const stores = await storesOfTest()
    const left: string[] = []
    const closing = (id: string) => ({
      ...unreliable(id, one),
      close: async () => void left.push(id),
    })
    const sulking = { ...unreliable('sulking', {}), close: () => Promise.reject(new Error('no')) }
    const connectors = [sulking, closing('a'), closing('b')]
    expect(await receive({ ...stores, connectors })).toMatchObject({ failures: [] })
    expect(left).toEqual(['a', 'b'])
    const vault: Vault = { ...stores.vault, put: () => Promise.reject(new Error('ENOSPC')) }
    const c = { ...closing('c'), ...unreliable('c', { 'c.xlsx': bytes('c') }) }
    await expect(receive({ ...stores, vault, connectors: [c] })).rejects.toThrow('ENOSPC')
    expect(left).toEqual(['a', 'b', 'c'])
  })

  test('takes nothing for gone because a listing broke off', async () => {
    const stores = await storesOfTest()
    await receive({ ...stores, connectors: [unreliable('inbox', one)] })
    await receive({ ...stores, connectors: [unreliable('inbox', one, { listingEndsAfter: 1 })] })
    const after = await receive({ ...stores, connectors: [unreliable('inbox', one)] })
    expect(after).toMatchObject({ arrivals: 0, unchanged: 2 })
  })

  test('repeats a lost acknowledgement without a new arrival', async () => {
    const stores = await storesOfTest()
    const inbox = unreliable('inbox', { 'a.xlsx': bytes('a') }, { lostAcknowledgements: 1 })
    const first = await receive({ ...stores, connectors: [inbox] })
    expect(first.failures).toHaveLength(1)
    const second = await receive({ ...stores, connectors: [inbox] })
    expect(second).toEqual({ listed: 1, arrivals: 0, newFiles: 0, unchanged: 1, failures: [] })
    expect(inbox.acknowledged).toEqual(['a.xlsx'])
    const { delivery } = await ledgerRows(stores.ledger)
    expect(delivery).toHaveLength(1)
    expect(delivery[0]?.acked_at).not.toBeNull()
  })

  test('acknowledges nothing that the vault did not take, and takes it at the next look', async () => {
    const stores = await storesOfTest()
    const inbox = unreliable('inbox', one)
    let full = true
    const vault: Vault = {
      ...stores.vault,
      async put(content) {
        if (full) throw new Error('ENOSPC: no space left on device')
        return stores.vault.put(content)
      },
    }
    await expect(receive({ ...stores, vault, connectors: [inbox] })).rejects.toThrow('ENOSPC')
    expect(inbox.acknowledged).toEqual([])
    expect((await ledgerRows(stores.ledger)).delivery).toEqual([])
    full = false
    expect(await receive({ ...stores, vault, connectors: [inbox] })).toMatchObject({
      arrivals: 2,
      failures: [],
    })
  })

  test('refuses two connectors with one id', async () => {
    const stores = await storesOfTest()
    const connectors = [unreliable('inbox', one), unreliable('inbox', {})]
    await expect(receive({ ...stores, connectors })).rejects.toThrow(
      `two connectors are called 'inbox'`,
    )
  })
})

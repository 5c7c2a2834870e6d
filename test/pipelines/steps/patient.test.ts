import { describe, expect, test } from 'vitest'
import { type Patience, patient } from '#pipelines/steps/patient.ts'
import { type Connector, DeliveryError } from '#sources/connectors/index.ts'

const cut = (waitMs = 0) => new DeliveryError('way', 'a', 'was cut', { retry: true, waitMs })
const refused = new DeliveryError('way', 'a', 'is not there')

/** A connector whose calls fail as the script says, and then succeed; and the pauses that were made. */
function scripted(script: readonly unknown[], patience: Partial<Patience> = {}) {
  const left = [...script]
  const pauses: number[] = []
  let calls = 0
  const step = () => {
    calls += 1
    if (left.length > 0) throw left.shift()
  }
  const bare: Connector = {
    id: 'way',
    async *list() {
      yield { name: 'a' }
      step()
      yield { name: 'b' }
    },
    async read() {
      step()
      return new Uint8Array([1])
    },
    async acknowledge() {
      step()
    },
    async answer() {
      step()
    },
    async close() {
      step()
    },
  }
  const connector = patient(bare, {
    random: () => 0,
    sleep: async (milliseconds) => pauses.push(milliseconds),
    ...patience,
  })
  return { connector, pauses, calls: () => calls }
}

const a = { name: 'a' }

describe('a call that fails', () => {
  test('is made again while its error says so, after pauses that double', async () => {
    const { connector, pauses } = scripted([cut(), cut(), cut()])
    expect(await connector.read(a)).toEqual(new Uint8Array([1]))
    expect(pauses).toEqual([250, 500, 1_000])
  })

  test('is spread by chance over the second half of its pause', async () => {
    const { connector, pauses } = scripted([cut(), cut()], { random: () => 0.5 })
    await connector.read(a)
    expect(pauses).toEqual([375, 750])
  })

  test('ends with its last error after so many tries', async () => {
    const { connector, calls } = scripted([cut(), cut(), cut(), cut()])
    await expect(connector.read(a)).rejects.toThrow('was cut')
    expect(calls()).toBe(4)
  })

  test('ends before its pauses are longer than all of them may be', async () => {
    const { connector, pauses, calls } = scripted(Array(50).fill(cut()), {
      tries: 50,
      total: 9_000,
    })
    await expect(connector.read(a)).rejects.toThrow('was cut')
    expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000])
    expect(calls()).toBe(6)
  })

  test('waits as long as the other side asks, and not at all when that is too long', async () => {
    const soon = scripted([cut(7_000)])
    await soon.connector.read(a)
    expect(soon.pauses).toEqual([7_000])
    const late = scripted([cut(60_000)])
    await expect(late.connector.read(a)).rejects.toThrow('was cut')
    expect(late.pauses).toEqual([])
  })

  test.each([
    ['an error that does not say so', refused],
    ['any other error', new Error('a mistake')],
    ['what is no error', null],
  ])('is not made again after %s', async (_, cause) => {
    const { connector, calls } = scripted([cause])
    await expect(connector.read(a)).rejects.toBe(cause)
    expect(calls()).toBe(1)
  })

  test('may be an acknowledgement or an answer; a goodbye is said once', async () => {
    for (const call of ['acknowledge', 'answer'] as const) {
      const { connector, calls } = scripted([cut()])
      await connector[call]?.(a, [])
      expect(calls()).toBe(2)
    }
    const { connector, calls } = scripted([cut()])
    await expect(connector.close?.()).rejects.toThrow('was cut')
    expect(calls()).toBe(1)
  })
})

test('a call that nobody waits for any more is not made again once the look is over', async () => {
  const { connector, calls } = scripted([cut()], {
    sleep: async () => connector.close?.(),
  })
  await expect(connector.read(a)).rejects.toThrow('was cut')
  expect(calls()).toBe(2)
})

describe('a listing that breaks off', () => {
  test('begins anew and gives each delivery once', async () => {
    const { connector, pauses } = scripted([cut(), cut()])
    const names: string[] = []
    for await (const { name } of connector.list()) names.push(name)
    expect(names).toEqual(['a', 'b'])
    expect(pauses).toEqual([250, 500])
  })

  test('ends early with what it gave when it may not begin anew', async () => {
    const { connector } = scripted([refused])
    const names: string[] = []
    const listing = async () => {
      for await (const { name } of connector.list()) names.push(name)
    }
    await expect(listing()).rejects.toBe(refused)
    expect(names).toEqual(['a'])
  })
})

test('what a connector cannot do, a patient one cannot either', () => {
  const bare: Connector = { id: 'way', async *list() {}, read: async () => new Uint8Array() }
  expect(Object.keys(patient(bare))).toEqual(['id', 'list', 'read'])
})

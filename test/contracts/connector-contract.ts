import { describe, expect, test } from 'vitest'
import { receive } from '#pipelines/steps/receive.ts'
import { sha256Of } from '#pipelines/vault/vault.ts'
import type { Connector } from '#sources/connectors/index.ts'
import { LIMITS } from '#sources/readers/limits.ts'
import { ledgerRows, storesOfTest } from '../support/stores-of-test.ts'

/** A place that a connector looks at, filled and emptied by the test as a sender would. */
export interface Place {
  /** As an installation has it: patient. */
  readonly connector: Connector
  /** Names of deliveries, as odd as the place allows. */
  readonly names: readonly [string, string, string, string]
  /** Lays or replaces what becomes the delivery of that name, complete and at rest. */
  put(name: string, content: string): Promise<void>
  remove(name: string): Promise<void>
  /** What must come of it; the content itself when left out. */
  bytesOf?(name: string, content: string): string
  /** How a file is refused that cannot be turned into a document because it is too large; left out where it is cut. */
  readonly tooLarge?: RegExp
  /** Each lets the next thing that the connector does fail once, as networks and servers do. */
  readonly troubles?: readonly (() => void)[]
}

/** What every way in must do; a connector passes by `connectorContract(name, openPlace)`. */
export function connectorContract(kind: string, openPlace: () => Promise<Place>): void {
  const namesOf = async ({ list }: Connector) => {
    const names: string[] = []
    for await (const { name } of list()) names.push(name)
    return names.sort()
  }
  const textOf = async ({ read }: Connector, name: string) =>
    new TextDecoder().decode(await read({ name }))
  const expected = ({ bytesOf }: Place, name: string, content: string) =>
    bytesOf?.(name, content) ?? content

  describe(`connector ${kind}`, () => {
    test('has an id', async () => {
      const { connector } = await openPlace()
      expect(connector.id).toMatch(/^[a-z][a-z0-9:-]*$/)
    })

    test('lists nothing where nothing lies', async () => {
      const { connector } = await openPlace()
      expect(await namesOf(connector)).toEqual([])
    })

    test('lists each file once and gives its bytes, whatever its name', async () => {
      const place = await openPlace()
      const contentOf = (name: string) => (name === place.names[3] ? '' : `nội dung "${name}"`)
      for (const name of place.names) await place.put(name, contentOf(name))
      expect(await namesOf(place.connector)).toEqual([...place.names].sort())
      for await (const delivery of place.connector.list()) {
        const { name } = delivery
        const given = new TextDecoder().decode(await place.connector.read(delivery))
        expect(given).toBe(expected(place, name, contentOf(name)))
      }
    })

    test('changes nothing by listing and reading', async () => {
      const { connector, put, names } = await openPlace()
      const [name] = names
      await put(name, 'a')
      const first = await connector.read({ name })
      expect(await namesOf(connector)).toEqual([name])
      expect(await connector.read({ name })).toEqual(first)
    })

    test('sees what came, changed and went since the last look', async () => {
      const place = await openPlace()
      const { connector, put, remove, names } = place
      const [a, b] = names
      await put(a, 'một')
      await put(b, 'hai')
      expect(await namesOf(connector)).toEqual([a, b].sort())
      await connector.close?.()
      await put(a, 'ba')
      await remove(b)
      expect(await namesOf(connector)).toEqual([a])
      expect(await textOf(connector, a)).toBe(expected(place, a, 'ba'))
    })

    test('tells by the stamp, where it gives one, that the bytes may have changed', async () => {
      const { connector, put, names } = await openPlace()
      const stamps: (string | undefined)[] = []
      for (const content of ['một', 'một hai']) {
        await put(names[0], content)
        for await (const { stamp } of connector.list()) stamps.push(stamp)
        await connector.close?.()
      }
      expect(stamps).toHaveLength(2)
      expect(stamps[0] === undefined || stamps[0] !== stamps[1]).toBe(true)
    })

    test('throws for a delivery that went, and goes on with the others', async () => {
      const place = await openPlace()
      const { connector, put, remove, names } = place
      const [a, b] = names
      await put(a, 'một')
      await put(b, 'hai')
      await remove(a)
      await expect(connector.read({ name: a })).rejects.toThrow()
      expect(await textOf(connector, b)).toBe(expected(place, b, 'hai'))
    })

    test('gives of a file that is too large one byte more than is read of it', async () => {
      const { connector, put, names, tooLarge } = await openPlace()
      const [name] = names
      await put(name, 'A'.repeat(LIMITS.fileBytes + 1000))
      const bytes = connector.read({ name })
      if (tooLarge === undefined) expect(await bytes).toHaveLength(LIMITS.fileBytes + 1)
      else await expect(bytes).rejects.toThrow(tooLarge)
    })

    test('delivers each file once, whatever befalls its line', async () => {
      const place = await openPlace()
      const stores = await storesOfTest()
      const { connector, names, troubles = [() => {}] } = place
      const sent: string[] = []
      for (const [n, trouble] of troubles.entries()) {
        const name = names[n % 4] as string
        const content = `lần ${n}`
        sent.push(`${name} ${sha256Of(Buffer.from(expected(place, name, content)))}`)
        await place.put(name, content)
        trouble()
        const { arrivals, failures } = await receive({ ...stores, connectors: [connector] })
        expect({ n, arrivals, failures }).toEqual({ n, arrivals: 1, failures: [] })
      }
      expect(await receive({ ...stores, connectors: [connector] })).toMatchObject({ arrivals: 0 })
      const { delivery } = await ledgerRows(stores.ledger)
      expect(delivery.map(({ source_name, sha256 }) => `${source_name} ${sha256}`)).toEqual(sent)
      for (const { acked_at } of delivery) expect(acked_at).not.toBeNull()
      expect((await stores.vault.all()).length).toBe(new Set(sent).size)
    })
  })
}

import { describe, expect, test } from 'vitest'
import type { Connector } from '#sources/connectors/index.ts'
import { LIMITS } from '#sources/readers/limits.ts'

/** A place that a connector looks at, filled and emptied by the test as a sender would. */
export interface Place {
  readonly connector: Connector
  /** Lays or replaces a file, complete and at rest. */
  put(name: string, bytes: Uint8Array): Promise<void>
  remove(name: string): Promise<void>
}

/** What every way in must do; a connector passes by `connectorContract(name, openPlace)`. */
export function connectorContract(kind: string, openPlace: () => Promise<Place>): void {
  const bytesOf = (text: string) => new TextEncoder().encode(text)
  const namesOf = async ({ list }: Connector) => {
    const names: string[] = []
    for await (const { name } of list()) names.push(name)
    return names.sort()
  }

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
      const { connector, put } = await openPlace()
      const names = [
        'Bộ biểu tháng 9.xlsx',
        "o'brien; drop table.csv",
        'a%2f..%2fb.json',
        'trống.xlsx',
      ]
      for (const name of names)
        await put(name, bytesOf(name === 'trống.xlsx' ? '' : `nội dung ${name}`))
      expect(await namesOf(connector)).toEqual([...names].sort())
      for await (const delivery of connector.list()) {
        const expected = delivery.name === 'trống.xlsx' ? '' : `nội dung ${delivery.name}`
        expect(new TextDecoder().decode(await connector.read(delivery))).toBe(expected)
      }
    })

    test('changes nothing by listing and reading', async () => {
      const { connector, put } = await openPlace()
      await put('a.xlsx', bytesOf('a'))
      const [first] = [await connector.read({ name: 'a.xlsx' })]
      expect(await namesOf(connector)).toEqual(['a.xlsx'])
      expect(await connector.read({ name: 'a.xlsx' })).toEqual(first)
    })

    test('sees what came, changed and went since the last look', async () => {
      const { connector, put, remove } = await openPlace()
      await put('a.xlsx', bytesOf('một'))
      await put('b.xlsx', bytesOf('hai'))
      expect(await namesOf(connector)).toEqual(['a.xlsx', 'b.xlsx'])
      await put('a.xlsx', bytesOf('ba'))
      await remove('b.xlsx')
      expect(await namesOf(connector)).toEqual(['a.xlsx'])
      expect(new TextDecoder().decode(await connector.read({ name: 'a.xlsx' }))).toBe('ba')
    })

    test('throws for a delivery that went, and goes on with the others', async () => {
      const { connector, put, remove } = await openPlace()
      await put('a.xlsx', bytesOf('một'))
      await put('b.xlsx', bytesOf('hai'))
      await remove('a.xlsx')
      await expect(connector.read({ name: 'a.xlsx' })).rejects.toThrow()
      expect(new TextDecoder().decode(await connector.read({ name: 'b.xlsx' }))).toBe('hai')
    })

    test('gives of a file that is too large one byte more than is read of it', async () => {
      const { connector, put } = await openPlace()
      await put('large.xlsx', new Uint8Array(LIMITS.fileBytes + 1000).fill(65))
      expect(await connector.read({ name: 'large.xlsx' })).toHaveLength(LIMITS.fileBytes + 1)
    })
  })
}

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dump, resultHash } from '#pipelines/warehouse/dump.ts'
import type { Engine } from '#pipelines/warehouse/engine.ts'
import { randomProvince } from '#test/support/random-province.ts'
import { generationOf } from '#test/support/rows.ts'

async function linesOf(engine: Engine): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of dump(engine)) lines.push(line)
  return lines
}

const [province] = fc.sample(randomProvince, { numRuns: 1, seed: 11 })

describe('the dump of a generation', () => {
  it('is the same whatever the order in which submissions are told, or when it was built', async () => {
    const given = province?.given
    if (given === undefined) throw new Error('the sample is empty')
    const one = await generationOf(given)
    const shuffled = given.reports.toSorted((a, b) =>
      JSON.stringify(b) < JSON.stringify(a) ? -1 : 1,
    )
    const two = await generationOf({
      ...given,
      reports: shuffled,
      knownUntil: '2026-07-04T00:00:00.000Z',
    })
    const [first, second] = [await linesOf(one.engine), await linesOf(two.engine)]
    const hashes = [await resultHash(one.engine), await resultHash(two.engine)]
    await one.close()
    await two.close()

    expect(second).toEqual(first)
    const byHand = createHash('sha256').update(first.join('')).digest('hex')
    expect(hashes).toEqual([byHand, byHand])
    expect(first.length).toBeGreaterThan(500)
    expect(new Set(first).size).toBe(first.length)
  })

  it('is JSON lines in key order with fixed fields, whole numbers and nothing of time or place', async () => {
    const given = await generationOf({
      reports: [],
      missing: ['returnee-register police:07210 2026-02'],
    })
    const lines = await linesOf(given.engine)
    await given.close()
    const rows = lines.map((line) => {
      expect(line.endsWith('\n') && line.indexOf('\n') === line.length - 1).toBe(true)
      expect(line).toBe(line.normalize('NFC'))
      return JSON.parse(line) as Record<string, unknown>
    })
    const keys = {
      value: ['definition_id', 'map', 'window_id', 'unit_id', 'breakdown', 'category'],
      verdict: ['plan', 'target', 'window_id', 'unit_id'],
      condition: ['rule', 'plan', 'target', 'unit_id', 'cycle'],
    }
    for (const [table, key] of Object.entries(keys)) {
      const own = rows.filter((row) => row['table'] === table)
      const order = own.map((row) => key.map((column) => String(row[column])))
      const sorted = order.toSorted((a, b) => compareAll(a, b))
      expect(order).toEqual(sorted)
      expect(new Set(own.map((row) => Object.keys(row).join(' '))).size).toBe(1)
      expect(own.length).toBeGreaterThan(0)
    }
    expect(rows.map((row) => row['table']).filter((t, n, all) => t !== all[n - 1])).toEqual([
      'value',
      'verdict',
      'condition',
    ])
    const values = rows.flatMap((row) => Object.values(row))
    for (const value of values)
      if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true)
    expect(lines.join('')).not.toMatch(/T\d\d:\d\d|\/tmp|\.duckdb/)
  })
})

/** By code points, part by part. */
function compareAll(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, n) => part !== b[n])
  return at < 0 ? 0 : Buffer.compare(Buffer.from(a[at] ?? ''), Buffer.from(b[at] ?? ''))
}

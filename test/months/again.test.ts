import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { run } from '#pipelines/run.ts'
import { openStation } from '#pipelines/station.ts'
import { byHandCommunes, byHandDeliveries } from '../support/by-hand.ts'
import { type TestSite, testSite } from '../support/site.ts'

// Readers and builder of this process: what guards them is tested elsewhere.
vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))
vi.mock('#pipelines/warehouse/builder.ts', () => import('#test/support/builder-in-process.ts'))

const config = { plan: 'bac-ninh-2026', communes: byHandCommunes, businessDate: '2026-03-20' }

describe('delivering again', () => {
  const sites: TestSite[] = []
  afterEach(async () => {
    for (const place of sites.splice(0)) await place.remove()
  })

  /** Everything on one day, in some order and under some names, then the whole job. */
  async function delivered(order: (n: number) => readonly (readonly [at: number, name: string])[]) {
    const place = await testSite(config)
    sites.push(place)
    place.setDay('2026-03-17')
    const station = await openStation(place.site, place.effects)
    try {
      const files = await byHandDeliveries(station)
      for (const [at, name] of order(files.length)) {
        await place.deliver(name, files[at]?.bytes as Uint8Array)
      }
      const first = await run(station)
      const second = await run(station)
      return { first, second }
    } finally {
      await station.close()
    }
  }

  it('three times, shuffled and renamed, gives the same hash and no further case', async () => {
    const once = await delivered((n) => Array.from({ length: n }, (_, at) => [at, `${at}.xlsx`]))
    const [order] = fc.sample(
      fc.shuffledSubarray(threefold(29), { minLength: 87, maxLength: 87 }),
      { numRuns: 1, seed: 7 },
    )
    const thrice = await delivered(() =>
      (order ?? []).map((at, n) => [at % 29, `gửi lại (${n}).xlsx`]),
    )
    expect(thrice.first.received.arrivals).toBe(87)
    expect(thrice.first.received.newFiles).toBe(29)
    expect(thrice.first.built.resultHash).toBe(once.first.built.resultHash)
    for (const { second } of [once, thrice]) {
      expect(second.built.resultHash).toBe(once.first.built.resultHash)
      expect(second.received.arrivals).toBe(0)
      expect(Object.values(second.alerts).every((n) => n === 0)).toBe(true)
    }
  })
})

function threefold(n: number): number[] {
  return Array.from({ length: 3 * n }, (_, at) => at)
}

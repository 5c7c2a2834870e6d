import { describe, expect, it } from 'vitest'
import { delivered, differences } from '../support/proof.ts'

/** The proof of `test/months/worlds.test.ts` at length: more communes, a year to date, whole provinces. */
const provinces = ['24', '42', '92']
const seeds = ['mưa', 'nắng', 'gió', 'sương', 'lúa', 'ngô', 'khoai', 'sắn', 'đậu', 'lạc']

async function proven(order: Parameters<typeof delivered>[0]) {
  const world = await delivered(order)
  const measured = await world.measured().finally(() => world.remove())
  return { measured, found: differences(world.expected, measured) }
}

describe.each(provinces)('province %s', (province) => {
  it.each(seeds)(
    'comes out as expected from seed %s: twelve communes, nine months',
    async (seed) => {
      const order = { seed, plan: 'bac-ninh-2026', province, communes: 12, months: 9 } as const
      const { measured, found } = await proven({ ...order, size: 'small' })
      expect(measured.value.length).toBeGreaterThan(5_000)
      expect(found).toEqual([])
    },
    120_000,
  )

  it('comes out as expected as a whole, in the year’s twelve months', async () => {
    const order = { seed: 'cả tỉnh', plan: 'bac-ninh-2026', province, months: 12 } as const
    const { found } = await proven({ ...order, size: 'small' })
    expect(found).toEqual([])
  }, 900_000)
})

/** Every plan at length, with all forms that it takes. */
describe.each([
  ['bac-giang-2022', { communes: 14, months: 12, on: '2026-09-20' }],
  ['ha-tinh-2026-2030', { communes: 8, months: 12 }],
  ['can-tho-2024', { communes: 10, months: 12 }],
  ['hung-yen-2026', { communes: 10, months: 12 }],
] as const)('the plan %s', (plan, order) => {
  it.each(seeds)(
    'comes out as expected from seed %s',
    async (seed) => {
      const { found } = await proven({ seed, plan, size: 'small', taken: true, ...order })
      expect(found).toEqual([])
    },
    300_000,
  )
})

/** The nine forms that nobody is asked for come with mistakes of their own; a half-year has every window that they are sent for. */
describe('four communes that send all sixteen forms, six months', () => {
  it.each(seeds)('come out as expected from seed %s', async (seed) => {
    const order = { seed, plan: 'bac-ninh-2026', communes: 4, months: 6, taken: true } as const
    expect((await proven({ ...order, size: 'tiny' })).found).toEqual([])
  })
})

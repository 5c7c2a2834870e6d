import { describe, expect, it } from 'vitest'
import type { WorldOrder } from '#pipelines/demo/order.ts'
import { delivered, differences } from '../support/proof.ts'

/** Bắc Ninh, Hà Tĩnh, Cần Thơ: a plain, a coast with far communes, a delta. */
const provinces = ['24', '42', '92']
/** All ten of each province, with more communes and months, are in test/worlds. */
const FEW = 4
const seeds = ['mưa', 'nắng', 'gió', 'sương', 'lúa', 'ngô', 'khoai', 'sắn', 'đậu', 'lạc']

/**
 * Communes and agencies of a province that never was send what happened in it, with all their mistakes, and what comes out is worked
 * out a second time from the rows that count: every value with its coverage, every submission, every problem at its cell, nothing else.
 */
describe.each(provinces)('three communes of province %s, three months', (province) => {
  it.each(province === '24' ? seeds : seeds.slice(0, FEW))(
    'come out as expected from seed %s',
    async (seed) => {
      const order = { seed, plan: 'bac-ninh-2026', province, communes: 3, months: 3 } as const
      const world = await delivered({ ...order, size: 'tiny' })
      const measured = await world.measured().finally(() => world.remove())
      expect(measured.value.length).toBeGreaterThan(300)
      expect(differences(world.expected, measured)).toEqual([])
    },
  )
})

/** What each plan has that no other has; all forms are sent, asked for or not. */
const plans: readonly (readonly [string, Omit<WorldOrder, 'seed' | 'size'>])[] = [
  ['sixteen forms by quarters', { plan: 'bac-ninh-2026', communes: 2, months: 6, taken: true }],
  ['a folded half-year', { plan: 'ha-tinh-2026-2030', communes: 2, months: 12, taken: true }],
  [
    'districts, and the people of 2022 on the units of today, one of which nobody knows',
    {
      plan: 'bac-giang-2022',
      communes: ['07201', '07204', '07210', '07219'],
      months: 2,
      on: '2026-09-20',
    },
  ],
  [
    'a reform inside the year, with a commune that was divided',
    {
      plan: 'can-tho-2024',
      communes: ['31117', '31120', '31168', '31177', '31178'],
      months: 9,
      taken: true,
    },
  ],
  ['reviews by year and old province', { plan: 'hung-yen-2026', communes: 3, months: 12 }],
]

describe('a world of each plan', () => {
  it.each(plans)(
    'comes out as expected: %s',
    async (_, order) => {
      const world = await delivered({ seed: 'năm tỉnh', size: 'tiny', ...order })
      const measured = await world.measured().finally(() => world.remove())
      expect(measured.value.length).toBeGreaterThan(300)
      expect(differences(world.expected, measured)).toEqual([])
    },
    60_000,
  )
})

import { describe, expect, it } from 'vitest'
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

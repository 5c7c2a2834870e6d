import { describe, expect, it } from 'vitest'
import { plans } from '#models/plans/index.ts'
import { usualOrder } from '#pipelines/demo/usual.ts'
import { delivered, differences } from '../support/proof.ts'

/** What `demo --plan` tells of each plan, the whole province, as it is when nobody says otherwise. */
describe('the demonstration of each plan', () => {
  it.each(plans.map(({ id }) => id))(
    'comes out as expected: %s',
    async (plan) => {
      const world = await delivered({ seed: 'bac-ninh', ...usualOrder(plan) })
      const measured = await world.measured().finally(() => world.remove())
      expect(measured.value.length).toBeGreaterThan(10_000)
      expect(differences(world.expected, measured)).toEqual([])
    },
    900_000,
  )
})

import { type World, type WorldOrder, worldOf } from '#pipelines/demo/order.ts'

/** Nine months of Bắc Ninh in 2026, with what an order changes. */
export function made(order: Partial<WorldOrder> = {}): World {
  return worldOf({ seed: 'thử', plan: 'bac-ninh-2026', months: 9, size: 'small', ...order })
}

/** The codes of the communes that take part in a world. */
export function codesOf({ province }: Pick<World, 'province'>): readonly string[] {
  return province.communes.map(({ unit }) => unit.code)
}

import { type World, type WorldOrder, worldOf } from '#pipelines/demo/order.ts'

/** Nine months of Bắc Ninh in 2026, with what an order changes. */
export function made(order: Partial<WorldOrder> = {}): World {
  return worldOf({ seed: 'thử', plan: 'bac-ninh-2026', months: 9, size: 'small', ...order })
}

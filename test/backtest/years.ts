import { random } from '#sources/synthetic/random.ts'
import type { Replay } from './replay.ts'

/** Invented years of one target, with true rates from well on one side of the goal to well on the other. */
type Make = (seed: string) => Replay

const reoffending: Make = (seed) => {
  const chance = random(`backtest/${seed}`)
  const order = {
    seed,
    plan: 'bac-ninh-2026',
    communes: chance.between(8, 40),
    months: 12,
    size: 'small',
    rates: { prosecuted: chance.between(30, 190) },
  } as const
  return { order, target: 'T02' }
}

const placing: Make = (seed) => {
  const chance = random(`backtest/${seed}`)
  const order = {
    seed,
    plan: 'bac-giang-2022',
    communes: chance.between(8, 24),
    months: 12,
    size: 'small',
    rates: { placed: chance.between(6, 36) },
  } as const
  return { order, target: 'T03f' }
}

const working: Make = (seed) => {
  const chance = random(`backtest/${seed}`)
  const order = {
    seed,
    plan: 'ha-tinh-2026-2030',
    communes: chance.between(8, 24),
    months: 12,
    size: 'small',
    rates: { stable: chance.between(78, 100), placed: 95 },
  } as const
  return { order, target: 'T03' }
}

/** As many years of each target. */
export function years(each: number): readonly Replay[] {
  const seeds = Array.from({ length: each }, (_, n) => `năm ${n + 1}`)
  return [reoffending, placing, working].flatMap((make) => seeds.map(make))
}

import type { Plan } from '#models/plans/plan.ts'
import type { Engine } from './engine.ts'
export async function judge(_e: Engine, _p: Plan, _d: string): Promise<void> {}

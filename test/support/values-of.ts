import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { define, type Indicator } from '#models/indicators/indicator.ts'
import { fixTarget } from '#models/plans/target.ts'
import { build } from '#pipelines/warehouse/build.ts'
import { openReadOnly } from '#pipelines/warehouse/engine.ts'
import { type Given, inputOf } from './rows.ts'

/** A value as a test expects it: whose, and the two whole numbers. */
export interface UnitValue {
  readonly code: string
  readonly numerator: number
  readonly denominator: number
}

/** Measures one indicator on a few reports; the values of every unit in a window, by code. */
export async function valuesOf(
  indicator: Indicator,
  window: string,
  given: Given,
): Promise<readonly UnitValue[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hoanhap-'))
  const path = join(folder, 'gen.duckdb')
  const input = inputOf(given)
  const asked = fixTarget({
    id: 'asked',
    indicator,
    all: true,
    level: 'province',
    clause: '',
    statement: '',
  })
  const targets = [...input.plan.targets, asked]
  await build(path, { ...input, plan: { ...input.plan, targets } })
  const engine = await openReadOnly(path)
  try {
    const rows = await engine.rows(
      `select u.code, v.numerator, v.denominator from value v join unit u using (unit_id)
       where v.definition_id = $1 and v.window_id = $2 and v.breakdown = '' order by u.code`,
      [define(indicator).id, window],
    )
    return rows as unknown as UnitValue[]
  } finally {
    engine.close()
    await rm(folder, { recursive: true, force: true })
  }
}

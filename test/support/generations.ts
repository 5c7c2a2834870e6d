import { type Engine, openForWriting } from '#pipelines/warehouse/engine.ts'
import {
  draftFile,
  generationName,
  makeCurrent,
  openCurrent,
} from '#pipelines/warehouse/generation.ts'

/** Makes generation `n`, whose one table says so, as the builder does: checkpoint, close, rename, pointer. */
export async function make(warehouse: string, n: number): Promise<string> {
  const draft = await draftFile(warehouse, generationName(n))
  const engine = await openForWriting(draft)
  await engine.rows('create table says (n bigint)')
  await engine.append('says', [[n]])
  await engine.rows('checkpoint')
  engine.close()
  return makeCurrent(warehouse, draft, n)
}

/** What the current generation says. */
export async function said(warehouse: string): Promise<unknown> {
  const engine: Engine = await openCurrent(warehouse)
  const rows = await engine.rows('select * from says')
  engine.close()
  return rows
}

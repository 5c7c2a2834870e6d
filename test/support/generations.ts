import { type Engine, openForWriting } from '#pipelines/warehouse/engine.ts'
import {
  draftFile,
  generationName,
  makeCurrent,
  openCurrent,
  pruneGenerations,
} from '#pipelines/warehouse/generation.ts'

/** Makes generation `n`, whose one table says so, as the builder does: checkpoint, close, rename, pointer, old ones removed. */
export async function make(warehouse: string, n: number): Promise<string> {
  const draft = await draftFile(warehouse, generationName(n))
  const engine = await openForWriting(draft)
  await engine.rows('create table says (n bigint)')
  await engine.append('says', [[n]])
  await engine.rows('checkpoint')
  engine.close()
  const file = await makeCurrent(warehouse, draft, n)
  await pruneGenerations(warehouse)
  return file
}

/** What the current generation says. */
export async function said(warehouse: string): Promise<unknown> {
  const engine: Engine = await openCurrent(warehouse)
  const rows = await engine.rows('select * from says')
  engine.close()
  return rows
}

import type { Database } from '#models/database.ts'
import { enterRound } from '../ledger/alert-round.ts'
import type { AlertEventKind } from '../ledger/schema.ts'
import type { Station } from '../station.ts'
import { warehouse } from '../warehouse/dialect.ts'
import { openReadOnly } from '../warehouse/engine.ts'
import type { Built } from './measure.ts'

export type AlertSummary = Readonly<Record<AlertEventKind, number>>

const ACTOR = 'hoanhap'

/**
 * Enters the firing conditions of a generation as cases: opened once, more evidence when it changed, resolved when the data no longer
 * show it. The same evidence again does nothing.
 */
export async function alert(station: Station, built: Built): Promise<AlertSummary> {
  const conditions = await conditionsOf(built.file)
  const firing = conditions.map(({ rule, plan, target, unit_id, cycle, evidence_hash: hash }) => ({
    key: { rule, plan, target, unit_id, cycle },
    hash,
  }))
  const by = { generation: built.generation, at: station.clock(), actor: ACTOR }
  return countOf(await enterRound(station.ledger.db, station.plan.id, firing, by))
}

async function conditionsOf(file: string): Promise<readonly Database['condition'][]> {
  const engine = await openReadOnly(file)
  try {
    return await warehouse(engine).selectFrom('condition').selectAll().execute()
  } finally {
    engine.close()
  }
}

function countOf(said: readonly AlertEventKind[]): AlertSummary {
  const counts = { opened: 0, evidence: 0, acked: 0, explained: 0, resolved: 0, reopened: 0 }
  for (const kind of said) counts[kind] += 1
  return counts
}

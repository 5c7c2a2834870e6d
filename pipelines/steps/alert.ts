import type { Kysely } from 'kysely'
import type { Condition, Facts, Rule } from '#models/alerting/condition.ts'
import { isWorse } from '#models/alerting/worse.ts'
import type { Database } from '#models/database.ts'
import { provinceOn } from '#sources/vocabulary/reporter.ts'
import { window } from '#sources/vocabulary/window.ts'
import { movesUntil } from '../alerting/moves.ts'
import { reasonsOf } from '../alerting/reasons.ts'
import { restatedConditions } from '../alerting/restated.ts'
import { type Restatement, restatementSince } from '../issued/restatement.ts'
import type { IsWorse } from '../ledger/alert-fold.ts'
import { enterRound, type Firing, gone } from '../ledger/alert-round.ts'
import { alertCases, type CaseKey } from '../ledger/alerts.ts'
import type { AlertEventKind } from '../ledger/schema.ts'
import type { Station } from '../station.ts'
import { warehouse } from '../warehouse/dialect.ts'
import { openReadOnly } from '../warehouse/engine.ts'
import type { Built } from './measure.ts'

export type AlertSummary = Readonly<Record<AlertEventKind, number>>

const ACTOR = 'hoanhap'

/**
 * Enters the firing conditions of a generation as cases: opened once, more evidence when it changed, opened again when it is worse than what
 * a person acknowledged or explained, resolved with the reason when the data no longer show it. The same evidence again does nothing.
 */
export async function alert(station: Station, built: Built): Promise<AlertSummary> {
  const engine = await openReadOnly(built.file)
  try {
    const { plan, ledger } = station
    const db = warehouse(engine)
    const restatement = await lastRestatement(station, db, built)
    const conditions = [
      ...(await db.selectFrom('condition').selectAll().execute()),
      ...(restatement === null ? [] : await restatementsIn(db, plan.id, restatement)),
    ]
    const firing = conditions.map(firingOf)
    const cases = await alertCases(ledger.db)
    const moves = movesUntil(station, built.knownUntil)
    const round = { station, db, built, conditions, cases, restatement: restatement?.since ?? null }
    const reasons = await reasonsOf({ ...round, moves }, gone(cases, plan.id, firing))
    const by = { generation: built.generation, at: station.clock(), actor: ACTOR }
    const judging = { reasons, isWorse: (key: CaseKey) => worseAt(station, key) }
    return countOf(await enterRound(ledger.db, plan.id, firing, by, judging))
  } finally {
    engine.close()
  }
}

interface AtProvince {
  readonly provinceId: string
  readonly since: Restatement
}

function restatementsIn(
  db: Kysely<Database>,
  plan: string,
  { provinceId, since }: AtProvince,
): Promise<readonly Condition[]> {
  return restatedConditions(db, plan, provinceId, since)
}

/** What reads otherwise than in the last document of the plan's own windows, at the province as it is on the business date. */
async function lastRestatement(
  station: Station,
  db: Kysely<Database>,
  { knownUntil, businessDate }: Built,
): Promise<AtProvince | null> {
  const { plan, reporters } = station
  const provinceId = provinceOn(reporters, businessDate)
  const [review] = plan.windows.reviews ?? []
  const family =
    plan.years.length === 0 && review !== undefined
      ? window(review.window).family
      : plan.windows.family
  if (provinceId === null) return null
  const since = await restatementSince(station, { db, knownUntil, provinceId }, family)
  return since === null ? null : { provinceId, since }
}

function firingOf(one: Condition): Firing {
  const { rule, plan, target, unit_id, cycle } = one
  return {
    key: { rule, plan, target, unit_id, cycle },
    hash: one.evidence_hash,
    windowId: one.window_id,
    facts: one.facts,
  }
}

/** Whether evidence of a case is worse than other evidence of it, by its rule and the goal of its target. */
export function worseAt(
  { plan }: Pick<Station, 'plan'>,
  { rule, target }: Pick<CaseKey, 'rule' | 'target'>,
): IsWorse {
  const goal = plan.targets.find(({ id }) => id === target) ?? null
  return (before, after) =>
    isWorse(rule as Rule, goal, JSON.parse(before) as Facts, JSON.parse(after) as Facts)
}

function countOf(said: readonly AlertEventKind[]): AlertSummary {
  const counts = { opened: 0, evidence: 0, acked: 0, explained: 0, resolved: 0, reopened: 0 }
  for (const kind of said) counts[kind] += 1
  return counts
}

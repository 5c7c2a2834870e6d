import { supersededNote } from '#dashboards/words-cases.ts'
import type { Condition, Rule } from '#models/alerting/condition.ts'
import { cycleOf } from '#models/alerting/of-verdict.ts'
import type { Target } from '#models/plans/target.ts'
import { causesOf } from '../issued/causes.ts'
import { type CaseWithEvents, caseId, lastRaised, type Reason } from '../ledger/alerts.ts'
import type { AlertEvent } from '../ledger/schema.ts'
import { movedNote } from './moves.ts'
import type { Round } from './round.ts'

/** Rules that speak of a target's figure. */
export const figureRules: readonly Rule[] = ['missed', 'signal', 'off', 'outlook']

/** Why a figure no longer shows what its case says: first whether its year is over, then what became of the figure itself. */
export async function figureReason(round: Round, one: CaseWithEvents): Promise<Reason> {
  const target = round.station.plan.targets.find(({ id }) => id === one.target)
  const own = await ownWindow(round, one)
  const raised = lastRaised(one.events)
  if (target === undefined || own === null || cycleOf(own) !== one.cycle)
    return { cause: 'closed', note: null }
  if (raised !== null && (await readsOtherwise(round, target, one, raised))) {
    const moved = await round.moves.since(raised.generation)
    const of = { definition: target.definition.id, unit: one.unit_id }
    const note = movedNote(causesOf(moved, definitionsAt(round))(of), round.station)
    if (note !== null) return { cause: 'corrected', note }
  }
  const next = successor(round, one)
  if (next !== undefined) return { cause: 'superseded', note: supersededNote(next.rule as Rule) }
  return { cause: own === raised?.window_id ? 'rejudged' : 'later-window', note: null }
}

function definitionsAt({ station: { plan, places } }: Round) {
  return { definitions: plan.targets.map(({ definition }) => definition), places }
}

/** The window in which the target is judged now in the place. */
async function ownWindow({ db }: Round, one: CaseWithEvents): Promise<string | null> {
  const verdict = await db
    .selectFrom('verdict')
    .select('window_id')
    .where('target', '=', one.target)
    .where('unit_id', '=', one.unit_id)
    .executeTakeFirst()
  return verdict?.window_id ?? null
}

/** Whether the figure of the last evidence, in its window, is another one now. */
async function readsOtherwise(
  { db }: Round,
  { definition }: Target,
  { unit_id }: CaseWithEvents,
  { window_id, facts }: AlertEvent,
): Promise<boolean> {
  if (window_id === null || facts === null) return false
  const before = JSON.parse(facts) as { numerator?: number | null; denominator?: number | null }
  const now = await db
    .selectFrom('value')
    .select(['numerator', 'denominator'])
    .where('definition_id', '=', definition.id)
    .where('window_id', '=', window_id)
    .where('unit_id', '=', unit_id)
    .where('map', '=', 'then')
    .where('breakdown', '=', '')
    .executeTakeFirst()
  return (
    (now?.numerator ?? null) !== (before.numerator ?? null) ||
    (now?.denominator ?? null) !== (before.denominator ?? null)
  )
}

/** Another alert of the same target and place that had not stood open beside it. */
function successor({ conditions, cases }: Round, one: CaseWithEvents): Condition | undefined {
  const open = new Set(
    cases.filter(({ state }) => state !== 'resolved').map(({ case_id }) => case_id),
  )
  return conditions.find(
    (each) =>
      figureRules.includes(each.rule as Rule) &&
      each.target === one.target &&
      each.unit_id === one.unit_id &&
      each.cycle === one.cycle &&
      !open.has(caseId(each)),
  )
}

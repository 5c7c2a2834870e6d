import type { Rule } from '#models/alerting/condition.ts'
import type { Moved } from '../issued/causes.ts'
import { type CaseWithEvents, lastRaised, type Reason } from '../ledger/alerts.ts'
import { figureReason, figureRules } from './figure-reasons.ts'
import { movedNote } from './moves.ts'
import { reportReasons, reportRules } from './report-reasons.ts'
import { documentOf } from './restated.ts'
import type { Round } from './round.ts'

/** Why each of the cases that fire no more does not, by id; a look-up is made only where some case needs it. */
export async function reasonsOf(
  round: Round,
  gone: readonly CaseWithEvents[],
): Promise<ReadonlyMap<string, Reason>> {
  const isReport = ({ rule }: CaseWithEvents) => reportRules.includes(rule as Rule)
  const ofReport = gone.some(isReport) ? await reportReasons(round) : null
  const reasons = new Map<string, Reason>()
  for (const one of gone)
    reasons.set(
      one.case_id,
      ofReport !== null && isReport(one) ? ofReport(one) : await reasonOf(round, one),
    )
  return reasons
}

async function reasonOf(round: Round, one: CaseWithEvents): Promise<Reason> {
  const rule = one.rule as Rule
  if (figureRules.includes(rule)) return figureReason(round, one)
  if (rule === 'restated') return restatedReason(round, one)
  const moved = await round.moves.since(lastRaised(one.events)?.generation ?? null)
  return rule === 'incomplete' ? completeReason(round, one, moved) : foundReason(round, one, moved)
}

function restatedReason({ restatement }: Round, { target }: CaseWithEvents): Reason {
  const same = restatement !== null && target.startsWith(documentOf(restatement.document))
  return { cause: same ? 'restored' : 'reissued', note: null }
}

/** The reports of the form that came since; where none did, fewer are expected or more time was given. */
function completeReason(
  { station }: Round,
  { target, cycle }: CaseWithEvents,
  moved: readonly Moved[],
): Reason {
  const came = moved.filter(({ form, window }) => form === target && window === cycle)
  const note = movedNote(came, station)
  return note === null ? { cause: 'not-owed', note } : { cause: 'arrived', note }
}

/** What was found is found no more: by reports of the place, or else in a later window. */
function foundReason(
  { station }: Round,
  { unit_id }: CaseWithEvents,
  moved: readonly Moved[],
): Reason {
  const isProvince = station.places.byId(unit_id)?.level === 'province'
  const near = isProvince ? moved : moved.filter(({ unit }) => unit === unit_id)
  const note = movedNote(near, station)
  return note === null ? { cause: 'later-window', note } : { cause: 'corrected', note }
}

import { sentWords } from '#dashboards/words-cases.ts'
import { dueWords } from '#dashboards/words-figures.ts'
import type { Rule } from '#models/alerting/condition.ts'
import type { Database } from '#models/database.ts'
import { obligationsOf } from '#models/plans/calendar.ts'
import { extended } from '#models/plans/extension.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import { type CaseWithEvents, lastRaised, type Reason } from '../ledger/alerts.ts'
import { extensionsUntil } from '../ledger/extensions.ts'
import { AHEAD } from '../warehouse/awaited.ts'
import type { Round } from './round.ts'

/** Rules that speak of one report of one reporter. */
export const reportRules: readonly Rule[] = ['due-soon', 'overdue', 'reminder-requested']

/** Gives for cases of reports why they are awaited no more; what it takes is read once. */
export async function reportReasons(round: Round): Promise<(one: CaseWithEvents) => Reason> {
  const arrived = await arrivals(round)
  const owed = await obligations(round)
  const pressed = new Set(
    round.conditions.filter(({ rule }) => rule !== 'due-soon').map((each) => keyOf(each)),
  )
  return (one) => {
    const key = keyOf(one)
    const revision = arrived.get(key)
    if (revision !== undefined)
      return { cause: 'arrived', note: sentWords(nameOf(round, one), revision) }
    if (pressed.has(key)) return { cause: 'passed', note: null }
    const now = owed.get(key)
    if (now === undefined) return { cause: 'not-owed', note: null }
    return now.due_before > dueIn(one)
      ? { cause: 'extended', note: dueWords(now.due_before) }
      : { cause: 'rejudged', note: null }
  }
}

/** `form/reporter window`, as the target and cycle of a case. */
function keyOf({ target, cycle }: { readonly target: string; readonly cycle: string }): string {
  return `${target} ${cycle}`
}

async function arrivals({ db }: Round): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('in_force as i')
    .innerJoin('submission as s', 's.submission_id', 'i.submission_id')
    .select(['i.form', 'i.reporter_id', 'i.window_id', 's.revision'])
    .execute()
  return new Map(
    rows.map((row) => [
      keyOf({ target: `${row.form}/${row.reporter_id}`, cycle: row.window_id }),
      row.revision,
    ]),
  )
}

async function obligations({
  station: { plan, reporters, ledger },
  built: { businessDate, knownUntil },
}: Round): Promise<ReadonlyMap<string, Database['obligation']>> {
  const extensions = await extensionsUntil(ledger.db, knownUntil)
  const all = extended(obligationsOf(plan, reporters, addDays(businessDate, AHEAD)), extensions)
  return new Map(
    all.map((each) => [
      keyOf({ target: `${each.form}/${each.reporter_id}`, cycle: each.window_id }),
      each,
    ]),
  )
}

function nameOf({ station }: Round, { target, unit_id }: CaseWithEvents): string {
  const id = target.split('/')[1] ?? ''
  return station.reporters.find((each) => each.id === id && each.unitId === unit_id)?.name ?? id
}

function dueIn({ events }: CaseWithEvents): CalendarDate {
  const facts = lastRaised(events)?.facts ?? null
  const { dueBefore } = (facts === null ? {} : JSON.parse(facts)) as { dueBefore?: CalendarDate }
  return dueBefore ?? '0000-01-01'
}

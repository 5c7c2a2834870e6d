import type { Kysely } from 'kysely'
import type { Database } from '#models/database.ts'
import { expectedReports } from '#models/expected.ts'
import type { ExpectedReport } from '#models/measured.ts'
import { obligationsOf } from '#models/plans/calendar.ts'
import { type Extension, extended } from '#models/plans/extension.ts'
import type { Plan } from '#models/plans/plan.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'

type Obligation = Database['obligation']

/** A plan's year and its last month: no report is due longer before its window closes. */
export const AHEAD = 400

/** Two weeks of days off before a day still leave its reminder within this time. */
const SOON = 31

/** Reports that are due by about a month from now, of windows that have not closed yet, with the time that was given. */
export function obligationsAhead(
  plan: Plan,
  reporters: readonly Reporter[],
  extensions: readonly Extension[],
  businessDate: CalendarDate,
): readonly Obligation[] {
  const closed = new Set(obligationsOf(plan, reporters, businessDate).map(keyOf))
  const all = obligationsOf(plan, reporters, addDays(businessDate, AHEAD))
  const open = all.filter((each) => !closed.has(keyOf(each)))
  return extended(open, extensions).filter(
    ({ due_before }) => due_before <= addDays(businessDate, SOON),
  )
}

function keyOf({
  form,
  reporter_id,
  window_id,
}: Pick<Obligation, 'form' | 'reporter_id' | 'window_id'>): string {
  return `${form} ${reporter_id} ${window_id}`
}

/** Every report of a closed window, and those ahead, with the day on which the first that counts arrived. */
export async function awaitedReports(
  db: Kysely<Database>,
  ahead: readonly Obligation[],
): Promise<readonly ExpectedReport[]> {
  const closed = await expectedReports(db).execute()
  const arrivals = ahead.length === 0 ? [] : await arrivalsIn(db, ahead)
  const arrived = new Map(arrivals.map((row) => [keyOf(row), row.arrived_on]))
  return [
    ...closed,
    ...ahead.map((each) => ({ ...each, arrived_on: arrived.get(keyOf(each)) ?? null })),
  ].map((row) => ({
    form: row.form,
    reporterId: row.reporter_id,
    windowId: row.window_id,
    dueBefore: row.due_before,
    basis: row.basis,
    reference: row.reference,
    arrivedOn: row.arrived_on,
  }))
}

function arrivalsIn(db: Kysely<Database>, ahead: readonly Obligation[]) {
  const windows = [...new Set(ahead.map(({ window_id }) => window_id))]
  return db.selectFrom('first_arrival').selectAll().where('window_id', 'in', windows).execute()
}

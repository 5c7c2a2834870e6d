import { windowsTaken } from '#models/plans/calendar.ts'
import type { Plan } from '#models/plans/plan.ts'
import { addDays } from '#sources/vocabulary/date.ts'
import { isReporterOn, type Reporter } from '#sources/vocabulary/reporter.ts'
import type { UnitId } from '#sources/vocabulary/unit.ts'
import { type Window, windowOf } from '#sources/vocabulary/window.ts'
import type { LedgerDatabase, Submission } from '../ledger/schema.ts'
import { allCounting } from '../ledger/submissions.ts'

/** The report of one form from which the next workbook begins. */
export interface LastSent {
  readonly submission: Submission
  readonly window: Window
}

/** Everything in force, to be asked for the last report of a form by a reporter. */
export interface Sent {
  /**
   * The report in force for the window itself, else for the latest window that ended before it began.
   *
   * Only of windows that ended while the reporter's unit was there: before and after, another place bore its code, and its people are not
   * to be handed out here.
   */
  last(form: string, reporter: Reporter, window: Window): LastSent | undefined
}

/** What counts now, by the rule of the ledger. */
export async function sentSoFar(db: LedgerDatabase): Promise<Sent> {
  return sentOf(await allCounting(db))
}

/** The same of submissions that count, of one place in the order in which they replace each other. */
export function sentOf(counting: readonly Submission[]): Sent {
  const byPlace = new Map<string, LastSent[]>()
  for (const submission of counting) {
    const window = windowOf(submission.window_id ?? '')
    if (window === undefined || submission.reporter_id === null) continue
    const place = placeOf(submission.form, submission.reporter_id)
    const sent = byPlace.get(place) ?? []
    byPlace.set(place, sent)
    sent.push({ submission, window })
  }
  return {
    last: (form, { id, unitId, to }, window) =>
      (byPlace.get(placeOf(form, id)) ?? [])
        .filter((sent) => sent.window.id === window.id || sent.window.to <= window.from)
        .filter(
          (sent) => sent.window.to > sinceOf(unitId) && (to === undefined || sent.window.to <= to),
        )
        .reduce<LastSent | undefined>(
          (latest, sent) =>
            latest !== undefined && latest.window.to > sent.window.to ? latest : sent,
          undefined,
        ),
  }
}

/** `07210@2025-07-01` → `2025-07-01` */
function sinceOf(unitId: UnitId): string {
  return unitId.slice(unitId.indexOf('@') + 1)
}

/** The windows between the last report and this one for which the form was owed and nothing counts. */
export function windowsBetween(
  plan: Plan,
  reporter: Reporter,
  form: string,
  { last, window }: { readonly last: Window | undefined; readonly window: Window },
): readonly string[] {
  return windowsTaken(plan, reporter.id, form)
    .filter(({ from, to }) => to <= window.from && (last === undefined || from >= last.to))
    .filter(({ to }) => isReporterOn(reporter, addDays(to, -1)))
    .map(({ id }) => id)
}

function placeOf(form: string, reporter: string): string {
  return `${form} ${reporter}`
}

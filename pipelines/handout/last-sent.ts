import { windowsOwed } from '#models/plans/calendar.ts'
import type { Plan } from '#models/plans/plan.ts'
import type { ReporterId } from '#sources/vocabulary/reporter.ts'
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
  /** The report in force for the window itself, else for the latest window that ended before it began. */
  last(form: string, reporter: ReporterId, window: Window): LastSent | undefined
}

/** What counts now, by the rule of the ledger. */
export async function sentSoFar(db: LedgerDatabase): Promise<Sent> {
  const byPlace = new Map<string, LastSent[]>()
  for (const submission of await allCounting(db)) {
    const window = windowOf(submission.window_id ?? '')
    if (window === undefined || submission.reporter_id === null) continue
    const place = placeOf(submission.form, submission.reporter_id)
    byPlace.set(place, [...(byPlace.get(place) ?? []), { submission, window }])
  }
  return {
    last(form, reporter, window) {
      const sent = byPlace.get(placeOf(form, reporter)) ?? []
      return sent
        .filter((each) => each.window.id === window.id || each.window.to <= window.from)
        .toSorted((a, b) => (a.window.to < b.window.to ? -1 : a.window.to > b.window.to ? 1 : 0))
        .at(-1)
    },
  }
}

/** The windows between the last report and this one for which the form was owed and nothing counts. */
export function windowsBetween(
  plan: Plan,
  reporter: ReporterId,
  form: string,
  { last, window }: { readonly last: Window | undefined; readonly window: Window },
): readonly string[] {
  return windowsOwed(plan, reporter, form)
    .filter(({ from, to }) => to <= window.from && (last === undefined || from >= last.to))
    .map(({ id }) => id)
}

function placeOf(form: string, reporter: string): string {
  return `${form} ${reporter}`
}

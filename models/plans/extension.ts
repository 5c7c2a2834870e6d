import { addDays, type CalendarDate, writeDate } from '#sources/vocabulary/date.ts'
import type { ReporterId } from '#sources/vocabulary/reporter.ts'
import type { Database } from '../database.ts'

type Obligation = Database['obligation']

/** More time that the province gave one reporter for one report. */
export interface Extension {
  readonly form: string
  readonly reporter: ReporterId
  readonly window: string
  /** The last day on which the report is in time. */
  readonly until: CalendarDate
}

/**
 * The obligations with the time that was given: the newest extension of each decides its day, the basis stays, and the reference says so.
 *
 * An extension to the day that the plan or the schedule asks anyway gives nothing: it takes an earlier one back.
 */
export function extended(
  obligations: readonly Obligation[],
  extensions: readonly Extension[],
): readonly Obligation[] {
  const until = new Map(extensions.map((each) => [keyOf(each), each.until]))
  return obligations.map((obligation) => {
    const { form, reporter_id: reporter, window_id: window } = obligation
    const last = until.get(keyOf({ form, reporter, window }))
    return last === undefined ? obligation : dueAfter(obligation, last)
  })
}

function dueAfter(obligation: Obligation, last: CalendarDate): Obligation {
  const due_before = addDays(last, 1)
  if (due_before <= obligation.due_before) return obligation
  const reference = `${obligation.reference}, được gia hạn đến hết ngày ${writeDate(last)}`
  return { ...obligation, due_before, reference }
}

/** `returnee-register police:07210 adm:2026-03`: an obligation in one word of a person's act. */
export function keyOf(of: {
  readonly form: string
  readonly reporter: string
  readonly window: string
}): string {
  return `${of.form} ${of.reporter} ${of.window}`
}

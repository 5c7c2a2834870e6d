import { obligationsOf } from '#models/plans/calendar.ts'
import type { Form } from '#sources/forms/form.ts'
import { anyForms } from '#sources/forms/index.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter, ReporterId } from '#sources/vocabulary/reporter.ts'
import type { Window } from '#sources/vocabulary/window.ts'
import type { Setting } from '../station.ts'

/** What one reporter owes for one window: one workbook. */
export interface OwedBook {
  readonly reporter: Reporter
  readonly window: Window
  /** In the order of their numbers, each with the day before which it is due. */
  readonly sheets: readonly { readonly form: Form; readonly dueBefore: CalendarDate }[]
}

/** A workbook for every reporter that the collection asks anything of for the window; of one reporter only when it is named. */
export function owedBooks(
  { plan, reporters }: Pick<Setting, 'plan' | 'reporters'>,
  window: Window,
  only?: ReporterId,
): readonly OwedBook[] {
  const asked = reporters.filter(({ id }) => only === undefined || id === only)
  const due = new Map(
    obligationsOf(plan, asked, window.to)
      .filter(({ window_id }) => window_id === window.id)
      .map((owed) => [placeOf(owed.unit_id, owed), owed.due_before as CalendarDate]),
  )
  return asked
    .map((reporter) => ({
      reporter,
      window,
      sheets: anyForms.flatMap((form) => {
        const dueBefore = due.get(
          placeOf(reporter.unitId, { reporter_id: reporter.id, form: form.id }),
        )
        return dueBefore === undefined ? [] : [{ form, dueBefore }]
      }),
    }))
    .filter(({ sheets }) => sheets.length > 0)
}

/** One id may be two reporters', of two units at different times. */
function placeOf(
  unitId: string,
  { reporter_id, form }: { readonly reporter_id: string; readonly form: string },
): string {
  return `${reporter_id} ${unitId} ${form}`
}

/** Ids of the windows for which anything is asked of anybody named, in order of their last days. */
export function windowsAsked(
  { plan, reporters }: Pick<Setting, 'plan' | 'reporters'>,
  only?: ReporterId,
): readonly string[] {
  const asked = reporters.filter(({ id }) => only === undefined || id === only)
  return [...new Set(obligationsOf(plan, asked, '9999-12-31').map(({ window_id }) => window_id))]
}

import type { Form } from '#sources/forms/form.ts'
import type { Places } from '#sources/reference/places.ts'
import type { Line } from '#sources/submission.ts'
import type { Reporter, ReporterId } from '#sources/vocabulary/reporter.ts'
import type { Window } from '#sources/vocabulary/window.ts'
import { nextYearOf } from '#sources/workbooks/carry.ts'
import { type Estate, handedOverRows } from '#sources/workbooks/handed-over.ts'
import type { LastSent, Sent } from './last-sent.ts'
import { predecessorsOf } from './predecessors.ts'

/** What a unit that ended leaves to the reporter of the one that takes its place; without a report that counts no row. */
export interface LastEstate extends Estate {
  readonly reporter: ReporterId
  readonly last: LastSent | null
}

/** The same without its rows: how many go along, and from which report. */
export interface HandedOver {
  readonly reporter: ReporterId
  readonly from: { readonly submission: string; readonly window: string } | null
  readonly rows: number
  /** True when its unit was divided: the rows stand in the workbooks of all that share it. */
  readonly divided: boolean
}

interface Taker {
  readonly reporter: Reporter
  readonly window: Window
  readonly sent: Sent
  /** Every row of a report, as it is read again. */
  readonly linesIn: (last: LastSent | null) => Promise<readonly Line[]>
}

/** The last reports of the units that the reporter's takes the place of; none of a form that is not handed over. */
export async function estatesFor(
  form: Form,
  { reporter, window, sent, linesIn }: Taker,
  setting: { readonly places: Places; readonly reporters: readonly Reporter[] },
): Promise<readonly LastEstate[]> {
  if (form.handedOver === undefined) return []
  return Promise.all(
    predecessorsOf(reporter, setting).map(async ({ reporter: before, on, kind }) => {
      const last = sent.last(form.id, before, window) ?? null
      return {
        reporter: before.id,
        from: before.name,
        isPart: kind === 'part',
        on,
        last,
        lines: await linesIn(last),
        next: last && nextYearOf(window, last.window),
      }
    }),
  )
}

export function handedOverOf(form: Form, estate: LastEstate): HandedOver {
  const { reporter, last, isPart: divided } = estate
  const from = last && { submission: last.submission.submission_id, window: last.window.id }
  return { reporter, from, rows: handedOverRows(form, [estate]).length, divided }
}

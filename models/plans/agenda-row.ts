import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { isReporterOn, type Reporter, type ReporterId } from '#sources/vocabulary/reporter.ts'
import { planYearOf, window } from '#sources/vocabulary/window.ts'
import { strictDue } from './calendar.ts'
import type { Plan } from './plan.ts'

/** Something that is due on a day: what the text obliges, a task that it sets, or what the province collects of its own accord. */
export interface AgendaRow {
  readonly plan: string
  readonly kind: 'obligation' | 'task' | 'collection'
  /** Of the obligation or task; of a collection its form. */
  readonly id: string
  readonly what: string
  /** The plan year of the window; the calendar year of the day where there is none. */
  readonly year: number
  /** What is told of, where it is of a window: `from` inclusive, `to` exclusive. */
  readonly window: string | null
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  /** Exclusive: "trước ngày X" is X. */
  readonly due: CalendarDate
  readonly lastDay: CalendarDate
  /** The last day, or the next on which offices work; null where the leave of the year is not announced. */
  readonly workingDay: CalendarDate | null
  /** False where the text names a month or a year and no day: due when that is over. */
  readonly dayStated: boolean
  /** The plan's own clause, or the province's directive; never mixed. */
  readonly basis: 'clause' | 'directive'
  readonly reference: string
  readonly forms: readonly string[]
  readonly obliged: readonly ReporterId[]
  /** Those whom the plan only asks ("Đề nghị"); never late. */
  readonly requested: readonly ReporterId[]
}

/** A day before which something is due, and what it tells of. */
export type Dated = Pick<AgendaRow, 'window' | 'due' | 'dayStated'>

/** What is due, as the plan tells it. */
export type About = Pick<AgendaRow, 'kind' | 'id' | 'what' | 'basis' | 'reference' | 'forms'>

/** A row with the days that follow from its due day and its window, and who is meant on the last of them. */
export function agendaRow(
  plan: Plan,
  about: About,
  dated: Dated,
  by: readonly Reporter[],
): AgendaRow {
  const span = dated.window === null ? null : window(dated.window)
  const { lastDay, workingDay } = strictDue(dated.due)
  const year = span === null ? Number(lastDay.slice(0, 4)) : planYearOf(span)
  const on = span === null ? lastDay : strictDue(span.to).lastDay
  const days = { from: span?.from ?? null, to: span?.to ?? null, lastDay, workingDay }
  return { plan: plan.id, ...about, year, ...dated, ...days, ...whoOf(by, on) }
}

/** A reporter may mean other units at other times; each is named once. */
function whoOf(by: readonly Reporter[], on: CalendarDate) {
  const ids = (standing: Reporter['standing']) => [
    ...new Set(
      by.filter((each) => each.standing === standing && isReporterOn(each, on)).map(({ id }) => id),
    ),
  ]
  return { obliged: ids('obliged'), requested: ids('requested') }
}

import { addDays, type Day, daysBetween, earliest, type Period } from '../calendar.ts'
import type { Clause, PlanFacts } from '../terms.ts'

/** True when a list of senders covers a reporter: `police` every police station, `agency:toa-an` one agency. */
export function covers(senders: Clause['who'], reporterId: string): boolean {
  return senders.some((sender) => sender === reporterId || reporterId.startsWith(`${sender}:`))
}

/** Before which day a form of a window is due: by a clause of the plan, else by the schedule; undefined where nobody asks for it. */
export function dueBefore(
  plan: PlanFacts,
  form: string,
  reporterId: string,
  window: Period,
): Day | undefined {
  const line = plan.collection.find((each) => each.form === form && covers(each.by, reporterId))
  if (line === undefined) return undefined
  const clause = plan.clauses
    .filter(({ forms, who }) => forms.includes(form) && covers(who, reporterId))
    .filter(({ except }) => !except.includes(reporterId))
    .flatMap(({ dues }) => dues)
    .find((due) => due.window === window.id || due.foldedInto === window.id)
  return clause?.before ?? dayIn(window, line.beforeDay)
}

/** True where the plan has this form's report of the window told within the year's. */
export function isFolded({ clauses }: PlanFacts, form: string, window: Period): boolean {
  return clauses.some(
    ({ forms, dues }) =>
      forms.includes(form) &&
      dues.some((due) => due.window === window.id && due.foldedInto !== undefined),
  )
}

/** Days that a sender has after the window's close until the last on which its forms are in time; two where nobody asks for them. */
export function daysLeft(
  plan: PlanFacts,
  forms: readonly string[],
  reporterId: string,
  window: Period,
): number {
  const [first, ...others] = forms.flatMap(
    (form) => dueBefore(plan, form, reporterId, window) ?? [],
  )
  if (first === undefined) return USUAL
  return daysBetween(window.to, earliest(first, ...others)) - 1
}

const USUAL = 2

/** A day of the month in which a window closes. */
function dayIn({ to }: Period, dayOfMonth: number): Day {
  return `${addDays(to, -1).slice(0, 7)}-${String(dayOfMonth).padStart(2, '0')}` as Day
}

import { addDays, type Day, type Period } from '../calendar.ts'
import { covers } from '../mail/due.ts'
import type { PlanFacts, Reporter } from '../terms.ts'
import type { Known } from './known.ts'
import { isThere } from './slot.ts'
import { sentAt } from './source.ts'

/** A report that is expected: which form, by whom, of which window, before which day. */
export interface Duty {
  readonly form: string
  readonly reporter: Reporter
  readonly window: Period
  readonly before: Day
  /** The plan itself says by when. */
  readonly byClause: boolean
}

const duties = new WeakMap<Known, Map<string, readonly Duty[]>>()

/** Reports of a form that are expected of the windows that have closed. */
export function dutiesOf(known: Known, form: string): readonly Duty[] {
  const own = duties.get(known) ?? new Map<string, readonly Duty[]>()
  duties.set(known, own)
  const found = own.get(form) ?? expectedOf(known, form)
  own.set(form, found)
  return found
}

function expectedOf(known: Known, form: string): readonly Duty[] {
  const { plan, reporters } = known
  const lines = plan.collection.filter((line) => line.form === form)
  return lines.flatMap(({ by, every, beforeDay, since }) =>
    sentAt(known, form, every)
      .filter(({ to }) => since === undefined || to > since)
      .flatMap((window) =>
        reporters
          .filter((reporter) => covers(by, reporter.id) && isThere(reporter, window))
          .map((reporter) => {
            const clause = clauseDay(plan, form, reporter, window)
            const before = clause ?? dayIn(window, beforeDay)
            return { form, reporter, window, before, byClause: clause !== undefined }
          }),
      ),
  )
}

function clauseDay(plan: PlanFacts, form: string, { id }: Reporter, { id: windowId }: Period) {
  return plan.clauses
    .filter(
      ({ forms, who, except }) => forms.includes(form) && covers(who, id) && !except.includes(id),
    )
    .flatMap(({ dues }) => dues)
    .find((due) => (due.foldedInto ?? due.window) === windowId)?.before
}

/** A day of the month in which a window closes. */
function dayIn({ to }: Period, dayOfMonth: number): Day {
  return `${addDays(to, -1).slice(0, 7)}-${String(dayOfMonth).padStart(2, '0')}` as Day
}

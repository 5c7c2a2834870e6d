import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import { window } from '#sources/vocabulary/window.ts'
import type { Deadline, Plan, Task } from './plan.ts'
import { spansOf } from './spans.ts'
import { charges } from './tasks.ts'

/** A task with a day by which it is to be done, once for each month or year that repeats it. */
export interface DatedTask {
  readonly task: Task
  /** Exclusive. */
  readonly due: CalendarDate
  /** False where the text names a span ("Quý II/2022", "hằng tháng"): due when it is over. */
  readonly dayStated: boolean
  readonly window: string | null
  /** Everyone whose task it is; nobody where the item names nobody in particular. */
  readonly by: readonly Reporter[]
}

/** Every task of the plan that has a day: `before`, `within`, `monthly`, `quarterly`, `yearly`. */
export function datedTasks(plan: Plan, reporters: readonly Reporter[]): readonly DatedTask[] {
  return plan.bodies.flatMap((body) => {
    const by = reporters.filter((reporter) => charges(body, reporter))
    return body.tasks.flatMap((task) =>
      duesOf(plan, task.deadline).map((due) => ({ task, ...due, by })),
    )
  })
}

/** The day before which a task is to be done, once and for all; null where the text names none or repeats the task. */
export function dueOfDeadline(deadline: Deadline): CalendarDate | null {
  if (deadline.kind === 'before') return deadline.date
  return deadline.kind === 'within' ? window(deadline.window).to : null
}

function duesOf(plan: Plan, deadline: Deadline): readonly Omit<DatedTask, 'task' | 'by'>[] {
  const due = dueOfDeadline(deadline)
  if (due === null)
    return spansOf(plan, deadline.kind).map(({ id, to }) => ({
      due: to,
      dayStated: false,
      window: id,
    }))
  const dayStated = deadline.kind === 'before'
  return [{ due, dayStated, window: deadline.kind === 'within' ? deadline.window : null }]
}

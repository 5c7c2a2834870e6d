import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { isReporterOn, type Reporter, type ReporterId } from '#sources/vocabulary/reporter.ts'
import type { Body, Plan, Task } from '../plans/plan.ts'
import { charges } from '../plans/tasks.ts'
import { type TaskState, type TaskStatus, taskState, taskStates } from './task-state.ts'

/** What a reporter says of a task: a row of `taskProgressOf`. */
export interface TaskReport {
  readonly reporter_id: string
  readonly clause: string
  readonly task: string
  readonly status: string
  readonly done_on: CalendarDate | null
}

/** One task of one reporter, where it stands, and the row that says so. */
export interface TaskLine<R extends TaskReport> {
  readonly body: Body
  readonly task: Task
  readonly reporterId: ReporterId
  readonly standing: Reporter['standing']
  readonly state: TaskState
  /** Null where nothing was said. */
  readonly report: R | null
}

/**
 * Every task of the plan beside what each of its reporters says of it, in the order of the text; reporters as they stand on the last day
 * of the window that is looked at.
 *
 * A row is a task's by its clause (`III.1.3`); where several rows bear the clause, the one with the plan's own words decides. Rows of
 * other clauses are the reporter's own additions and stand in no line. Items that name nobody in particular have no line.
 */
export function taskLines<R extends TaskReport>(
  plan: Plan,
  reporters: readonly Reporter[],
  reports: readonly R[],
  {
    lastDay,
    businessDate,
  }: { readonly lastDay: CalendarDate; readonly businessDate: CalendarDate },
): readonly TaskLine<R>[] {
  const there = reporters.filter((reporter) => isReporterOn(reporter, lastDay))
  const told = byReporterAndClause(reports)
  return plan.bodies.flatMap((body) => {
    const own = there.filter((reporter) => charges(body, reporter))
    return body.tasks.flatMap((task) =>
      own.map(({ id, standing }) => {
        const rows = told.get(`${id} ${task.id}`) ?? []
        const report = rows.find((row) => row.task === task.text) ?? rows[0] ?? null
        const progress = report && {
          status: report.status as TaskStatus,
          doneOn: report.done_on,
        }
        const state = taskState(task.deadline, progress, businessDate)
        return { body, task, reporterId: id, standing, state, report }
      }),
    )
  })
}

/** How many lines stand where; states that nobody is in are 0. */
export function countByState(
  lines: readonly Pick<TaskLine<TaskReport>, 'state'>[],
): Readonly<Record<TaskState, number>> {
  const counts = Object.fromEntries(taskStates.map((state) => [state, 0]))
  for (const { state } of lines) counts[state] = (counts[state] ?? 0) + 1
  return counts as Record<TaskState, number>
}

function byReporterAndClause<R extends TaskReport>(reports: readonly R[]): Map<string, R[]> {
  const told = new Map<string, R[]>()
  for (const report of reports) {
    const key = `${report.reporter_id} ${report.clause.trim()}`
    told.set(key, [...(told.get(key) ?? []), report])
  }
  return told
}

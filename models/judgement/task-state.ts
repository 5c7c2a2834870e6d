import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Deadline } from '../plans/plan.ts'
import { dueOfDeadline } from '../plans/task-deadlines.ts'

/** What a reporter says of a task (Biểu 12, "Tình hình thực hiện"). */
export type TaskStatus =
  | 'chua_trien_khai'
  | 'dang_thuc_hien'
  | 'hoan_thanh'
  | 'thuong_xuyen'
  | 'khong_thuoc'

/**
 * Where a task stands on a day, beside what its reporter says of it.
 *
 * `done` · `done-late` ("hoàn thành chậm"): done on or after the day before which it was due · `overdue`: not done and past that day ·
 * `under-way`: not done, the day still to come · `regular`: done again and again · `not-stated`, `roadmap`: not done, and the text names
 * no day · `not-theirs`: the reporter says that it is not its task · `not-reported`: nothing was said.
 */
export type TaskState =
  | 'done'
  | 'done-late'
  | 'overdue'
  | 'under-way'
  | 'regular'
  | 'not-stated'
  | 'roadmap'
  | 'not-theirs'
  | 'not-reported'

export const taskStates: readonly TaskState[] = [
  'done',
  'done-late',
  'overdue',
  'under-way',
  'regular',
  'not-stated',
  'roadmap',
  'not-theirs',
  'not-reported',
]

/** A task's row in force: what is said, and of what is done since when. */
export interface Progress {
  readonly status: TaskStatus
  readonly doneOn: CalendarDate | null
}

/**
 * The state of a task on the business date; a day of completion that is still to come is taken at its word.
 *
 * A task that is said to be carried out regularly is never overdue, whatever day the text names. One that is to be done every month,
 * quarter or year is overdue when its reporter has not begun it: a report tells of a window that has closed.
 */
export function taskState(
  deadline: Deadline,
  progress: Progress | null,
  businessDate: CalendarDate,
): TaskState {
  if (progress === null) return 'not-reported'
  const due = dueOfDeadline(deadline)
  switch (progress.status) {
    case 'khong_thuoc':
      return 'not-theirs'
    case 'thuong_xuyen':
      return 'regular'
    case 'hoan_thanh':
      return due !== null && progress.doneOn !== null && progress.doneOn >= due
        ? 'done-late'
        : 'done'
    default:
      return due === null
        ? undated(deadline, progress.status)
        : businessDate < due
          ? 'under-way'
          : 'overdue'
  }
}

function undated({ kind }: Deadline, status: TaskStatus): TaskState {
  switch (kind) {
    case 'roadmap':
      return 'roadmap'
    case 'regular':
      return 'regular'
    case 'monthly':
    case 'quarterly':
    case 'yearly':
      return status === 'chua_trien_khai' ? 'overdue' : 'regular'
    default:
      return 'not-stated'
  }
}

import { narrative } from '#sources/forms/narrative.ts'
import { taskProgress } from '#sources/forms/task-progress.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import { sectionsFor } from './outline.ts'
import type { Plan } from './plan.ts'
import { tasksFor } from './tasks.ts'

/** The rows that stand in a reporter's blank sheets because the plan says so, by form: its tasks, and the sections of its report. */
export function presetRowsOf(
  plan: Plan,
  reporter: Pick<Reporter, 'id' | 'kind'>,
  windowId?: string,
): Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> {
  const sections = sectionsFor(plan, reporter, windowId)
  return {
    [taskProgress.id]: tasksFor(plan, reporter),
    ...(sections === undefined ? {} : { [narrative.id]: sections }),
  }
}

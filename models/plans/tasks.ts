import { writeDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import { planYearOf, window, wordsOf } from '#sources/vocabulary/window.ts'
import type { Body, Deadline, Plan } from './plan.ts'

/** A task as its row stands in a blank form of progress. */
export type TaskRow = Readonly<Record<'clause' | 'task' | 'deadline', string>>

/** What the plan tells a reporter to do, in the order of its text; nothing for police and facilities, which no item of it names. */
export function tasksFor(plan: Plan, reporter: Pick<Reporter, 'id' | 'kind'>): readonly TaskRow[] {
  return plan.bodies
    .filter((body) => charges(body, reporter))
    .flatMap(({ tasks }) => tasks)
    .map(({ id, text, deadline }) => ({
      clause: id,
      task: text,
      deadline: deadlineWords(deadline),
    }))
}

/**
 * `thường xuyên`, `hằng tháng`, `hằng quý`, `hằng năm`, `Quý II/2022`, `dự kiến tháng 8/2022`, `trong năm 2026`, `trước ngày 15/6/2026`,
 * `theo lộ trình của Bộ Công an`.
 */
export function deadlineWords(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'unstated':
      return 'Kế hoạch không nêu thời hạn'
    case 'regular':
      return 'thường xuyên'
    case 'monthly':
      return 'hằng tháng'
    case 'quarterly':
      return 'hằng quý'
    case 'yearly':
      return 'hằng năm'
    case 'before':
      return `trước ngày ${writeDate(deadline.date)}`
    case 'within':
      return deadline.planned
        ? `dự kiến ${inSentence(windowWords(deadline.window))}`
        : windowWords(deadline.window)
    case 'roadmap':
      return `theo lộ trình của ${deadline.of}`
  }
}

/** `tháng 8/2022`: behind another word. */
function inSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** A year is `trong năm 2026`; of parts of it the name alone, which is what plans write. */
function windowWords(id: string): string {
  const within = window(id)
  if (within.kind === 'year') return `trong năm ${planYearOf(within)}`
  return wordsOf(within).replace(/ \(.*\)$/, '')
}

/** Whether the item of the plan speaks to the reporter. */
export function charges(
  { slug, reportsAs }: Body,
  { id, kind }: Pick<Reporter, 'id' | 'kind'>,
): boolean {
  return reportsAs === 'agency'
    ? id === `agency:${slug}`
    : reportsAs === 'committees' && kind === 'committee'
}

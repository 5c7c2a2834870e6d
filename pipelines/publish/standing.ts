import type { BodyTasks, DeliveryLine, DueLine } from '#dashboards/views-standing.ts'
import { formNumbers, formTitle } from '#dashboards/words.ts'
import { taskProgressOf } from '#models/core/task-progress.ts'
import { type DueState, dueState } from '#models/judgement/due.ts'
import { countByState, taskLines } from '#models/judgement/task-lines.ts'
import type { Plan } from '#models/plans/plan.ts'
import { formById } from '#sources/forms/index.ts'
import { addDays } from '#sources/vocabulary/date.ts'
import { window } from '#sources/vocabulary/window.ts'
import { type NextDue, nextDues } from '../commands/next-due.ts'
import type { Snapshot } from './snapshot.ts'

/** How many lines of what is due next a page has room for. */
const MOST = 6

/** What falls due next, the nearest first. */
export function dueLines({ setting, meta }: Snapshot): readonly DueLine[] {
  const { plan, reporters } = setting
  return nextDues(plan, reporters, meta.business_date, MOST).map((next) => ({
    kind: next.kind,
    what: whatsOf(plan, next),
    windowId: next.window,
    due: next.due,
    lastDay: next.lastDay,
    workingDay: next.workingDay,
    dayStated: next.dayStated,
    basis: next.basis,
    reference: next.reference,
    obliged: next.obliged,
    requested: next.requested,
    inDays: next.inDays,
  }))
}

/** Several forms are known by their numbers. */
function whatsOf(plan: Plan, next: NextDue): readonly string[] {
  return next.kind === 'collection' && next.what.length > 1
    ? [formNumbers(next.what.map((id) => formById(id)?.number ?? id))]
    : next.what.map((id) => whatOf(plan, next, id))
}

function whatOf({ obligations, bodies }: Plan, { kind }: NextDue, id: string): string {
  switch (kind) {
    case 'obligation':
      return obligations.find((each) => each.id === id)?.what ?? id
    case 'task':
      return bodies.flatMap(({ tasks }) => tasks).find((task) => task.id === id)?.text ?? id
    default:
      return formName(id)
  }
}

function formName(id: string): string {
  const form = formById(id)
  return form === undefined ? id : `${formNumbers([form.number])} – ${formTitle(form.title)}`
}

/** Reports of windows of the year so far (of a review: all), by form and by who asks for them. */
export function deliveryLines(
  snapshot: Snapshot,
  { toDateId }: { readonly toDateId: string },
): readonly DeliveryLine[] {
  const businessDate = snapshot.meta.business_date
  const { from } = window(toDateId)
  const lines = new Map<string, DeliveryLine & { counts: Record<DueState, number> }>()
  for (const report of snapshot.expected) {
    const { to } = window(report.window_id)
    if (to <= from) continue
    const { form, basis, reference } = report
    const key = [basis === 'clause' ? 0 : 1, reference, formById(form)?.number ?? form].join('|')
    const line = lines.get(key) ?? {
      basis,
      reference,
      formNumber: formById(form)?.number ?? form,
      formTitle: formById(form)?.title ?? form,
      counts: { early: 0, received: 0, late: 0, awaited: 0, overdue: 0, asked: 0 },
    }
    lines.set(key, line)
    const reporter = snapshot.reporterOf(report.reporter_id, report.unit_id)
    const due = { arrivedOn: report.arrived_on, dueBefore: report.due_before, to }
    line.counts[dueState(due, reporter?.standing ?? 'obliged', businessDate)] += 1
  }
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}

/** The tasks of the plan by body, as its reporters last told of them. */
export async function taskViews(
  { setting, db, meta }: Snapshot,
  windowId: string,
): Promise<readonly BodyTasks[]> {
  const { plan, reporters } = setting
  const reports = await taskProgressOf(db, windowId).execute()
  const lines = taskLines(plan, reporters, reports, {
    lastDay: addDays(window(windowId).to, -1),
    businessDate: meta.business_date,
  })
  return plan.bodies.flatMap((body) => {
    const own = lines.filter((line) => line.body === body)
    if (own.length === 0) return []
    return [
      {
        name: body.name,
        clause: body.clause,
        standing: body.standing,
        counts: countByState(own),
        tasks: body.tasks.map((task) => ({
          task,
          counts: countByState(own.filter((line) => line.task === task)),
        })),
      },
    ]
  })
}

import { formById } from '#sources/forms/index.ts'
import { type CalendarDate, daysBetween } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import type { Window } from '#sources/vocabulary/window.ts'
import { type AgendaRow, agendaRow, type Dated } from './agenda-row.ts'
import { obligationsOf } from './calendar.ts'
import type { Due, Obligation, Plan } from './plan.ts'
import { isAsked } from './senders.ts'
import { spansOf } from './spans.ts'
import { datedTasks } from './task-deadlines.ts'

export type { AgendaRow } from './agenda-row.ts'

/**
 * Every dated thing of a plan in the order in which it falls due, for reporters as they stand on the last day of its window.
 *
 * A window that the text folds into its year is that year's. What the text asks "hằng tháng" or "hằng năm" without a day is due when the
 * month or year is over. A collection that a clause covers is the obligation's; what is without any date is left out.
 */
export function agendaOf(
  plan: Plan,
  reporters: readonly Reporter[],
  upTo: CalendarDate = '9999-12-31',
): readonly AgendaRow[] {
  return [
    ...plan.obligations.flatMap((obligation) => ofObligation(plan, obligation, reporters)),
    ...ofTasks(plan, reporters),
    ...ofCollection(plan, reporters, upTo),
  ].toSorted(byDue)
}

/** What is not past its last day yet, the nearest first. */
export function upcoming(
  agenda: readonly AgendaRow[],
  businessDate: CalendarDate,
): readonly AgendaRow[] {
  return agenda.filter(({ lastDay }) => lastDay >= businessDate)
}

/** What is due next, all of one day, and how many days remain: 0 on the last day itself; null when nothing is to come. */
export function nextDue(
  agenda: readonly AgendaRow[],
  businessDate: CalendarDate,
): { readonly rows: readonly AgendaRow[]; readonly inDays: number } | null {
  const [first, ...others] = upcoming(agenda, businessDate)
  if (first === undefined) return null
  const rows = [first, ...others.filter(({ due }) => due === first.due)]
  return { rows, inDays: daysBetween(businessDate, first.lastDay) }
}

function ofObligation(
  plan: Plan,
  obligation: Obligation,
  reporters: readonly Reporter[],
): readonly AgendaRow[] {
  const { id, what, clause, forms, when } = obligation
  const asked = reporters.filter((reporter) => isAsked(obligation, reporter.id))
  const dated =
    obligation.dues.length > 0 ? obligation.dues.map(datedBy) : spansOf(plan, when).map(spanned)
  const about = { kind: 'obligation', id, what, basis: 'clause', reference: clause, forms } as const
  return dated.map((due) => agendaRow(plan, about, due, asked))
}

function datedBy({ window: own, foldedInto, before, within }: Due): Dated {
  return {
    window: foldedInto ?? own ?? within ?? null,
    due: before,
    dayStated: within === undefined,
  }
}

function spanned(span: Window): Dated {
  return { window: span.id, due: span.to, dayStated: false }
}

function ofTasks(plan: Plan, reporters: readonly Reporter[]): readonly AgendaRow[] {
  return datedTasks(plan, reporters).map(({ task, due, dayStated, window: span, by }) => {
    const about = { kind: 'task', id: task.id, what: task.text, reference: task.id } as const
    return agendaRow(
      plan,
      { ...about, basis: 'clause', forms: [] },
      { window: span, due, dayStated },
      by,
    )
  })
}

/** Each form and window once, with all who send it by one day: as the schedule says, where no clause does. */
function ofCollection(
  plan: Plan,
  reporters: readonly Reporter[],
  upTo: CalendarDate,
): readonly AgendaRow[] {
  const byId = groupBy(reporters, ({ id }) => id)
  const directed = obligationsOf(plan, reporters, upTo).filter(({ basis }) => basis === 'directive')
  const groups = groupBy(directed, (each) =>
    [each.form, each.window_id, each.due_before, each.reference].join(' '),
  )
  return [...groups.values()].map((group) => {
    const { form, window_id, due_before, reference } = group[0]
    const what = formById(form)?.title ?? form
    return agendaRow(
      plan,
      { kind: 'collection', id: form, what, basis: 'directive', reference, forms: [form] },
      { window: window_id, due: due_before, dayStated: true },
      group.flatMap(({ reporter_id }) => byId.get(reporter_id) ?? []),
    )
  })
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string) {
  const groups = new Map<string, [T, ...T[]]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group === undefined) groups.set(keyOf(one), [one])
    else group.push(one)
  }
  return groups
}

const ORDER = ['obligation', 'task', 'collection'] as const

/** By day, kind and window; within these the order of the text stays. */
function byDue(a: AgendaRow, b: AgendaRow): number {
  const key = ({ due, kind, window: of }: AgendaRow) =>
    [due, ORDER.indexOf(kind), of ?? ''].join(' ')
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
}

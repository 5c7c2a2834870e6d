import { type AgendaRow, agendaOf, upcoming } from '#models/plans/agenda.ts'
import type { Plan } from '#models/plans/plan.ts'
import { addDays, type CalendarDate, daysBetween } from '#sources/vocabulary/date.ts'
import type { Reporter, ReporterId } from '#sources/vocabulary/reporter.ts'

/** Things that are due together: of one kind, by one day, of one window, by one clause or directive. */
export interface NextDue
  extends Pick<
    AgendaRow,
    | 'kind'
    | 'window'
    | 'from'
    | 'to'
    | 'due'
    | 'lastDay'
    | 'workingDay'
    | 'dayStated'
    | 'basis'
    | 'reference'
  > {
  /** Ids of the obligations or tasks; of a collection the forms. */
  readonly what: readonly string[]
  /** 0 on the last day in time. */
  readonly inDays: number
  readonly obliged: number
  readonly requested: number
  /** `99 committees, 14 agencies`. */
  readonly who: string
}

/** How far ahead is looked: a plan that asks once a year has its next day within it. */
const AHEAD = 400

/** The next few things that are due, the nearest first; empty when the plan asks for nothing more. */
export function nextDues(
  plan: Plan,
  reporters: readonly Reporter[],
  businessDate: CalendarDate,
  atMost: number,
): readonly NextDue[] {
  const agenda = upcoming(agendaOf(plan, reporters, addDays(businessDate, AHEAD)), businessDate)
  const groups = new Map<string, [AgendaRow, ...AgendaRow[]]>()
  for (const row of agenda.filter((each) => !isToldBy(agenda, each))) {
    const clause = row.kind === 'task' ? '' : row.reference
    const key = [row.due, row.kind, row.window, clause].join(' ')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return [...groups.values()].slice(0, atMost).map((rows) => together(rows, businessDate))
}

/** `due 2026-09-14 in 3 days: periodic-report of adm:2026-Q3 from 99 committees, 14 agencies (clause IV.2)`. */
export function nextDueLine(next: NextDue): string {
  const days = next.inDays === 1 ? '1 day' : `${next.inDays} days`
  const of = next.window === null ? '' : ` of ${next.window}`
  const from = next.who === '' ? '' : ` from ${next.who}`
  return `due ${next.lastDay} in ${days}: ${some(next.what)}${of}${from} (${whyOf(next)})`
}

/** A task that is to send what an obligation of the same clause asks by the same day is no second thing. */
function isToldBy(agenda: readonly AgendaRow[], { kind, due, reference }: AgendaRow): boolean {
  return (
    kind === 'task' &&
    agenda.some(
      (other) => other.kind === 'obligation' && other.due === due && other.reference === reference,
    )
  )
}

function whyOf({ kind, basis, reference, what }: NextDue): string {
  if (basis === 'directive') return 'directive of the province'
  return kind === 'task' && what.length > 1 ? 'tasks of the plan' : `clause ${reference}`
}

const FEW = 5

function some(what: readonly string[]): string {
  const more = what.length - FEW
  const named = what.slice(0, FEW).join(', ')
  return more > 0 ? `${named} and ${more} more` : named
}

function together(rows: readonly [AgendaRow, ...AgendaRow[]], businessDate: CalendarDate): NextDue {
  const { kind, window, from, to, due, lastDay, workingDay, dayStated, basis, reference } = rows[0]
  const obliged = new Set(rows.flatMap((row) => row.obliged))
  const requested = new Set(rows.flatMap((row) => row.requested))
  return {
    kind,
    what: rows.map(({ id }) => id),
    window,
    from,
    to,
    due,
    lastDay,
    inDays: daysBetween(businessDate, lastDay),
    workingDay,
    dayStated,
    basis,
    reference,
    obliged: obliged.size,
    requested: requested.size,
    who: whoWords([...obliged, ...requested]),
  }
}

const kinds = {
  police: 'police',
  committee: 'committees',
  agency: 'agencies',
  facility: 'facilities',
}

/** One sender by its id, more of a kind by their number. */
function whoWords(ids: readonly ReporterId[]): string {
  const parts = Object.entries(kinds).flatMap(([kind, words]) => {
    const own = ids.filter((id) => id.startsWith(`${kind}:`))
    return own.length > 1 ? [`${own.length} ${words}`] : own
  })
  return parts.join(', ')
}

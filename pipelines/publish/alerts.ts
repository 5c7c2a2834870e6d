import type { AlertRule, AlertView, MissingReport } from '#dashboards/views.ts'
import { strictDue } from '#models/plans/calendar.ts'
import { formById } from '#sources/forms/index.ts'
import { type CalendarDate, dayOf } from '#sources/vocabulary/date.ts'
import { alertCases } from '../ledger/alerts.ts'
import type { LedgerDatabase } from '../ledger/schema.ts'
import type { Snapshot } from './snapshot.ts'
import { unitNameOf } from './unit-name.ts'

type Case = Awaited<ReturnType<typeof alertCases>>[number]

/** What a condition's facts say, as the judgement wrote them. */
interface Facts {
  readonly numerator?: number | null
  readonly denominator?: number | null
  readonly strength?: 'strong' | 'moderate' | null
  readonly unitsExpected?: number | null
  readonly unitsCovered?: number | null
  readonly form?: string
  readonly reporter?: string
  readonly window?: string
  readonly dueBefore?: CalendarDate
  readonly basis?: MissingReport['basis']
  readonly reference?: string
}

/** Every alert case of the plan with the evidence of the current generation; a resolved case keeps what it last showed. */
export async function alertViews(
  snapshot: Snapshot,
  ledger: LedgerDatabase,
): Promise<readonly AlertView[]> {
  const conditions = await snapshot.db.selectFrom('condition').selectAll().execute()
  const facts = new Map(
    conditions.map((c) => [
      [c.rule, c.target, c.unit_id, c.cycle].join(' '),
      { window: c.window_id, facts: JSON.parse(c.facts) as Facts },
    ]),
  )
  const cases = await alertCases(ledger)
  return cases
    .filter(({ plan }) => plan === snapshot.setting.plan.id)
    .map((one) => {
      const now = facts.get([one.rule, one.target, one.unit_id, one.cycle].join(' '))
      return viewOf(snapshot, one, now?.window ?? one.cycle, now?.facts ?? {})
    })
}

function viewOf(snapshot: Snapshot, one: Case, windowId: string, facts: Facts): AlertView {
  const opened = one.events.find(({ kind }) => kind === 'opened' || kind === 'reopened')
  const resolved = one.events.findLast(({ kind }) => kind === 'resolved')
  return {
    caseId: one.case_id,
    rule: ruleOf(one.rule),
    target: snapshot.setting.plan.targets.find(({ id }) => id === one.target) ?? null,
    unitName: unitNameOf(snapshot, one.unit_id),
    windowId,
    numerator: facts.numerator ?? null,
    denominator: facts.denominator ?? null,
    strength: facts.strength ?? null,
    covered: facts.unitsCovered ?? null,
    expected: facts.unitsExpected ?? null,
    report: reportOf(snapshot, one, facts),
    finding: null,
    state: stateOf(one),
    openedOn: dayOf(new Date(opened?.at ?? one.events[0]?.at ?? 0)),
    resolvedOn:
      one.state === 'resolved' && resolved !== undefined ? dayOf(new Date(resolved.at)) : null,
    note: one.events.findLast(({ note }) => note !== null)?.note ?? null,
  }
}

function ruleOf(rule: string): AlertRule {
  return rule === 'reminder-requested' ? 'overdue' : (rule as AlertRule)
}

function stateOf(one: Case): AlertView['state'] {
  if (one.state !== 'open') return one.state
  return one.events.some(({ kind }) => kind === 'reopened') ? 'reopened' : 'opened'
}

/** The target of a report's case is `form/reporter`; a resolved one still names both. */
function reportOf(snapshot: Snapshot, one: Case, facts: Facts): MissingReport | null {
  const [form, reporterId] = one.target.split('/')
  const reporter = reporterId === undefined ? undefined : snapshot.reporters.get(reporterId)
  if (reporter === undefined || form === undefined) return null
  const expected = snapshot.expected.find(
    (e) => e.form === form && e.reporter_id === reporterId && e.window_id === one.cycle,
  )
  const dueBefore = facts.dueBefore ?? expected?.due_before
  if (dueBefore === undefined) return null
  const { lastDay, workingDay } = strictDue(dueBefore)
  return {
    reporterName: reporter.name,
    standing: reporter.standing,
    forms: [formById(form)?.number ?? form],
    windowId: one.cycle,
    dueBefore,
    workingDay: workingDay === lastDay ? null : workingDay,
    basis: facts.basis ?? expected?.basis ?? 'directive',
    reference: facts.reference ?? expected?.reference ?? '',
  }
}

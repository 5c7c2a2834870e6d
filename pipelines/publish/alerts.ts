import type { AlertRule, AlertView, MissingReport } from '#dashboards/views.ts'
import { strictDue } from '#models/plans/calendar.ts'
import { formById } from '#sources/forms/index.ts'
import { type CalendarDate, dayOf } from '#sources/vocabulary/date.ts'
import { alertCases, type CaseKey } from '../ledger/alerts.ts'
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

/** Every alert case of the plan, most pressing first, with the evidence of the current generation, or with what reads there now. */
export async function alertViews(
  snapshot: Snapshot,
  ledger: LedgerDatabase,
): Promise<readonly AlertView[]> {
  const conditions = await snapshot.db.selectFrom('condition').selectAll().execute()
  const facts = new Map(
    conditions.map((c) => [keyOf(c), { window: c.window_id, facts: JSON.parse(c.facts) as Facts }]),
  )
  const cases = await alertCases(ledger)
  return cases
    .filter(({ plan }) => plan === snapshot.setting.plan.id)
    .map((one) => {
      const now = facts.get(keyOf(one))
      return now === undefined
        ? viewOf(snapshot, one, false, ...readingOf(snapshot, one))
        : viewOf(snapshot, one, true, now.window, now.facts)
    })
    .sort(byPressure(unitNameOf(snapshot, snapshot.provinceId)))
}

function keyOf({ rule, target, unit_id, cycle }: Omit<CaseKey, 'plan'>): string {
  return [rule, target, unit_id, cycle].join(' ')
}

/** What the figure of a case reads now; nothing of a report that is no longer awaited. */
function readingOf(snapshot: Snapshot, one: Case): readonly [windowId: string, facts: Facts] {
  const target = snapshot.setting.plan.targets.find(({ id }) => id === one.target)
  const windowId = target && snapshot.verdict(target.id, one.unit_id)?.windowId
  const measured = windowId && snapshot.value(target.definition.id, windowId, one.unit_id)
  if (!windowId || !measured) return [windowId ?? one.cycle, {}]
  const { numerator, denominator, unitsExpected, unitsCovered } = measured
  return [windowId, { numerator, denominator, unitsExpected, unitsCovered }]
}

const URGENCY: readonly AlertRule[] = ['missed', 'signal', 'overdue']

/** Figures before reports, the province before its communes; reports by their due day and by who owes them. */
function byPressure(provinceName: string) {
  return (a: AlertView, b: AlertView): number =>
    URGENCY.indexOf(a.rule) - URGENCY.indexOf(b.rule) ||
    Number(b.unitName === provinceName && b.report === null) -
      Number(a.unitName === provinceName && a.report === null) ||
    compare(a.report?.dueBefore, b.report?.dueBefore) ||
    compare(a.report?.reporterName ?? a.unitName, b.report?.reporterName ?? b.unitName) ||
    compare(a.report?.forms.join(), b.report?.forms.join())
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function viewOf(
  snapshot: Snapshot,
  one: Case,
  fires: boolean,
  windowId: string,
  facts: Facts,
): AlertView {
  const opened = one.events.findLast(({ kind }) => kind === 'opened' || kind === 'reopened')
  const resolved = one.events.findLast(({ kind }) => kind === 'resolved')
  return {
    caseId: one.case_id,
    rule: ruleOf(one.rule),
    target: snapshot.setting.plan.targets.find(({ id }) => id === one.target) ?? null,
    unitId: one.unit_id,
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
    fires,
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
  const reporter = snapshot.reporterOf(reporterId ?? null, one.unit_id)
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

import type { AlertRule, AlertView, CaseEventView, MissingReport } from '#dashboards/views.ts'
import { findingIn, findingWords } from '#dashboards/words-quality.ts'
import type { DataCause, ExplainedCause } from '#models/alerting/cause.ts'
import type { Facts } from '#models/alerting/condition.ts'
import { pressing } from '#models/alerting/pressing.ts'
import { strictDue } from '#models/plans/calendar.ts'
import { qualityRules } from '#models/quality/index.ts'
import { formById } from '#sources/forms/index.ts'
import { type CalendarDate, dayOf } from '#sources/vocabulary/date.ts'
import { alertCases, type CaseKey, type CaseWithEvents, lastRaised } from '../ledger/alerts.ts'
import type { AlertEvent, LedgerDatabase } from '../ledger/schema.ts'
import { whoseFinding } from './quality.ts'
import type { Snapshot } from './snapshot.ts'
import { unitNameOf } from './unit-name.ts'

/** Every alert case of the plan, most pressing first, with the evidence of the current generation, or with what reads there now. */
export async function alertViews(
  snapshot: Snapshot,
  ledger: LedgerDatabase,
): Promise<readonly AlertView[]> {
  const conditions = await snapshot.db.selectFrom('condition').selectAll().execute()
  const facts = new Map(
    conditions.map((c) => [keyOf(c), { window: c.window_id, facts: factsOf(c.facts) }]),
  )
  const cases = await alertCases(ledger)
  return cases
    .filter(({ plan }) => plan === snapshot.setting.plan.id)
    .map((one) => {
      const now = facts.get(keyOf(one))
      if (now !== undefined) return viewOf(snapshot, one, true, now.window, now.facts)
      // What was issued is not in the generation: the ledger alone knows whether it reads otherwise.
      const fires = one.rule === 'restated' && one.state !== 'resolved'
      return viewOf(snapshot, one, fires, ...readingOf(snapshot, one))
    })
    .sort(byPressure(unitNameOf(snapshot, snapshot.provinceId)))
}

function keyOf({ rule, target, unit_id, cycle }: Omit<CaseKey, 'plan'>): string {
  return [rule, target, unit_id, cycle].join(' ')
}

function factsOf(json: string | null): Facts {
  return json === null ? {} : (JSON.parse(json) as Facts)
}

/** What the figure of a case reads now; of a report, and of what was issued, what the last evidence said. */
function readingOf(
  snapshot: Snapshot,
  one: CaseWithEvents,
): readonly [windowId: string, facts: Facts] {
  const raised = lastRaised(one.events)
  const known = [raised?.window_id ?? one.cycle, factsOf(raised?.facts ?? null)] as const
  const target = targetOf(snapshot, one)
  const windowId = target && snapshot.verdict(target.id, one.unit_id)?.windowId
  const measured = windowId && snapshot.value(target.definition.id, windowId, one.unit_id)
  if (one.rule === 'restated' || !windowId || !measured) return known
  const { numerator, denominator, unitsExpected, unitsCovered } = measured
  return [windowId, { numerator, denominator, unitsExpected, unitsCovered }]
}

/** The target of a restated figure is the last part of `window/document/target`. */
function targetOf({ setting }: Snapshot, { rule, target }: CaseWithEvents) {
  const own = rule === 'restated' ? target.split('/').at(-1) : target
  return setting.plan.targets.find(({ id }) => id === own)
}

/** Figures before reports, the province before its communes; reports by their due day and by who owes them. */
function byPressure(provinceName: string) {
  return (a: AlertView, b: AlertView): number =>
    pressing.indexOf(a.rule) - pressing.indexOf(b.rule) ||
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
  one: CaseWithEvents,
  fires: boolean,
  windowId: string,
  facts: Facts,
): AlertView {
  const opened = one.events.findLast(({ kind }) => kind === 'opened' || kind === 'reopened')
  const resolved = one.events.findLast(({ kind }) => kind === 'resolved')
  const finding = findingOf(one, windowId, facts)
  return {
    caseId: one.case_id,
    rule: one.rule as AlertRule,
    target: targetOf(snapshot, one) ?? null,
    unitId: one.unit_id,
    unitName: finding
      ? whoseFinding(snapshot, one.unit_id, finding.subject)
      : unitNameOf(snapshot, one.unit_id),
    windowId,
    numerator: numberIn(facts, 'numerator'),
    denominator: numberIn(facts, 'denominator'),
    strength: (facts['strength'] ?? null) as AlertView['strength'],
    covered: numberIn(facts, 'unitsCovered'),
    expected: numberIn(facts, 'unitsExpected'),
    report: reportOf(snapshot, one, facts),
    finding: finding && findingWords(finding),
    state: stateOf(one),
    fires,
    openedOn: dayOf(new Date(opened?.at ?? one.events[0]?.at ?? 0)),
    resolvedOn:
      one.state === 'resolved' && resolved !== undefined ? dayOf(new Date(resolved.at)) : null,
    note: one.events.findLast((event) => event.generation === null && event.note)?.note ?? null,
    facts: named(facts),
    history: one.events.map(eventOf),
  }
}

/** A form is told by its number. */
function named(facts: Facts): Facts {
  const form = facts['form']
  return typeof form === 'string' ? { ...facts, formNumber: formById(form)?.number ?? form } : facts
}

function numberIn(facts: Facts, name: string): number | null {
  const value = facts[name]
  return typeof value === 'number' ? value : null
}

function eventOf(event: AlertEvent): CaseEventView {
  const facts = factsOf(event.facts)
  return {
    kind: event.kind,
    on: dayOf(new Date(event.at)),
    actor: event.generation === null ? event.actor : null,
    cause: event.cause as DataCause | ExplainedCause | null,
    note: event.note,
    windowId: event.window_id,
    numerator: numberIn(facts, 'numerator'),
    denominator: numberIn(facts, 'denominator'),
  }
}

/** What a rule about the data found; a rule that this version does not know finds nothing. */
function findingOf({ rule }: CaseWithEvents, windowId: string, facts: Facts) {
  const known = rule === 'suspect' && qualityRules.some(({ id }) => id === facts['rule'])
  return known ? findingIn(facts, windowId) : null
}

function stateOf(one: CaseWithEvents): AlertView['state'] {
  if (one.state !== 'open') return one.state
  return one.events.some(({ kind }) => kind === 'reopened') ? 'reopened' : 'opened'
}

const REPORTS: readonly string[] = ['due-soon', 'overdue', 'reminder-requested']

/** The target of a report's case is `form/reporter`; a resolved one still names both. */
function reportOf(snapshot: Snapshot, one: CaseWithEvents, facts: Facts): MissingReport | null {
  if (!REPORTS.includes(one.rule)) return null
  const [form, reporterId] = one.target.split('/')
  const reporter = snapshot.reporterOf(reporterId ?? null, one.unit_id)
  if (reporter === undefined || form === undefined) return null
  const due = facts['dueBefore'] === undefined ? dueOf(snapshot, one) : facts
  const dueBefore = due['dueBefore'] as CalendarDate | undefined
  if (dueBefore === undefined) return null
  const { lastDay, workingDay } = strictDue(dueBefore)
  return {
    reporterName: reporter.name,
    standing: reporter.standing,
    forms: [formById(form)?.number ?? form],
    windowId: one.cycle,
    dueBefore,
    workingDay: workingDay === lastDay ? null : workingDay,
    basis: (due['basis'] ?? 'directive') as MissingReport['basis'],
    reference: String(due['reference'] ?? ''),
  }
}

/** Of a case whose evidence was not kept: what the schedule says now. */
function dueOf({ expected }: Snapshot, one: CaseWithEvents): Facts {
  const found = expected.find(
    (e) => `${e.form}/${e.reporter_id}` === one.target && e.window_id === one.cycle,
  )
  if (found === undefined) return {}
  return { dueBefore: found.due_before, basis: found.basis, reference: found.reference }
}

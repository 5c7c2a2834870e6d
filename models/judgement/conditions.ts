import { createHash } from 'node:crypto'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import { isReporterOn, type Reporter } from '#sources/vocabulary/reporter.ts'
import { planYearOf, window } from '#sources/vocabulary/window.ts'
import type { Database } from '../database.ts'
import type { ExpectedReport, Measured, Verdict } from '../measured.ts'
import { dueState } from './due.ts'

/** `reminder-requested` asks a body that owes nothing ("Đề nghị") once more; it is no reproach. */
export type Rule = 'missed' | 'signal' | 'overdue' | 'reminder-requested'

type Condition = Database['condition']

/** A verdict and the figure behind it. */
export interface Judged {
  readonly verdict: Verdict
  readonly measured: Measured | null
}

/**
 * Every condition that fires on a day, in key order: rule × plan × target × unit × cycle.
 *
 * The cycle is the plan year that the target's own window belongs to, so that a case goes on from month to month, or the window of the
 * report. For reports the target is `form/reporter`. `evidence_hash` covers the
 * integers and codes that would make it news, `facts` all that a sentence about it needs; both are canonical JSON.
 *
 * @throws RangeError when a report is expected of a reporter who is not listed.
 */
export function conditionsOf(
  plan: string,
  judged: readonly Judged[],
  expected: readonly ExpectedReport[],
  reporters: readonly Reporter[],
  businessDate: CalendarDate,
): readonly Condition[] {
  const byId = new Map<string, Reporter[]>()
  for (const reporter of reporters)
    byId.set(reporter.id, [...(byId.get(reporter.id) ?? []), reporter])
  return [
    ...judged.flatMap((each) => ofVerdict(plan, each)),
    ...expected.flatMap((report) => ofReport(plan, report, reporterOf(byId, report), businessDate)),
  ].sort(byKey)
}

function ofVerdict(plan: string, { verdict, measured }: Judged): readonly Condition[] {
  const rule = ruleOf(verdict)
  if (rule === null) return []
  const { target, windowId, unitId, code, strength, fact, slack } = verdict
  const evidence = {
    code,
    strength,
    numerator: measured?.numerator ?? null,
    denominator: measured?.denominator ?? null,
  }
  const facts = {
    ...evidence,
    fact,
    slack,
    definition: verdict.definitionId,
    unitsExpected: measured?.unitsExpected ?? null,
    unitsCovered: measured?.unitsCovered ?? null,
  }
  const cycle = cycleOf(windowId)
  return [condition({ rule, plan, target, unitId, windowId, cycle }, evidence, facts)]
}

function ruleOf({ code }: Verdict): Rule | null {
  if (code === 'MISS') return 'missed'
  return code === 'SIG' ? 'signal' : null
}

function ofReport(
  plan: string,
  report: ExpectedReport,
  reporter: Reporter,
  businessDate: CalendarDate,
): readonly Condition[] {
  const state = dueState(report, reporter.standing, businessDate)
  if (state !== 'overdue' && state !== 'asked') return []
  const { form, reporterId, windowId, dueBefore, basis, reference } = report
  const rule: Rule = state === 'overdue' ? 'overdue' : 'reminder-requested'
  const evidence = { form, reporter: reporterId, window: windowId, dueBefore }
  return [
    condition(
      {
        rule,
        plan,
        target: `${form}/${reporterId}`,
        unitId: reporter.unitId,
        windowId,
        cycle: windowId,
      },
      evidence,
      { ...evidence, basis, reference },
    ),
  ]
}

interface Key {
  readonly rule: Rule
  readonly plan: string
  readonly target: string
  readonly unitId: string
  readonly windowId: string
  readonly cycle: string
}

type Facts = Readonly<Record<string, string | number | null>>

function condition(
  { rule, plan, target, unitId, windowId, cycle }: Key,
  evidence: Facts,
  facts: Facts,
) {
  return {
    rule,
    plan,
    target,
    unit_id: unitId,
    cycle,
    window_id: windowId,
    evidence_hash: createHash('sha256').update(canonical(evidence)).digest('hex'),
    facts: canonical(facts),
  }
}

/** `adm:2026-9M` → `adm:2026`; explicit windows are their own cycle. */
function cycleOf(windowId: string): string {
  const own = window(windowId)
  return own.family === 'explicit' ? own.id : `${own.family}:${planYearOf(own)}`
}

/** JSON with sorted keys, no spaces, NFC. */
function canonical(facts: Facts): string {
  return JSON.stringify(Object.fromEntries(Object.entries(facts).sort())).normalize('NFC')
}

/** The one of the id on the window's last day: an id may be another unit's at another time. */
function reporterOf(
  byId: ReadonlyMap<string, readonly Reporter[]>,
  report: ExpectedReport,
): Reporter {
  const lastDay = addDays(window(report.windowId).to, -1)
  const reporter = byId.get(report.reporterId)?.find((each) => isReporterOn(each, lastDay))
  if (reporter === undefined)
    throw new RangeError(
      `'${report.form}' of ${report.windowId} is expected of '${report.reporterId}', who is not among the ${byId.size} reporters of the plan`,
    )
  return reporter
}

function byKey(a: Condition, b: Condition): number {
  const [left, right] = [keyOf(a), keyOf(b)]
  if (left === right) return 0
  return left < right ? -1 : 1
}

function keyOf({ rule, plan, target, unit_id, cycle }: Condition): string {
  return [rule, plan, target, unit_id, cycle].join('\n')
}
